"""Versions of the rules: read by everyone, put in force by direction, never retroactive, never changed after."""

from bluegether.core import _
from bluegether.core.kit.audience import Audience
from bluegether.core.kit.clock import now
from bluegether.core.kit.clock import start_of
from bluegether.core.kit.clock import today
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.notice import tell_audience
from bluegether.core.rewards.api import checks
from bluegether.core.rewards.api.judging import overlapping
from bluegether.core.rewards.api.kinds import kind_named
from bluegether.core.rewards.api.rights import can_write_rules
from bluegether.core.rewards.api.rights import kept
from bluegether.core.rewards.api.rights import require
from bluegether.core.rewards.api.rights import trees
from bluegether.core.rewards.storage import insert
from bluegether.core.rewards.storage import microseconds
from bluegether.core.rewards.storage import Rule
from bluegether.core.rewards.storage import RuleSet
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import timedelta


PUBLISHED = "rewards.rules"
MAX_RULES = 60
FARTHEST = timedelta(days=366)


@dataclass(frozen=True)
class Caution:
    """What must be confirmed before a set of rules is put in force. `keys` are the rules concerned."""

    code: str  # overlap: a deed fits two rules; paid_by_room: the room of the deed pays money too
    keys: tuple[str, ...]


def versions() -> list[RuleSet]:
    """Return every version that is or was in force, or will be, the newest first. Everyone may read them."""
    found = kept()
    return list(reversed(found.versions.values())) if found is not None else []


def version(number: int) -> RuleSet:
    """Return one version; raise Missing when there is none."""
    found = kept()
    rules = found.versions.get(number) if found is not None else None
    if rules is None:
        raise Missing(_("There is no such version of the rules."))
    return rules


def in_force(moment: datetime | None = None) -> RuleSet | None:
    """Return the version in force at this moment, now by default; None before the first."""
    found = kept()
    if found is None:
        return None
    try:
        since = found.since.maxKey(microseconds(moment or now()))
    except ValueError:
        return None
    return found.versions[found.since[since]]


def coming() -> RuleSet | None:
    """Return the version that is put in force at a later date, None when there is none."""
    found = versions()
    return found[0] if found and found[0].since > now() else None


def state_of(rules: RuleSet) -> str:
    """Return draft, coming, in_force or earlier."""
    if rules.since is None:
        return "draft"
    if rules.since > now():
        return "coming"
    return "in_force" if rules is in_force() else "earlier"


def ends(rules: RuleSet) -> datetime | None:
    """Return when the version stopped, or will stop, being in force; None while nothing follows."""
    found = kept().versions.get(rules.number + 1)
    return found.since if found is not None else None


def draft(userid: str) -> RuleSet:
    """Return the draft. Raises NotAllowed; Missing when there is none."""
    require(can_write_rules(userid))
    found = kept()
    if found is None or found.draft is None:
        raise Missing(_("There is no draft of the rules."))
    return found.draft


def has_draft() -> bool:
    """Return whether somebody drafts rules."""
    found = kept()
    return found is not None and found.draft is not None


def start_draft(userid: str) -> RuleSet:
    """Start a draft with the rules of the newest version. Raises NotAllowed; Conflict when there is one."""
    require(can_write_rules(userid))
    found = trees()
    if found.draft is not None:
        raise Conflict(_("There is a draft already."))
    newest = versions()
    number = newest[0].number + 1 if newest else 1
    rules = newest[0].rules if newest else ()
    found.draft = RuleSet(number, rules=rules, made_by=userid, made=now())
    return found.draft


def put_rule(values: dict, *, key: str = "", revision: int, userid: str) -> Rule:
    """Add a rule to the draft, or change the one of this key; see `checks.rule` for the values.

    Raises NotAllowed, Missing, Invalid; Conflict when somebody changed the draft since `revision`.
    """
    found = _editable(userid, revision)
    others = tuple(one for one in found.rules if one.key != key)
    if key and len(others) == len(found.rules):
        raise Missing(_("There is no such rule."))
    if len(others) >= MAX_RULES:
        raise Invalid(_("A set has at most ${count} rules.", mapping={"count": MAX_RULES}))
    rule = checks.rule(values, key=key or _free(values.get("kind", ""), found.rules))
    before = [one.key for one in found.rules]
    place = before.index(key) if key else len(others)
    found.rules = (*others[:place], rule, *others[place:])
    found.revision += 1
    return rule


