"""Entries from before some lines were there are filed into them, some at a time."""

from bluegether.core.kit.annotation import stored
from bluegether.core.stream.storage import Entry
from bluegether.core.stream.storage import KEY
from bluegether.core.stream.storage import Stream
from itertools import islice
from plone import api


BATCH = 500  # entries looked at in one transaction


def file_older(limit: int = BATCH) -> bool:
    """File at most so many entries by activity and by who shares; return whether there are more. Idempotent."""
    trees = stored(api.portal.get(), KEY)
    if trees is None or trees.filed == 0:
        return False
    bounds = {"min": -trees.filed, "excludemin": True} if trees.filed else {}
    some = list(islice(trees.all.values(**bounds), limit))
    for entry in some:
        _file(trees, entry)
    trees.filed = some[-1].id if len(some) == limit else 0
    return bool(trees.filed)


def _file(trees: Stream, entry: Entry) -> None:
    if not entry.active:
        trees.touch(entry, entry.created)
    if entry.quoted or entry.documents:
        trees.enlist(entry)
