"""What is talked about, named by a key that notices and indexes can keep: a UID, or `kind:id` of what is no content."""

from AccessControl import getSecurityManager
from bluegether.core.discussion.interfaces import IDiscussed
from bluegether.core.discussion.interfaces import IDiscussedKind
from bluegether.core.kit.found import anything
from bluegether.core.kit.found import content
from plone import api
from plone.uuid.interfaces import IUUID
from zope.component import queryAdapter


def key_of(thing) -> str:
    """Return the key, empty for content that has no UID."""
    return thing.key if IDiscussed.providedBy(thing) else IUUID(thing, "")


def thing_of(key: str):
    """Return what the key names if the acting person may see it, else None."""
    kind, colon, rest = key.partition(":")
    if not colon:
        return content(key)
    kept = queryAdapter(api.portal.get(), IDiscussedKind, name=kind)
    thing = kept.thing(rest) if kept is not None else None
    return thing if thing is not None and getSecurityManager().checkPermission("View", thing) else None


def anything_of(key: str):
    """Return what the key names whoever acts, hidden or not, else None: for who decides about reports."""
    kind, colon, rest = key.partition(":")
    if not colon:
        return anything(key)
    kept = queryAdapter(api.portal.get(), IDiscussedKind, name=kind)
    return kept.thing(rest) if kept is not None and rest.isascii() and rest.isdigit() else None


def heading_of(thing) -> str:
    """Return what notices call it."""
    return thing.heading() if IDiscussed.providedBy(thing) else thing.Title()
