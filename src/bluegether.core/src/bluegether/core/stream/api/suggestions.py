"""Whom to follow, and why. Look-ups are bounded: the cost grows neither with members nor with entries."""

from bluegether.core.kit.annotation import stored
from bluegether.core.people import api as people
from bluegether.core.skills import api as skills
from bluegether.core.spaces import api as spaces
from bluegether.core.stream.api.reading import reader
from bluegether.core.stream.api.reading import unwanted
from bluegether.core.stream.storage import ids
from bluegether.core.stream.storage import KEY
from bluegether.core.stream.storage import Stream
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from itertools import islice
from plone import api


FRIENDS = 20  # people I follow whose choices are looked at, and of each so many
LATEST = 60  # entries whose authors are looked at
SPACES = 10  # of mine
SKILLS = 3  # of mine
HOLDERS = 20  # of each


@dataclass(frozen=True)
class Suggestion:
    """`reason` is friends (`count` people that I follow do), space (`value` its UID), unit (its id), skill (title)."""

    userid: str
    reason: str
    value: str = ""
    count: int = 0


def suggestions(userid: str, *, limit: int = 3, by_skill: bool = False) -> list[Suggestion]:
    """Return people to follow, each once with the best reason; by skill only when asked, for it wakes profiles."""
    outside = reader(userid).outside
    trees = stored(api.portal.get(), KEY)
    me = people.account(userid)
    if me is None or trees is None:
        return []
    mine = trees.persons.get(userid)
    left_out = {userid} | unwanted(mine) | set(mine.people if mine is not None else ())
    candidates = (
        _of_spaces(userid)
        if outside
        else chain(
            _of_friends(trees, mine),
            _of_spaces(userid),
            _of_skills(userid) if by_skill else (),
            _of_unit(trees, me),
        )
    )
    return list(islice(_chosen(candidates, left_out), limit))


def _chosen(candidates, left_out: set[str]) -> Iterator[Suggestion]:
    for found in candidates:
        if found.userid not in left_out and _is_member(found.userid):
            left_out.add(found.userid)
            yield found


def _is_member(userid: str) -> bool:
    person = people.account(userid)
    return person is not None and person.kind != "client" and people.has_access(userid)


def _of_friends(trees: Stream, mine) -> Iterator[Suggestion]:
    counts: Counter = Counter()
    for friend in islice(mine.people if mine is not None else (), FRIENDS):
        theirs = trees.persons.get(friend)
        counts.update(islice(theirs.people, FRIENDS) if theirs is not None else ())
    for userid, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        yield Suggestion(userid, "friends", count=count)


def _of_spaces(userid: str) -> Iterator[Suggestion]:
    """Who is in my spaces, beginning with those who lead."""
    for uid in islice(spaces.spaces_of(userid), SPACES):
        for other in spaces.faces(uid, limit=HOLDERS):
            yield Suggestion(other, "space", uid)


def _of_unit(trees: Stream, me) -> Iterator[Suggestion]:
    """Who wrote lately, then who arrived lately, in my unit."""
    latest = (trees.get(entry_id) for entry_id in islice(ids([trees.all]), LATEST))
    wrote = dict.fromkeys(entry.author for entry in latest if entry.for_everyone)
    for userid in chain(wrote, (person.userid for person in people.newcomers())):
        person = people.account(userid)
        if person is not None and me.unit and person.unit == me.unit:
            yield Suggestion(userid, "unit", me.unit)


def _of_skills(userid: str) -> Iterator[Suggestion]:
    """Whose profile shows me a skill that mine has."""
    me = people.person(userid)
    for row in islice((people.values_of(me).get("skills") or ()) if me is not None else (), SKILLS):
        skill = skills.current(row["skill"])
        for other in islice(people.naming_skill(skill), HOLDERS):
            if other != userid and skill in _skills_shown(other, userid):
                yield Suggestion(other, "skill", skill)


def _skills_shown(userid: str, reader: str) -> set[str]:
    person = people.person(userid)
    rows = people.shown(person, reader).get("skills") if person is not None else ()
    return {skills.current(row["skill"]) for row in rows or ()}