def drop_rule(key: str, *, revision: int, userid: str) -> None:
    """Take a rule out of the draft. Raises NotAllowed, Missing, Conflict."""
    found = _editable(userid, revision)
    left = tuple(one for one in found.rules if one.key != key)
    if len(left) == len(found.rules):
        raise Missing(_("There is no such rule."))
    found.rules = left
    found.revision += 1


def discard_draft(*, userid: str) -> None:
    """Throw the draft away. Raises NotAllowed, Missing."""
    draft(userid)
    trees().draft = None


def warnings(rules: RuleSet) -> list[Caution]:
    """Return what must be confirmed: two rules that pay one deed, an amount for what its room pays already."""
    found = [Caution("overlap", (one.key, other.key)) for one, other in overlapping(rules.rules)]
    for rule in rules.rules:
        kind = kind_named(rule.kind)
        if rule.cents and kind is not None and kind.paid_by_room:
            found.append(Caution("paid_by_room", (rule.key,)))
    return found


def publish(*, since: date, note: str, revision: int, confirmed: bool = False, userid: str) -> RuleSet:
    """Put the draft in force from the beginning of a day, today meaning now; everyone is told.

    Raises NotAllowed, Missing; Invalid for a past or far day, or a set without rules; Conflict when somebody changed it
    since `revision`, when another version is to come in force, or with warnings that are not confirmed.
    """
    rules = _editable(userid, revision)
    if not rules.rules:
        raise Invalid(_("There are no rules yet."))
    if coming() is not None:
        raise Conflict(_("Another version is to come in force: take it back first."))
    found = warnings(rules)
    if found and not confirmed:
        raise Conflict(_("Read the warnings and confirm them."), field="confirmed")
    rules.since = _since(since)
    rules.note = checks.text(note, "note", maximum=checks.MAX_NOTE, empty=True)
    rules.put_by = userid
    rules.confirmed = tuple(found)
    _enter(rules)
    tell_audience(PUBLISHED, thing=str(rules.number), actor=userid, audience=Audience())
    return rules


def _enter(rules: RuleSet) -> None:
    found = trees()
    found.versions[rules.number] = rules
    found.since[microseconds(rules.since)] = rules.number
    found.draft = None
    for person in {rules.made_by, rules.put_by}:
        insert(found.acted, person, ("versions", rules.number, 0))


def take_back_coming(*, userid: str) -> RuleSet:
    """Make the version that is to come a draft again. Raises NotAllowed; Conflict when there is none, or a draft."""
    require(can_write_rules(userid))
    rules, found = coming(), trees()
    if rules is None:
        raise Conflict(_("No version is to come in force."))
    if found.draft is not None:
        raise Conflict(_("There is a draft already."))
    del found.since[microseconds(rules.since)]
    del found.versions[rules.number]
    rules.since, rules.put_by, rules.confirmed = None, "", ()
    found.draft = rules
    return rules


def _since(day: date) -> datetime:
    moment = now()
    if day == today():
        return moment
    since = start_of(day)
    if not moment < since <= moment + FARTHEST:
        raise Invalid(_("Rules come in force today or within a year, never in the past."), field="since")
    return since


def _editable(userid: str, revision: int) -> RuleSet:
    found = draft(userid)
    if found.revision != revision:
        raise Conflict(_("Somebody changed the draft meanwhile: look at it again."))
    return found


def _free(kind: str, rules: tuple[Rule, ...]) -> str:
    """Return a key that no rule of any version has."""
    used = {rule.key for one in versions() for rule in one.rules} | {rule.key for rule in rules}
    number = 1
    while f"{kind}-{number}" in used:
        number += 1
    return f"{kind}-{number}"
