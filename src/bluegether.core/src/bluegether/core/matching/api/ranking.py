"""Who fits a need, which needs fit somebody, and why. Reads compact records; wakes no profile and no need."""

from bluegether.core import _
from bluegether.core.kit.clock import today
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.matching.api import parts
from bluegether.core.matching.api import words
from bluegether.core.matching.api.asking import Ask
from bluegether.core.matching.api.asking import ask as arranged
from bluegether.core.matching.api.asking import checked
from bluegether.core.matching.api.asking import Settings
from bluegether.core.matching.api.asking import settings as in_force
from bluegether.core.matching.api.readers import can_rank
from bluegether.core.matching.api.readers import Reader
from bluegether.core.matching.api.readers import reader_of
from bluegether.core.matching.api.records import kept
from bluegether.core.matching.interfaces import Exclusion
from bluegether.core.matching.interfaces import Match
from bluegether.core.matching.interfaces import Matches
from bluegether.core.matching.interfaces import Part
from bluegether.core.matching.interfaces import Requirement
from bluegether.core.matching.interfaces import SkillFit
from bluegether.core.matching.interfaces import SKILLS
from bluegether.core.matching.interfaces import Stretch
from bluegether.core.matching.storage import Record
from bluegether.core.people import api as people
from collections.abc import Callable
from collections.abc import Iterator
from datetime import date
from zope.globalrequest import getRequest
from zope.i18n import translate
import re


RANKED = frozenset({"consultant", "partner"})  # kinds of account that are proposed to clients
MAX_LIMIT = 100
EXCLUDED = 10  # so many of those excluded are shown
CURSOR = re.compile(r"([0-9]{1,3}):([a-z][a-z0-9._-]{1,63})\Z")


def rank(requirement: Requirement, *, reader: str, limit: int = 20, cursor: str = "") -> Matches:
    """Return who fits, best first, as far as the reader may know; those a hard criterion excludes apart.

    Consultants and partners with access who show one of the required skills at least. Equal scores are in the order of
    user ids. Raises NotAllowed for who may not ask, Invalid for a bad requirement, limit or cursor.
    """
    if not can_rank(reader):
        raise NotAllowed(_("Only sales, HR and direction rank people for a need."))
    if not 1 <= limit <= MAX_LIMIT:
        raise Invalid(_("At most ${max} at once.", mapping={"max": MAX_LIMIT}), field="limit")
    after = _after(cursor)
    wanted, rules, who = arranged(checked(requirement)), in_force(), reader_of(reader)
    fitting, excluded = _sorted(wanted, rules, who)
    rest = [one for one in fitting if after is None or one > after]
    rows, more = _page(rest, limit)
    shown = [userid for _score, userid in rows]
    return Matches(
        rows=tuple(explained(wanted, rules, who, userid) for userid in shown),
        total=len(fitting),
        cursor=f"{-rows[-1][0]}:{rows[-1][1]}" if more else "",
        excluded=tuple(explained(wanted, rules, who, userid) for _score, userid in _page(excluded, EXCLUDED)[0]),
        excluded_total=len(excluded),
    )


def explain(requirement: Requirement, userid: str, *, reader: str) -> Match:
    """Return how this person fits, every number with its reason, as the reader may know it; one's own whole.

    Raises NotAllowed for who may not ask about others, Invalid, Missing for nobody, a client, who has no access.
    """
    if reader != userid and not can_rank(reader):
        raise NotAllowed(_("Only sales, HR and direction rank people for a need."))
    trees = kept()
    if trees is None or userid not in trees.people or not people.has_access(userid):
        raise Missing(_("There is no such person."))
    return explained(arranged(checked(requirement)), in_force(), reader_of(reader), userid)


def needs_for(userid: str, limit: int = 20, *, only: Callable[[str], bool] | None = None) -> list[tuple[str, Match]]:
    """Return (UID, match) of the needs that fit this person best, by everything that they say themselves.

    Needs that a hard criterion excludes them from, or of whose skills they say none, are left out. `only` says which
    needs they may see: it is asked in the order of the ranking, until there are enough.
    """
    trees = kept()
    if trees is None or userid not in trees.people or not people.has_access(userid):
        return []
    record, rules, who = trees.people[userid], in_force(), reader_of(userid)
    families: dict = {}
    found = []
    for uid, requirement in trees.needs.items():
        wanted = arranged(requirement, families)
        levels, value, excluded = _measured(wanted, record, rules)
        if not excluded and _is_candidate(wanted, levels):
            found.append((-round(value), uid, wanted))
    chosen: list[tuple[str, Match]] = []
    for _score, uid, wanted in sorted(found, key=lambda one: one[:2]):
        if len(chosen) >= limit:
            break
        if only is None or only(uid):
            chosen.append((uid, explained(wanted, rules, who, userid)))
    return chosen


