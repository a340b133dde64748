"""The questions of spaces. Nothing here writes or wakes a space that is not shown."""

from Acquisition import aq_chain
from Acquisition import aq_inner
from bluegether.core.people import api as people
from bluegether.core.spaces.api import rules
from bluegether.core.spaces.interfaces import ISpace
from bluegether.core.spaces.interfaces import OWNER
from bluegether.core.spaces.interfaces import ROLES
from bluegether.core.spaces.storage import moment_of
from bluegether.core.spaces.storage import Record
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from plone import api
from plone.uuid.interfaces import IUUID


@dataclass(frozen=True)
class Brief:
    """A space in short."""

    uid: str
    title: str
    url: str
    visibility: str
    archived: bool
    members: int
    role: str = ""
    template: str = ""


@dataclass(frozen=True)
class Person:
    """Somebody in a space, with the role and since when; of who asked or was invited, what they wrote or by whom."""

    userid: str
    role: str
    since: datetime
    note: str = ""


@dataclass(frozen=True)
class Batch:
    """Some rows of a listing and how many there are in all."""

    rows: list
    total: int


def spaces_of(userid: str) -> dict[str, str]:
    """Return UID -> role of the spaces that the person is a member of."""
    kept = rules.trees()
    mine = kept.of.get(userid) if kept is not None else None
    return dict(mine) if mine is not None else {}


def of_kind(template: str) -> list[str]:
    """Return the UIDs of all spaces of this kind, whoever may know of them."""
    kept = rules.trees()
    return [uid for uid, found in kept.records.items() if found.template == template] if kept is not None else []


def role(uid: str, userid: str) -> str:
    """Return the person's role in the space, empty for none."""
    found = rules.record(uid)
    return rules.role_in(found, userid) if found is not None else ""


def may_see(uid: str, userid: str) -> bool:
    """Return whether the person sees what is inside the space now: the question of the stream for each entry."""
    found = rules.record(uid)
    return found is not None and rules.sees(found, userid)


def may_know(uid: str, userid: str) -> bool:
    """Return whether the person may know that the space is there."""
    found = rules.record(uid)
    return found is not None and rules.knows(found, userid)


def may_post(uid: str, userid: str) -> bool:
    """Return whether the person publishes in the space's stream."""
    found = rules.record(uid)
    return found is not None and rules.may_talk(found, userid)


def is_closed(uid: str) -> bool:
    """Return whether only members see what is inside; also for a space that is gone."""
    found = rules.record(uid)
    return found is None or found.visibility != "open"


def brief(uid: str, *, userid: str = "") -> Brief | None:
    """Return the space in short, None when it is gone; with the role of this person. The caller asks who may know."""
    found = rules.record(uid)
    return _brief(found, rules.role_in(found, userid)) if found is not None else None


def mine(userid: str) -> list[Brief]:
    """Return the person's spaces by title, those that are archived last."""
    found = [brief(uid, userid=userid) for uid in spaces_of(userid)]
    return sorted((one for one in found if one), key=lambda one: (one.archived, one.title.casefold()))


def writable(userid: str) -> list[Brief]:
    """Return the spaces in whose stream the person publishes, by title."""
    return [one for one in mine(userid) if may_post(one.uid, userid)]


def invitations(userid: str) -> list[Brief]:
    """Return the spaces to which the person is invited."""
    return _named(userid, "invitations")


def applications_of(userid: str) -> list[Brief]:
    """Return the spaces that the person asked to enter."""
    return _named(userid, "asked")


def space_around(content) -> str:
    """Return the UID of the space that this content is in, empty outside spaces."""
    found = next((above for above in aq_chain(aq_inner(content)) if ISpace.providedBy(above)), None)
    return IUUID(found) if found is not None and found is not content else ""


def size(uid: str) -> int:
    """Return how many members the space has."""
    found = rules.record(uid)
    return found.size() if found is not None else 0


def member_ids(uid: str) -> Iterator[str]:
    """Return the user ids of the members; for rooms, not for pages."""
    found = rules.record(uid)
    return iter(found.members) if found is not None else iter(())


def members(uid: str, *, reader: str, text: str = "", start: int = 0, size: int = 25) -> Batch:
    """Return members, who leads first, then by user id; those whose name, job or id holds `text`.

    Raises Missing when the reader may not know the space, NotAllowed when they may not see what is inside.
    """
    found = _seen(uid, reader)
    if text:
        return _page(found, [one for one in people.userids(text=text) if one in found.members], start, size)
    lead = sorted(found.moderators, key=lambda one: (ROLES.index(rules.role_in(found, one)), one))
    others = (one for one in found.members if one not in found.moderators)
    chosen = list(islice(lead, start, start + size))
    if len(chosen) < size:
        chosen += list(islice(others, max(0, start - len(lead)), max(0, start - len(lead)) + size - len(chosen)))
    return Batch([_person(found, one) for one in chosen], found.size())


def faces(uid: str, limit: int = 6) -> list[str]:
    """Return the user ids of some members, who leads first."""
    found = rules.record(uid)
    if found is None:
        return []
    others = (one for one in islice(found.members, limit * 2) if one not in found.moderators)
    return [*list(islice(found.moderators, limit)), *others][:limit]


def applications(uid: str, *, reader: str) -> list[Person]:
    """Return who asks to enter, who asked first is first. Raises Missing, NotAllowed."""
    found = rules.known(uid, reader)
    rules.require(rules.can_moderate(found, reader))
    rows = [Person(one, "", moment_of(at), message) for one, (message, at) in found.applied.items()]
    return sorted(rows, key=lambda one: one.since)


def invited(uid: str, *, reader: str) -> list[Person]:
    """Return who is invited and has not answered; the note is who invited. Raises Missing, NotAllowed."""
    found = rules.known(uid, reader)
    rules.require(rules.can_moderate(found, reader))
    return [Person(one, "", moment_of(at), by) for one, (by, at) in found.invited.items()]


def led_by(userid: str) -> list[Brief]:
    """Return the spaces whose owner the person is."""
    return [brief(uid, userid=userid) for uid, role in spaces_of(userid).items() if role == OWNER]


def waiting(userid: str) -> dict[str, int]:
    """Return UID -> how many applications wait, of the spaces that the person leads."""
    led = [rules.record(uid) for uid, role in spaces_of(userid).items() if role != "member"]
    return {one.uid: len(one.applied) for one in led if one is not None and len(one.applied)}


def shares_space(userid: str, other: str) -> bool:
    """Return whether both are members of one space."""
    theirs = spaces_of(other)
    return any(uid in theirs for uid in spaces_of(userid))


def _seen(uid: str, reader: str) -> Record:
    found = rules.known(uid, reader)
    rules.require(rules.sees(found, reader) or rules.is_steward(reader))
    return found


def _page(found: Record, userids: list[str], start: int, size: int) -> Batch:
    return Batch([_person(found, one) for one in userids[start : start + size]], len(userids))


def _person(found: Record, userid: str) -> Person:
    role, since = found.members[userid]
    return Person(userid, role, moment_of(since))


def _named(userid: str, tree: str) -> list[Brief]:
    kept = rules.trees()
    uids = getattr(kept, tree).get(userid, ()) if kept is not None else ()
    return [one for one in (brief(uid, userid=userid) for uid in uids) if one is not None]


def _brief(found: Record, role: str) -> Brief:
    url = f"{api.portal.get().absolute_url()}/spaces/{found.id}"
    return Brief(found.uid, found.title, url, found.visibility, found.archived, found.size(), role, found.template)
