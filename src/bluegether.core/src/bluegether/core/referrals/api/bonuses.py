"""Bonuses: due by the rules of the referral's day, approved by HR, sent to payroll, paid; or cancelled."""

from bluegether.core import _
from bluegether.core.kit.clock import now
from bluegether.core.kit.clock import today
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.notice import tell
from bluegether.core.people import api as people
from bluegether.core.referrals.api import rules
from bluegether.core.referrals.api.model import can_pay
from bluegether.core.referrals.api.model import fingerprint
from bluegether.core.referrals.api.model import is_hr
from bluegether.core.referrals.api.model import kept
from bluegether.core.referrals.api.model import note_count
from bluegether.core.referrals.api.model import quarter
from bluegether.core.referrals.api.model import sees_amounts
from bluegether.core.referrals.api.model import text
from bluegether.core.referrals.api.model import writable
from bluegether.core.referrals.interfaces import BONUS_STATES
from bluegether.core.referrals.interfaces import MAX_REASON
from bluegether.core.referrals.storage import Bonus
from bluegether.core.referrals.storage import drop
from bluegether.core.referrals.storage import Event
from bluegether.core.referrals.storage import free_key
from bluegether.core.referrals.storage import members
from bluegether.core.referrals.storage import Referral
from bluegether.core.referrals.storage import Referrals
from datetime import date
from dateutil.relativedelta import relativedelta


CANCELLABLE = ("due", "approved", "exported")


def owe(root: Referrals, found: Referral, milestone: str, on: date) -> list[Bonus]:
    """Let the bonuses of this milestone come into being, each once; due so many months after the day."""
    made = []
    there = {root.bonuses[number].rule for number in root.of_referral.get(found.id, ())}
    for rule in rules.paying(rules.version(found.rules), found.profile, milestone):
        if rule not in there and found.by:
            made.append(_make(root, found, rule, on + relativedelta(months=rule.months)))
    if made:
        tell("referrals.due", thing=str(found.id), actor="", recipients=[found.by])
    return made


def of_referral(found: Referral, *, userid: str) -> list[Bonus]:
    """Return the bonuses of one referral, for its referrer and who sees amounts; nothing for others."""
    root = kept()
    if root is None or not (userid == found.by or sees_amounts(userid)):
        return []
    return [root.bonuses[number] for number in root.of_referral.get(found.id, ())]


def mine(userid: str) -> list[Bonus]:
    """Return one's own, the newest first."""
    root = kept()
    if root is None:
        return []
    return [root.bonuses[number] for number in sorted(root.earned.get(userid, ()), reverse=True)]


def listed(state: str, *, userid: str, start: int = 0, size: int = 25) -> tuple[list[Bonus], int]:
    """Return bonuses in this state by their day, and how many there are. Raises Missing for who sees no amounts."""
    if not sees_amounts(userid):
        raise Missing(_("There is nothing at this address."))
    root = kept()
    keys = root.standing.get(state, ()) if root is not None else ()
    wanted = list(keys)[::-1] if state in ("paid", "cancelled") else list(keys)
    return [root.bonuses[number] for _on, number in wanted[start : start + size]], len(wanted)


def totals(*, userid: str) -> dict[str, int]:
    """Return how many bonuses are in each state. Raises Missing."""
    if not sees_amounts(userid):
        raise Missing(_("There is nothing at this address."))
    root = kept()
    return {state: len(root.standing.get(state, ())) if root is not None else 0 for state in BONUS_STATES}


def ripe(limit: int = 99) -> int:
    """Return how many bonuses have reached their day and wait for HR, at most `limit`."""
    root = kept()
    last = today().toordinal()
    found = 0
    for on, _number in root.standing.get("due", ()) if root is not None else ():
        if on > last or found >= limit:
            break
        found += 1
    return found


