"""How fresh profiles are: seen from their changes, asked for in time, listed by date."""

from bluegether.core import _
from bluegether.core.dossiers.api.letterhead import setting
from bluegether.core.dossiers.api.rules import can_list_stale
from bluegether.core.dossiers.events import ProfileRefreshed
from bluegether.core.dossiers.storage import Freshness
from bluegether.core.dossiers.storage import place
from bluegether.core.dossiers.storage import readable
from bluegether.core.dossiers.storage import unplace
from bluegether.core.dossiers.storage import writable
from bluegether.core.kit import notice
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.people import api as people
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from datetime import UTC
from hashlib import sha256
from itertools import islice
from plone import api
from zope.event import notify
import re


NOTICE = "dossiers.refresh"
AGE = "age"
FIELDS = ("skills", "languages", "certifications", "experiences")
BATCH = 50  # people asked in one run of the timer
MONTH = 30.44 * 86400
WHY = re.compile(r"[A-Za-z0-9._/-]{1,80}\Z")


@dataclass(frozen=True)
class Stale:
    """A profile to refresh: whose, since when nothing changed, whether they were asked."""

    userid: str
    refreshed: datetime
    asked: bool


def follow(person) -> None:
    """See whether skills or experiences changed, and whether the person still belongs into the list (subscriber)."""
    userid, digest = person.getId(), _digest(person)
    account = people.account(userid)
    listed = account is not None and account.kind == "consultant"
    trees = writable()
    fresh = trees.freshness.get(userid)
    if fresh is not None and fresh.digest == digest and fresh.listed == listed:
        return
    if fresh is None:
        fresh = trees.freshness[userid] = Freshness(0, digest)
        place(trees, userid, fresh, now(), listed=listed)
    elif fresh.digest == digest:
        place(trees, userid, fresh, _moment(fresh.refreshed), listed=listed)
    else:
        fresh.digest = digest
        _refresh(userid, fresh, listed)


def confirm(userid: str) -> None:
    """The person says that their skills and experiences are still right. Raises Missing for who has no profile."""
    if people.person(userid) is None or people.account(userid).kind == "client":
        raise Missing(_("There is no such person."))
    trees = writable()
    if userid not in trees.freshness:
        follow(people.person(userid))
    fresh = trees.freshness[userid]
    _refresh(userid, fresh, fresh.listed)


def refreshed(userid: str) -> datetime | None:
    """Return when the profile was last changed or confirmed, None when that is not known."""
    fresh = _fresh(userid)
    return _moment(fresh.refreshed) if fresh is not None else None


def is_asked(userid: str) -> bool:
    """Return whether the person was asked to look at their profile and has not done so yet."""
    fresh = _fresh(userid)
    return fresh is not None and bool(fresh.asked)


def nudge(userid: str, why: str) -> bool:
    """Ask somebody to look at their profile; return whether they were asked now, for the first time for this reason.

    `why` is the key of a mission that ended (letters, digits, `._/-`); a change of the profile ends the asking.
    Raises Invalid for another text. Passed over: nobody, clients, who has no access (any more).
    """
    if not WHY.match(why):
        raise Invalid(_("${name} cannot be read.", mapping={"name": "why"}), field="why")
    account, person = people.account(userid), people.person(userid)
    if account is None or person is None or account.kind == "client" or not people.has_access(userid):
        return False
    if _fresh(userid) is None:
        follow(person)
    return _ask(userid, writable().freshness[userid], why)


def ask_old() -> None:
    """Ask those whose profile became old, a few at a time; reads one entry when nobody is (timer)."""
    trees = readable()
    if trees is None:
        return
    for key, userid in list(islice(trees.unasked.items(max=_limit()), BATCH)):
        del trees.unasked[key]
        if people.has_access(userid):
            _ask(userid, trees.freshness[userid], AGE)


def stale(reader: str, *, start: int = 0, size: int = 25) -> tuple[list[Stale], bool]:
    """Return a page of the profiles to refresh that are this reader's, oldest first, and whether there are more.

    HR has everybody's, a manager their team's; who has no access any more is in neither. Raises NotAllowed for others.
    """
    found = list(islice(_stale(reader), start, start + size + 1))
    return found[:size], len(found) > size


def all_stale(reader: str) -> Iterator[Stale]:
    """Return every profile to refresh that is this reader's. Raises NotAllowed for who has no such list."""
    return _stale(reader)


def _stale(reader: str) -> Iterator[Stale]:
    if not can_list_stale(reader):
        raise NotAllowed(_("This list is for HR and for managers."))
    trees = readable()
    if trees is None:
        return iter(())
    return _everybody(trees) if people.is_hr(reader) else _team(trees, reader)


def _everybody(trees) -> Iterator[Stale]:
    for key, userid in trees.by_date.items(max=_limit()):
        if people.has_access(userid):
            yield Stale(userid, _moment(key), bool(trees.freshness[userid].asked))


def _team(trees, reader: str) -> Iterator[Stale]:
    limit = _limit()
    members = ((userid, trees.freshness.get(userid)) for userid in people.team(reader))
    old = [(one.refreshed, userid, one) for userid, one in members if one and one.listed and one.refreshed <= limit]
    for key, userid, fresh in sorted(old, key=lambda one: one[0]):
        if people.has_access(userid):
            yield Stale(userid, _moment(key), bool(fresh.asked))


def _ask(userid: str, fresh: Freshness, why: str) -> bool:
    if why in fresh.asked:
        return False
    fresh.asked = (*fresh.asked, why)[-20:]
    notice.tell(NOTICE, thing=f"{userid}/{why}", actor="", recipients=[userid])
    return True


def _refresh(userid: str, fresh: Freshness, listed: bool) -> None:
    place(writable(), userid, fresh, now(), listed=listed)
    notify(ProfileRefreshed(api.portal.get(), userid=userid))


def _fresh(userid: str) -> Freshness | None:
    trees = readable()
    return trees.freshness.get(userid) if trees is not None else None


def forget_freshness(trees, userid: str) -> None:
    """Forget how fresh somebody's profile is."""
    fresh = trees.freshness.pop(userid, None)
    if fresh is not None:
        unplace(trees, fresh)


def _limit() -> int:
    return int((now().timestamp() - setting("stale_months") * MONTH) * 1_000_000)


def _moment(key: int) -> datetime:
    return datetime.fromtimestamp(key / 1_000_000, UTC)


def _digest(person) -> str:
    values = people.values_of(person)
    return sha256(repr([values.get(name) or [] for name in FIELDS]).encode()).hexdigest()[:16]
