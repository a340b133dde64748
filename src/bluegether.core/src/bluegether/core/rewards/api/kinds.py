"""Kinds of deeds, as rooms tell them; nothing here knows a room."""

from bluegether.core import _
from bluegether.core.kit.interfaces import IDeedKind
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from plone import api
from zope.component import getAdapters
from zope.component import queryAdapter


@dataclass(frozen=True)
class Kind:
    """What rewards know of a kind. `values`: name -> (title, {value: title}); without choices a number or text."""

    name: str
    title: str
    values: Mapping[str, tuple] = field(default_factory=dict)
    paid_by_room: bool = False


def kinds() -> list[Kind]:
    """Return every kind of deed that a room tells, by name."""
    found = [_kind(name, room) for name, room in getAdapters((api.portal.get(),), IDeedKind)]
    return sorted(found, key=lambda kind: kind.name)


def kind_named(name: str) -> Kind | None:
    """Return the kind of this name, None when its room is gone."""
    room = queryAdapter(api.portal.get(), IDeedKind, name=name) if name else None
    return _kind(name, room) if room is not None else None


def kind_title(name: str):
    """Return what the kind is called; of a room that is gone, its name."""
    kind = kind_named(name)
    return kind.title if kind is not None else name


def described(kind: str, thing: str, userid: str) -> tuple[str, str]:
    """Return (translatable text, address or "") of a deed, as this reader may know it."""
    room = queryAdapter(api.portal.get(), IDeedKind, name=kind)
    if room is None:
        return _("Something that the portal no longer has"), ""
    return room.describe(thing, userid)


def _kind(name: str, room) -> Kind:
    return Kind(name, room.title, getattr(room, "values", {}), bool(getattr(room, "paid_by_room", False)))
