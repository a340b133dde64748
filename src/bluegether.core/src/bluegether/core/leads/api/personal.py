"""What the room holds about a person: exported, erased, handed over."""

from bluegether.core.kit.clock import now
from bluegether.core.leads.api import lists
from bluegether.core.leads.api import rules
from bluegether.core.leads.storage import Lead
from bluegether.core.leads.storage import readable
from bluegether.core.leads.storage import take
from bluegether.core.people import api as people


def export(userid: str) -> dict:
    """Return the leads that this person handed in and follows, their steps and notes, as JSON-compatible data."""
    trees = readable()
    if trees is None:
        return {}
    own = [trees.leads[key] for key in trees.of_author.get(userid, ())]
    worked = [lead for lead in trees.leads.values() if _worked(lead, userid)]
    found = {"handed_in": [_told(lead) for lead in own], "handled": [_work(lead, userid) for lead in worked]}
    return {name: rows for name, rows in found.items() if rows}


def erase(userid: str) -> None:
    """Forget who it was; the leads stay with sales. Twice changes nothing more."""
    trees = readable()
    if trees is None:
        return
    for key in list(trees.of_author.get(userid, ())):
        trees.leads[key].author = ""
        take(trees.of_author, userid, key)
    for lead in trees.leads.values():
        _forget(lead, userid)


def held(userid: str) -> int:
    """Return how many open leads this person follows."""
    return len(lists.taken_by(userid))


def hand_over(userid: str, to: str, *, actor: str) -> None:
    """Let somebody of sales or direction follow this person's open leads. Raises NotAllowed for anybody else."""
    rules.require_handler(to)
    for lead in lists.taken_by(userid):
        lead.taker = to
        lead.revision += 1
        lead.history = (*lead.history, (now(), actor, "handed over", ""))


def name_of(userid: str) -> str:
    """Return the name of a person, empty for who was erased."""
    account = people.account(userid) if userid else None
    return account.fullname if account is not None else ""


def _worked(lead: Lead, userid: str) -> bool:
    steps = {who for _moment, who, what, _reason in lead.history if what != "new"}
    return userid == lead.taker or userid in steps or userid in {who for _moment, who, _text in lead.notes}


def _told(lead: Lead) -> dict:
    return {
        "company": lead.company,
        "heard": lead.heard,
        "contact": lead.contact,
        "when": lead.when,
        "sure": lead.sure,
        "state": lead.state,
        "received": lead.received.isoformat(),
        "reason": lead.reason,
        "steps": [{"at": moment.isoformat(), "what": what} for moment, _who, what, _reason in lead.history],
    }


def _work(lead: Lead, userid: str) -> dict:
    return {
        "lead": lead.key,
        "follows": lead.taker == userid,
        "steps": [
            {"at": moment.isoformat(), "what": what, "reason": reason}
            for moment, who, what, reason in lead.history
            if who == userid and what != "new"
        ],
        "notes": [{"at": moment.isoformat(), "text": text} for moment, who, text in lead.notes if who == userid],
    }


def _forget(lead: Lead, userid: str) -> None:
    if lead.taker == userid:
        lead.taker = ""
    if any(who == userid for _moment, who, _what, _reason in lead.history):
        lead.history = tuple((moment, "" if who == userid else who, *rest) for moment, who, *rest in lead.history)
    if any(who == userid for _moment, who, _text in lead.notes):
        lead.notes = tuple((moment, "" if who == userid else who, text) for moment, who, text in lead.notes)
