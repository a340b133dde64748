"""Content that somebody made in the site, as far as Plone remembers it: told to them, nobody's once they are erased."""

from bluegether.core.kit.authors import disown
from collections.abc import Iterator
from plone import api


ELSEWHERE = ("Discussion Item", "Person")  # other rooms' own


def made_by(userid: str) -> list[dict]:
    """Return title, address and date of the content that this person made, as JSON-compatible data."""
    return [
        {"title": brain.Title, "address": brain.getURL(), "created": brain.created.ISO8601()}
        for brain in _brains(userid)
    ]


def disown_content(userid: str) -> None:
    """Leave the content of a person who is erased in its place, with nobody as its author."""
    for brain in list(_brains(userid)):
        content = brain._unrestrictedGetObject()
        content.creators = tuple(other for other in content.creators if other != userid)
        disown(content, userid)
        content.reindexObject()


def _brains(userid: str) -> Iterator:
    catalog = api.portal.get_tool("portal_catalog")
    found = catalog.unrestrictedSearchResults(Creator=userid)
    return (brain for brain in found if brain.portal_type not in ELSEWHERE)
