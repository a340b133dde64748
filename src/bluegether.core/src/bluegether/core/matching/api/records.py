"""The compact record of a profile: made from what the person says, whoever may see it; who may is kept beside it."""

from bluegether.core.kit.annotation import store
from bluegether.core.kit.annotation import stored
from bluegether.core.kit.clock import today
from bluegether.core.matching.storage import KEY
from bluegether.core.matching.storage import Matching
from bluegether.core.matching.storage import Record
from bluegether.core.missions import api as missions
from bluegether.core.people import api as people
from bluegether.core.people.api.accounts import folded
from bluegether.core.people.api.audience import indexed_audience
from bluegether.core.skills import api as skills
from collections.abc import Mapping
from plone import api
import transaction


GROUPS = ("skills", "availability", "wishes", "contact")
SAVE_AFTER = 200  # people: what a rebuild has woken is let go from time to time


def kept() -> Matching | None:
    """Return the room's trees, or None before the first record. Never writes."""
    return stored(api.portal.get(), KEY)


def records() -> Mapping[str, Record]:
    """Return user id -> record, to compare and to count; a record knows no reader."""
    trees = kept()
    return trees.people if trees is not None else {}


def index(userid: str) -> None:
    """Keep a person as they are now; forget them when they are no more, are a client, or have no access."""
    account = people.account(userid)
    if account is None or account.kind == "client" or not people.has_access(userid):
        drop_person(userid)
        return
    trees = store(api.portal.get(), KEY, Matching)
    if userid not in trees.refreshed:
        trees.refreshed[userid] = today().toordinal()
    record = record_of(account, trees.refreshed[userid])
    if trees.people.get(userid) != record:
        trees.people[userid] = record


def record_of(account, refreshed: int) -> Record:
    """Return what is scored of this person."""
    person = people.person(account.userid)
    if person is None:
        return Record(account.kind, tuple(f"me:{account.userid}" for _group in GROUPS))
    values = people.values_of(person)
    return Record(
        kind=account.kind,
        audiences=tuple(indexed_audience(person, group) for group in GROUPS),
        skills=_skills(values),
        refreshed=refreshed,
        free=_ordinal(values.get("available_from")),
        share=-1 if values.get("available_share") is None else values["available_share"],
        places=_words(values, "available_places"),
        remote=values.get("remote") or "",
        wish_skills=tuple(filter(None, map(skills.current, values.get("wish_skills") or ()))),
        wish_sectors=_words(values, "wish_sectors"),
        wish_places=_words(values, "wish_places"),
        wish_day=_ordinal(values.get("wish_date")),
        city=plain(values.get("city") or ""),
        periods=_periods(account.userid),
    )


def plain(text: str) -> str:
    """Return the words of the text as they are compared: without case, accents and signs."""
    return " ".join("".join(sign if sign.isalnum() else " " for sign in folded(text)).split())


def drop_person(userid: str, *, erased: bool = False) -> None:
    """Forget a person; the day of refreshing too when they are erased."""
    trees = kept()
    if trees is None:
        return
    trees.people.pop(userid, None)
    if erased:
        trees.refreshed.pop(userid, None)


def refresh(userid: str) -> None:
    """Note that skills or experiences changed today, or were confirmed."""
    trees = store(api.portal.get(), KEY, Matching)
    day = trees.refreshed[userid] = today().toordinal()
    if userid in trees.people:
        trees.people[userid] = trees.people[userid]._replace(refreshed=day)


def rebuild() -> int:
    """Make the records of all people anew; return how many there are. Needs stay as they told."""
    trees = store(api.portal.get(), KEY, Matching)
    trees.people.clear()
    for count, userid in enumerate(people.userids(), 1):
        index(userid)
        if count % SAVE_AFTER == 0:
            _let_go()
    return len(trees.people)


def naming_skill(skill_id: str) -> list[str]:
    """Return the user ids of the records that name this skill."""
    trees = kept()
    found = trees.people.items() if trees is not None else ()
    return [
        userid
        for userid, one in found
        if skill_id in one.wish_skills or any(skill == skill_id for skill, _level, _again in one.skills)
    ]


def _let_go() -> None:
    transaction.savepoint(optimistic=True)
    api.portal.get()._p_jar.cacheGC()


def _skills(values) -> tuple[tuple[str, int, bool], ...]:
    found: dict[str, tuple[int, bool]] = {}
    for row in values.get("skills") or ():
        skill, level, again = skills.current(row["skill"]), row["level"], bool(row.get("again"))
        before = found.get(skill, (0, False))
        found[skill] = (max(level, before[0]), again or before[1])
    found.pop("", None)
    return tuple((skill, level, again) for skill, (level, again) in found.items())


def _periods(userid: str) -> tuple[tuple[int, int, int, bool], ...]:
    found = missions.periods(userid)
    return tuple((one.start.toordinal(), one.end.toordinal(), one.share, one.confirmed) for one in found)


def _words(values, name: str) -> tuple[str, ...]:
    return tuple(filter(None, map(plain, values.get(name) or ())))


def _ordinal(day) -> int:
    return day.toordinal() if day else 0
