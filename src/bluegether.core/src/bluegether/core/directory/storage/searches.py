"""Searches that a person keeps: who else writes them meets nobody."""

from BTrees.OOBTree import OOBTree
from persistent import Persistent


class Searches(Persistent):
    """One person's."""

    def __init__(self):
        self.kept = OOBTree()  # id -> Search


class Search(Persistent):
    """A name and the criteria, as the address of the page writes them; times aware UTC."""

    def __init__(self, search_id: str, *, name: str, query: str, created):
        self.id = search_id
        self.name = name
        self.query = query
        self.created = created