def approve(number: int, *, userid: str, expected: str = "due") -> Bonus:
    """Approve what is due. Raises NotAllowed (not HR, one's own), Conflict (not yet; somebody left; moved already)."""
    found = _one(number, userid, is_hr(userid), _("Only HR approves bonuses."))
    _check_state(found, "due" if expected == "due" else expected)
    if found.state != "due":
        raise Conflict(_("Only a bonus that is due is approved."))
    if found.on > today():
        raise Conflict(_("It is not due before its day."))
    _check_both_here(found)
    return _enter(found, "approved", userid)


def cancel(number: int, *, reason: str, userid: str) -> Bonus:
    """Cancel what is not paid; what payroll has already is taken back by the next correction. Raises as above."""
    found = _one(number, userid, is_hr(userid), _("Only HR cancels bonuses."))
    why = text(reason, field="reason", maximum=MAX_REASON, required=True)
    if found.state not in CANCELLABLE:
        raise Conflict(_("What is paid or cancelled stays so."))
    return _enter(found, "cancelled", userid, why)


def pay(number: int, *, userid: str, reason: str = "") -> Bonus:
    """Note a bonus as paid: after payroll had it; or, for who is not on the payroll, with the invoice's number."""
    found = _one(number, userid, can_pay(userid), _("Only HR and finance note a payment."))
    why = text(reason, field="reason", maximum=MAX_REASON)
    account = people.account(found.userid)
    invoiced = found.state == "approved" and account is not None and not account.matricule and bool(why)
    if found.state != "exported" and not invoiced:
        raise Conflict(_("Paid is what payroll had; without an employee number, give the number of the invoice."))
    return _paid(found, userid, why)


def end(root: Referrals, bonuses, reason: str, *, after: date) -> None:
    """Cancel by rule those whose day is later than this one."""
    for found in bonuses:
        if found.state == "due" and found.on > after:
            _enter(found, "cancelled", "", reason)


def _paid(found: Bonus, userid: str, why: str) -> Bonus:
    root = writable()
    _enter(found, "paid", userid, why)
    note_count(root, "paid")
    note_count(root, "paid_cents", found.rule.cents)
    members(root.payees, quarter(now())).insert(fingerprint(root, found.userid))
    return found


def _make(root: Referrals, found: Referral, rule, on: date) -> Bonus:
    number = free_key(root.bonuses, now())
    event = Event(now(), "", "due", "")
    bonus = Bonus(number, referral=found.id, userid=found.by, rule=rule, rules=found.rules, on=on, event=event)
    root.bonuses[number] = bonus
    members(root.standing, "due").insert((on.toordinal(), number))
    members(root.earned, found.by).insert(number)
    root.of_referral[found.id] = (*root.of_referral.get(found.id, ()), number)
    if not people.has_access(found.by):
        _enter(bonus, "cancelled", "", "referrer_left")
    return bonus


def _one(number: int, userid: str, allowed: bool, refusal) -> Bonus:
    root = kept()
    found = root.bonuses.get(number) if root is not None else None
    if found is None or not (sees_amounts(userid) or found.userid == userid):
        raise Missing(_("There is no such bonus."))
    if not allowed:
        raise NotAllowed(refusal)
    if found.userid == userid:
        raise NotAllowed(_("Your own bonus, a colleague handles."))
    return found


def _check_state(found: Bonus, expected: str) -> None:
    if found.state != expected:
        raise Conflict(_("Somebody was faster: look at the bonus again."))


def _check_both_here(found: Bonus) -> None:
    if not people.has_access(found.userid):
        raise Conflict(_("The referrer has no access any more: cancel this bonus, or give them their access back."))
    hired = kept().referrals[found.referral].userid
    if hired and people.has_ended(hired):
        raise Conflict(_("The person who was hired has left: cancel this bonus."))


def _enter(found: Bonus, state: str, actor: str, reason: str = "") -> Bonus:
    root = writable()
    drop(root.standing, found.state, (found.on.toordinal(), found.id))
    found.state = state
    found.history = (*found.history, Event(now(), actor, state, reason))
    members(root.standing, state).insert((found.on.toordinal(), found.id))
    if found.userid:
        tell("referrals.bonus", thing=str(found.id), actor=actor, recipients=[found.userid])
    return found


enter = _enter
