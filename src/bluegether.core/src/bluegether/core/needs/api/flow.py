"""How a need goes on: draft, open, qualified, proposed, won or lost or postponed.

The rules hold on every channel: verbs only trigger the workflow, and `check` and `entered` run from its events (see
subscribers), so that Plone's own menus obey them too. Two at once: who decides says which state they saw.
"""

from AccessControl import getSecurityManager
from AccessControl import Unauthorized
from bluegether.core import _
from bluegether.core.kit.clock import now
from bluegether.core.kit.clock import today
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.notice import tell
from bluegether.core.needs import storage
from bluegether.core.needs.api import asking
from bluegether.core.needs.api import fitting
from bluegether.core.needs.api import keeping
from bluegether.core.needs.api import records
from bluegether.core.needs.api import rules
from bluegether.core.needs.api import tracing
from bluegether.core.needs.events import NeedChanged
from bluegether.core.needs.events import NeedClosed
from bluegether.core.needs.events import NeedOpened
from bluegether.core.people.api.rules import check_text
from contextlib import AbstractContextManager
from contextlib import nullcontext
from datetime import date
from plone import api
from plone.uuid.interfaces import IUUID
from Products.CMFCore.WorkflowCore import WorkflowException
from zope.event import notify


# Transition -> states that it starts from
TRANSITIONS = {
    "open": ("draft",),
    "qualify": ("open",),
    "propose": ("open", "qualified"),
    "win": ("proposed",),
    "lose": ("open", "qualified", "proposed", "postponed"),
    "postpone": ("open", "qualified", "proposed"),
    "resume": ("postponed", "lost"),
}
REASONS = ("price", "skills", "delay", "competitor", "cancelled", "nobody", "other")
MAX_WORD = 500
CLOSED = ("won", "lost", "postponed")
ENDED = ("won", "lost")
# State -> the milestone that entering it is
MILESTONES = {"open": "opened", "won": "won"}


def move(
    need, transition: str, *, actor: str, seen: str = "", reason: str = "", word: str = "", until: date | None = None
) -> str:
    """Take the need through a transition and return its new state.

    `seen` is the state that the person saw. Raises Missing for no such transition, NotAllowed, Conflict when the need
    is no longer in that state or in one that the transition starts from, Invalid for a reason or a day that is missing.
    """
    if transition not in TRANSITIONS:
        raise Missing(_("There is no such step."))
    rules.require_manager(actor)
    state = api.content.get_state(need)
    if (seen and seen != state) or state not in TRANSITIONS[transition]:
        raise Conflict(_("Somebody has moved this need meanwhile: look at it again."))
    check(need, transition, {"reason": reason, "comment": word, "until": until})
    with _as(actor):
        try:
            api.portal.get_tool("portal_workflow").doActionFor(
                need, transition, comment=word, reason=reason, until=until
            )
        except (WorkflowException, Unauthorized):
            raise NotAllowed(_("Only sales write needs.")) from None
    return api.content.get_state(need)


def offered(need, actor: str) -> list[str]:
    """Return the transitions that this person may choose now."""
    if not rules.can_manage(actor):
        return []
    state = api.content.get_state(need)
    return [name for name, states in TRANSITIONS.items() if state in states]


def check(need, transition: str, values: dict) -> None:
    """Raise Invalid unless what the step needs is said: called before it, on every channel."""
    check_text(values.get("comment") or "", field="word", maximum=MAX_WORD, lines=True)
    if transition == "open":
        keeping.check(need)
        if not need.required_skills:
            raise Invalid(_("Name at least one required skill: its experts are asked."), field="required_skills")
    if transition == "lose" and values.get("reason") not in REASONS:
        raise Invalid(_("Say why the need was lost."), field="reason")
    if transition == "postpone":
        _check_until(values.get("until"))


def _check_until(until) -> None:
    if not isinstance(until, date):
        raise Invalid(_("Say until when it is postponed."), field="until")
    if until <= today():
        raise Invalid(_("Choose a day to come."), field="until")


def entered(need, transition: str, values: dict) -> None:
    """Let everything follow that a step brings: called after it, on every channel."""
    actor = getSecurityManager().getUser().getId() or ""
    state = api.content.get_state(need)
    until = values.get("until") if state == "postponed" else None
    record = records.keep(need, since=now(), until=until)
    said = {"reason": values.get("reason") or "", "word": values.get("comment") or ""} if state == "lost" else {}
    if said:
        storage.write_one(need).reason = (said["reason"], said["word"])
    tracing.note(need, "state", actor, state=state, until=until, **(said or {"word": values.get("comment") or ""}))
    fitting.follow(record)
    if state in MILESTONES:
        storage.write_all(api.portal.get()).note(IUUID(need), MILESTONES[state], now())
    if transition in ("open", "resume") and records.visible(need):
        notify(NeedOpened(need, actor=actor))
    if state in CLOSED:
        tell("needs.closed", thing=IUUID(need), actor=actor, recipients=_candidates(need))
    asking.ask(need)
    notify(NeedChanged(need))
    if state in ENDED:
        notify(NeedClosed(need, uid=IUUID(need), won=state == "won", actor=actor))


def _candidates(need) -> list[str]:
    """Return the candidates who still wait for an answer."""
    found = storage.read_one(need).candidates.values()
    return [one.userid for one in found if one.state not in ("accepted", "refused", "withdrawn")]


def reason(need, *, reader: str) -> tuple[str, str]:
    """Return why it was lost, (key, word): for those who see needs in every state."""
    return storage.read_one(need).reason if rules.sees_all(reader) else ("", "")


def _as(userid: str) -> AbstractContextManager:
    if not userid or userid == getSecurityManager().getUser().getId():
        return nullcontext()
    return api.env.adopt_user(user=api.user.get(userid=userid))
