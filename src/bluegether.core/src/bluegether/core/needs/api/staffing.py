"""Candidates of a need: who applied or was suggested, shortlisted, proposed, and what the client answered.

Two people moving one candidate at once: who decides says which revision they saw; the second is told.
"""

from bluegether.core import _
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.notice import tell
from bluegether.core.needs import storage
from bluegether.core.needs.api import answering
from bluegether.core.needs.api import flow
from bluegether.core.needs.api import records
from bluegether.core.needs.api import rules
from bluegether.core.needs.api import tracing
from bluegether.core.needs.storage import Candidate
from bluegether.core.people import api as people
from bluegether.core.people.api.rules import check_text
from plone import api
from plone.uuid.interfaces import IUUID


SUGGESTED, APPLIED = "suggested", "applied"
# State -> states that sales may bring the candidate to
MOVES = {
    "suggested": ("shortlisted", "refused"),
    "applied": ("shortlisted", "refused"),
    "shortlisted": ("proposed", "refused", "withdrawn"),
    "proposed": ("interview", "accepted", "refused", "withdrawn"),
    "interview": ("accepted", "refused", "withdrawn"),
    "accepted": ("withdrawn",),
    "refused": ("shortlisted",),
    "withdrawn": (),
}
STATES = tuple(MOVES)
ENDED = frozenset({"refused", "withdrawn"})
NAMINGS = ("name", "initials", "reference")
MAX_MESSAGE, MAX_REASON = 2000, 500
# States of the need in which candidates come and go
IN_PROGRESS = (*rules.VISIBLE, "won")


def apply(need, *, actor: str, message: str = "") -> Candidate:
    """Apply oneself: nobody's permission is needed. Raises NotAllowed, Conflict when one is a candidate already."""
    record = records.record(need)
    if not (rules.can_apply(actor) and record.state in rules.VISIBLE and _knows(need, record, actor)):
        raise NotAllowed(_("One applies to needs that are in progress."))
    check_text(message, field="message", maximum=MAX_MESSAGE, lines=True)
    found = storage.read_one(need).candidates.get(actor)
    if found is not None and found.state not in (SUGGESTED, "withdrawn"):
        raise Conflict(_("You are a candidate for this need already."))
    found = found or Candidate(actor)
    found.message = message.strip()
    _enter(need, found, APPLIED, actor)
    tell("needs.applied", thing=IUUID(need), actor=actor, recipients=[need.manager])
    answering.answered(need, actor=actor)
    return found


def withdraw(need, *, actor: str) -> None:
    """Take one's own candidacy back, whatever its state; twice changes nothing more. Raises Missing for none."""
    found = storage.read_one(need).candidates.get(actor)
    if found is None or found.state == SUGGESTED:
        raise Missing(_("You are no candidate for this need."))
    if found.state in ENDED:
        return
    _enter(need, found, "withdrawn", actor)
    tell("needs.withdrawn", thing=f"{IUUID(need)}/{actor}", actor=actor, recipients=[need.manager])


def put_forward(need, userid: str, *, actor: str) -> Candidate:
    """Put somebody on the list of candidates. Raises NotAllowed, Missing for nobody, Conflict when they are on it."""
    rules.require_handler(actor)
    _check_in_progress(need)
    account = people.account(userid)
    if account is None or account.kind == "client" or not people.has_access(userid):
        raise Missing(_("There is no such person."), field="userid")
    found = storage.read_one(need).candidates.get(userid)
    if found is not None and found.state not in ENDED:
        raise Conflict(_("This person is on the list already."))
    found = found or Candidate(userid)
    _enter(need, found, SUGGESTED, actor)
    tell("needs.candidate", thing=f"{IUUID(need)}/{userid}", actor=actor, recipients=[userid])
    return found


def move(
    need, userid: str, state: str, *, actor: str, revision: int | None = None, reason: str = "", naming: str = ""
) -> Candidate:
    """Bring a candidate to a state; the person is told. The first proposal brings the need to "proposed" too.

    Raises NotAllowed, Missing, Conflict for another revision or a state that does not follow, Invalid when a refusal
    has no reason.
    """
    rules.require_handler(actor)
    found = candidate(need, userid)
    if revision is not None and revision != found.revision:
        raise Conflict(_("Somebody has moved this candidate meanwhile: look at it again."))
    if state not in MOVES[found.state]:
        raise Conflict(_("This step does not follow the state in which the candidate is."), field="state")
    _check_in_progress(need)
    _check_values(state, reason, naming)
    found.reason = reason.strip() if state == "refused" else ""
    found.naming = naming or found.naming
    _enter(need, found, state, actor, word=reason.strip())
    if state == "proposed" and api.content.get_state(need) in flow.TRANSITIONS["propose"]:
        flow.move(need, "propose", actor=actor)
    tell("needs.candidate", thing=f"{IUUID(need)}/{userid}", actor=actor, recipients=[userid])
    return found


def candidate(need, userid: str) -> Candidate:
    """Return a candidate; raise Missing when there is none."""
    found = storage.read_one(need).candidates.get(userid)
    if found is None:
        raise Missing(_("There is no such candidate."))
    return found


def candidates(need, *, reader: str) -> list[Candidate]:
    """Return all candidates, those in progress first; raise NotAllowed for all but sales."""
    rules.require_handler(reader)
    found = storage.read_one(need).candidates.values()
    return sorted(found, key=lambda one: (one.state in ENDED, -STATES.index(one.state), one.userid))


def mine(need, userid: str) -> Candidate | None:
    """Return this person's own candidacy, None when there is none."""
    return storage.read_one(need).candidates.get(userid)


def next_states(found: Candidate) -> tuple[str, ...]:
    """Return the states that sales may bring the candidate to."""
    return MOVES[found.state]


def _knows(need, record, userid: str) -> bool:
    return rules.sees(record, userid) or mine(need, userid) is not None


def _check_in_progress(need) -> None:
    if api.content.get_state(need) not in IN_PROGRESS:
        raise Conflict(_("The need is not in progress: open it or take it up again first."))


def _check_values(state: str, reason: str, naming: str) -> None:
    check_text(reason, field="reason", maximum=MAX_REASON, lines=True)
    if state == "refused" and not reason.strip():
        raise Invalid(_("Say why; sales alone read it."), field="reason")
    if naming and naming not in NAMINGS:
        raise Invalid(_("${name} cannot be read.", mapping={"name": "naming"}), field="naming")


def _enter(need, found: Candidate, state: str, actor: str, word: str = "") -> None:
    """Write the new state everywhere that it is kept."""
    room, kept, uid = storage.write_one(need), storage.write_all(api.portal.get()), IUUID(need)
    found.state = state
    found.revision += 1
    found.history = (*found.history, (now(), actor, state, word))
    room.candidates[found.userid] = found
    kept.place(found.userid, uid, state)
    kept.trace(found.userid, uid)
    tracing.note(need, "candidate", actor, candidate=found.userid, state=state)
    if state in ("shortlisted", "proposed"):
        kept.note(uid, state, now())