def example(values: dict | None = None) -> Match:
    """Return the match of an invented person and an invented need, by the settings in force or those of a form."""
    day = today().toordinal()
    wanted = Ask(
        rows=(("1", 3), ("2", 3), ("3", 2)),
        required=2,
        wanted={"1": ((0, True),), "2": ((1, True),), "below": ((1, False),), "3": ((2, True),)},
        start=day + 30,
        end=day + 210,
        share=100,
        places=("nantes",),
        remote="partly",
        sector="banque",
        hard=(),
        today=day,
    )
    person = Record(
        kind="consultant",
        audiences=(),
        skills=(("1", 4, False), ("below", 3, True)),
        refreshed=day - 300,
        free=day + 50,
        share=100,
        places=("nantes",),
        remote="full",
        wish_sectors=("banque",),
    )
    return matched(wanted, in_force(values), "", person)


def explained(ask: Ask, settings: Settings, reader: Reader, userid: str) -> Match:
    """Return the match of somebody who has a record."""
    record = reader.sees(userid, kept().people[userid])
    return matched(ask, settings, userid, record)


def matched(ask: Ask, settings: Settings, userid: str, record: Record) -> Match:
    """Return the match of a record, with its reasons in words."""
    got = parts.levels(ask, record, settings)
    found = parts.findings(ask, record, got, settings)
    return Match(
        userid=userid,
        score=round(parts.score(found, settings)),
        parts=tuple(
            Part(name, settings.weights[name], one.value, words.why(one, _say), one.known)
            for name, one in found.items()
            if one is not None
        ),
        skills=tuple(
            SkillFit(skill, asked, got.own[row], got.near[row], got.counted[row], row < ask.required)
            for row, (skill, asked) in enumerate(ask.rows)
        ),
        excluded_by=tuple(
            Exclusion(name, words.UNKNOWN["missing_skills"] if name == SKILLS else words.why(one, _say))
            for name, one in parts.excluded_by(ask, found, got)
        ),
        forecast=tuple(
            Stretch(date.fromordinal(first), date.fromordinal(last), share)
            for first, last, share, confirmed in record.periods
            if not confirmed and first <= ask.end and last >= ask.start
        ),
    )


def _sorted(ask: Ask, settings: Settings, reader: Reader) -> tuple[list, list]:
    """Return (-score, user id) of who fits, and of who is excluded, best first."""
    fitting: list[tuple[int, str]] = []
    excluded: list[tuple[int, str]] = []
    for userid, record in _candidates(reader):
        levels = parts.levels(ask, record, settings)
        if not _is_candidate(ask, levels):
            continue
        found = parts.findings(ask, record, levels, settings)
        held = excluded if parts.excluded_by(ask, found, levels) else fitting
        held.append((-round(parts.score(found, settings)), userid))
    return sorted(fitting), sorted(excluded)


def _candidates(reader: Reader) -> Iterator[tuple[str, Record]]:
    trees = kept()
    for userid, record in trees.people.items() if trees is not None else ():
        if record.kind in RANKED:
            yield userid, reader.sees(userid, record)


def _measured(ask: Ask, record: Record, settings: Settings) -> tuple:
    levels = parts.levels(ask, record, settings)
    found = parts.findings(ask, record, levels, settings)
    return levels, parts.score(found, settings), parts.excluded_by(ask, found, levels)


def _is_candidate(ask: Ask, levels: parts.Levels) -> bool:
    """Return whether one of the required skills is there at all; nobody asked for skills: everybody is one."""
    return not ask.required or any(levels.counted[: ask.required])


def _page(found: list, limit: int) -> tuple[list, bool]:
    """Return the first of those who have access at this moment, and whether there are more."""
    rows: list[tuple[int, str]] = []
    for one in found:
        if not people.has_access(one[1]):
            continue
        if len(rows) == limit:
            return rows, True
        rows.append(one)
    return rows, False


def _after(cursor: str) -> tuple[int, str] | None:
    if not cursor:
        return None
    match = CURSOR.match(cursor) if isinstance(cursor, str) else None
    if match is None:
        raise Invalid(_("${name} cannot be read.", mapping={"name": "cursor"}), field="cursor")
    return -int(match.group(1)), match.group(2)


def _say(text) -> str:
    return translate(text, context=getRequest())
