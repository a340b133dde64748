"""How a space is used, against what its creator aimed at. No figure tells of fewer than five people."""

from bluegether.core.kit.clock import now
from bluegether.core.kit.interfaces import ISpaceUse
from bluegether.core.spaces.api import rules
from bluegether.core.spaces.api.making import space
from dataclasses import dataclass
from DateTime import DateTime
from datetime import timedelta
from itertools import chain
from itertools import islice
from plone import api
from zope.component import getAdapters


DAYS = 30
FEWEST = 5  # people that a figure tells of
MOST = 1000


@dataclass(frozen=True)
class Figures:
    """`published` and `contributors` are None where they would tell of fewer than five people."""

    members: int
    target_members: int
    published: int | None
    target_posts: int
    contributors: int | None


def figures(uid: str, *, reader: str) -> Figures:
    """Return the figures of the last 30 days. Raises Missing when the reader may not know the space, NotAllowed."""
    found = rules.known(uid, reader)
    rules.require(rules.sees(found, reader) or rules.is_steward(reader))
    content = space(uid)
    authors = list(islice(chain(_writers(content), _publishers(content)), MOST))
    people = set(authors)
    enough = len(people) >= FEWEST
    return Figures(
        members=found.size(),
        target_members=content.target_members,
        published=len(authors) if enough else None,
        target_posts=content.target_posts,
        contributors=len(people) if enough else None,
    )


def reasons(uid: str, *, reader: str) -> dict[str, int]:
    """Return reason -> how many left for it, for who leads the space; empty while fewer than five gave one."""
    found = rules.known(uid, reader)
    rules.require(rules.can_moderate(found, reader))
    return dict(found.left) if sum(found.left.values()) >= FEWEST else {}


def _writers(content):
    """Yield who made or changed content of the space, from the catalog alone."""
    catalog = api.portal.get_tool("portal_catalog")
    since = DateTime() - DAYS
    query = {"path": {"query": "/".join(content.getPhysicalPath()), "depth": -1}}
    query["created"] = {"query": since, "range": "min"}
    for brain in catalog.unrestrictedSearchResults(sort_on="created", sort_order="reverse", sort_limit=MOST, **query):
        if brain.portal_type not in ("Folder", "Space") and brain.Creator:
            yield brain.Creator


def _publishers(content):
    since = now() - timedelta(days=DAYS)
    for _name, room in getAdapters((content,), ISpaceUse):
        yield from room.authors(since)
