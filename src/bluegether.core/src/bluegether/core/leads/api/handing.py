"""Handing in a lead, and following it."""

from bluegether.core import _
from bluegether.core.kit import deed
from bluegether.core.kit import limit
from bluegether.core.kit import notice
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.interfaces import INeedMaker
from bluegether.core.leads.api import rules
from bluegether.core.leads.storage import free_key
from bluegether.core.leads.storage import Lead
from bluegether.core.leads.storage import readable
from bluegether.core.leads.storage import writable
from bluegether.core.missions import api as missions
from bluegether.core.people import api as people
from datetime import timedelta
from plone import api
from zope.component import queryAdapter


NEW, MOVED, OVERDUE = "leads.new", "leads.moved", "leads.overdue"
QUALIFIED, SIGNED = "leads.qualified", "leads.signed"
BATCH = 50  # leads escalated in one run of the timer


def answer_days() -> int:
    """Return the days within which sales answer."""
    return api.portal.get_registry_record("bluegether.leads.answer_days", default=None) or 3


def hand_in(*, author: str, **values) -> Lead:
    """Keep a lead (company, heard; contact, when, sure) and tell sales; return it.

    Raises NotAllowed for who is no member, Invalid naming the field, TooMany for too many in an hour.
    """
    if not rules.can_hand_in(author):
        raise NotAllowed(_("Only members hand leads in."))
    cleaned = rules.checked(values)
    limit.count("lead", author, new=people.is_new(author))
    trees, moment = writable(), now()
    cleaned["client"] = _client(cleaned["company"], author)
    due = moment + timedelta(days=answer_days())
    lead = Lead(free_key(trees.leads, moment), author=author, received=moment, due=due, **cleaned)
    lead.history = ((moment, author, "new", ""),)
    trees.add(lead, rules.company_key(lead.company))
    notice.tell(NEW, thing=str(lead.key), actor=author, recipients=rules.handlers(rules.SALES))
    return lead


def move(key: int, step: str, *, actor: str, reason: str = "", seen: int | None = None) -> Lead:
    """Take a lead one step on and tell who handed it in; return it.

    Steps: take, qualify, need, sign, drop (with a reason, which the author reads), reopen. `seen` is the revision that
    the person saw. Raises Missing, NotAllowed, Invalid, Conflict when somebody was quicker or the step does not fit.
    """
    lead = rules.lead_of(key, actor)
    rules.require_handler(actor)
    if step not in rules.STEPS:
        raise Missing(_("There is no such step."))
    _check(lead, step, actor, seen)
    said = rules.text(reason, "reason", rules.MAX_REASON, required=step == "drop", lines=True)
    if step == "need":
        lead.need = _make_need(lead, actor)
    _enter(lead, rules.STEPS[step][1] or ("taken" if lead.state == "new" else lead.state), actor, said, step)
    return lead


def note(key: int, text: str, *, actor: str) -> None:
    """Write a note that sales and direction alone read. Raises Missing, NotAllowed, Invalid."""
    lead = rules.lead_of(key, actor)
    rules.require_handler(actor)
    said = rules.text(text, "note", rules.MAX_NOTE, required=True, lines=True)
    lead.notes = (*lead.notes, (now(), actor, said))


def steps(lead: Lead, userid: str) -> list[str]:
    """Return the steps that this person may choose now."""
    if not rules.can_handle(userid):
        return []
    return [step for step in rules.STEPS if _fits(lead, step, userid)]


def need_closed(need_uid: str, *, won: bool, actor: str) -> None:
    """Let a lead follow the need that it became: signed when it is won, dropped when it is lost."""
    trees = readable()
    key = trees.of_need.get(need_uid) if trees is not None else None
    lead = trees.leads.get(key) if key is not None else None
    if lead is not None and lead.state == "need":
        _enter(lead, "signed" if won else "dropped", actor, "", "need won" if won else "need lost")


def escalate() -> bool:
    """Tell direction and sales of leads that nobody answered in time, once; return whether there are more."""
    trees, limit_key = readable(), int(now().timestamp() * 1_000_000)
    late = [due for due, _place in zip(trees.due.keys(None, limit_key), range(BATCH), strict=False)] if trees else []
    for due in late:
        lead = trees.leads.get(trees.due.pop(due))
        if lead is not None and lead.state == "new":
            lead.escalated = True
            told = rules.handlers(rules.SALES, rules.DIRECTION)
            notice.tell(OVERDUE, thing=str(lead.key), actor="", recipients=told)
    return len(late) == BATCH


def is_overdue(lead: Lead) -> bool:
    """Return whether sales have not answered in time."""
    return lead.state == "new" and lead.due <= now()


def _enter(lead: Lead, state: str, actor: str, reason: str, what: str) -> None:
    moment, before = now(), lead.state
    lead.state = state
    lead.taker = actor if what in ("take", "reopen") or not lead.taker else lead.taker
    lead.answered = lead.answered or moment
    lead.reason = reason if state == "dropped" else ""
    lead.revision += 1
    lead.history = (*lead.history, (moment, actor, what, reason))
    writable().settle(lead, before)
    if lead.author:
        notice.tell(MOVED, thing=str(lead.key), actor=actor, recipients=[lead.author])
    if lead.author and lead.author != actor:  # nobody earns by deciding about their own
        _reward(lead)


def _reward(lead: Lead) -> None:
    if lead.state in ("qualified", "need", "signed"):
        deed.done(QUALIFIED, lead.author, thing=str(lead.key))
    if lead.state == "signed":
        deed.done(SIGNED, lead.author, thing=str(lead.key))


def _check(lead: Lead, step: str, actor: str, seen: int | None) -> None:
    if seen is not None and seen != lead.revision:
        raise Conflict(_("A colleague has moved this lead meanwhile: look at it again."))
    if not _fits(lead, step, actor):
        raise Conflict(_("This step does not fit the lead as it is now."))


def _fits(lead: Lead, step: str, actor: str) -> bool:
    if lead.state not in rules.STEPS[step][0] or (step == "take" and lead.taker == actor):
        return False
    return step != "need" or _need_maker() is not None


def _make_need(lead: Lead, actor: str) -> str:
    values = {"client": lead.client, "company": lead.company, "background": lead.heard}
    return _need_maker().make_need(actor=actor, **values)


def _need_maker():
    return queryAdapter(api.portal.get(), INeedMaker)


def _client(company: str, reader: str) -> str:
    """Return the UID of the client of this name that the reader may know, or empty."""
    wanted = rules.company_key(company)
    for uid, name in missions.client_choices(reader):
        if rules.company_key(name) == wanted:
            return uid
    return ""
