"""What Plone's catalog knows of a person: what everyone who may open the page can read there."""

from bluegether.core.people import api
from bluegether.core.people.interfaces import IPerson
from plone.indexer import indexer


@indexer(IPerson)
def searchable_text(person) -> str:
    """Return the words that full-text search finds the person by."""
    return api.searched_text(person)
