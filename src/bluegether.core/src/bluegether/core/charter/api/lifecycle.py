"""How a version comes into force: draft, submitted, approved, in force, archived.

The rules hold on every channel: verbs only trigger the workflow, and `check` and `entered` run from its events
(see subscribers), so that REST's @workflow and Plone's own menus obey them too.
"""

from AccessControl import getSecurityManager
from AccessControl import Unauthorized
from bluegether.core import _
from bluegether.core.charter.api.signing import setting
from bluegether.core.charter.api.versions import charters
from bluegether.core.charter.api.versions import languages
from bluegether.core.charter.api.versions import text_of
from bluegether.core.charter.api.versions import validate
from bluegether.core.charter.events import CharterPutInForce
from bluegether.core.charter.storage import Charters
from bluegether.core.charter.storage import Current
from bluegether.core.charter.storage import KEY
from bluegether.core.kit.annotation import store
from bluegether.core.kit.audience import Audience
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.notice import tell_audience
from bluegether.core.people import api as people
from contextlib import AbstractContextManager
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import timedelta
from plone import api
from plone.app.uuid.utils import uuidToObject
from Products.CMFCore.WorkflowCore import WorkflowException
from zoneinfo import ZoneInfo
from zope.event import notify


WORKFLOW = "charter_workflow"
# Transition -> (state it starts from, permission, whether it must be explained)
TRANSITIONS = {
    "submit": ("draft", "BlueGether: Write Charter", True),
    "reject": ("submitted", "BlueGether: Approve Charter", True),
    "approve": ("submitted", "BlueGether: Approve Charter", False),
    "withdraw": ("approved", "BlueGether: Withdraw Charter", True),
    "put_in_force": ("approved", "BlueGether: Put Charter in Force", False),
}
MAX_COMMENT = 2000


@dataclass(frozen=True)
class Step:
    """One line of a version's history; `transition` is empty for its creation."""

    transition: str
    state: str
    userid: str
    comment: str
    time: datetime


def submit(version, *, userid: str, comment: str) -> None:
    """Hand a draft to direction; the comment says what changes. From then on nobody can edit it."""
    _do(version, "submit", userid, comment)


def reject(version, *, userid: str, comment: str) -> None:
    """Give a submitted version back as a draft; the comment says why."""
    _do(version, "reject", userid, comment)


def approve(version, *, userid: str, comment: str = "") -> None:
    """Approve a submitted version (never one's own submission); it comes into force at once when its date is due."""
    _do(version, "approve", userid, comment)
    if is_due(version):
        _do(version, "put_in_force", userid, comment)


def withdraw(version, *, userid: str, comment: str) -> None:
    """Take an approved version that is not in force yet back to draft; the comment says why."""
    _do(version, "withdraw", userid, comment)


def put_in_force(version, *, userid: str, comment: str = "") -> None:
    """Put an approved version in force and archive the one before, in one step; nothing when it is in force already.

    Raises Conflict before its date. The caller takes the turn `charter` first (`kit.turn`).
    """
    if api.content.get_state(version) != "in_force":
        _do(version, "put_in_force", userid, comment)


def put_due_in_force() -> int:
    """Put in force every approved version whose date has come, the earliest first; return how many."""
    found = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="CharterVersion", review_state="approved"
    )
    due = [version for version in (uuidToObject(brain.UID, unrestricted=True) for brain in found) if is_due(version)]
    with api.env.adopt_roles(["Manager"]):
        for version in sorted(due, key=lambda version: version.effective_on or date.min):
            _do(version, "put_in_force", "", "")
    return len(due)


def is_due(version) -> bool:
    """Return whether the version's date has come, on the site's calendar."""
    zone = ZoneInfo(api.portal.get_registry_record("plone.portal_timezone", default="UTC") or "UTC")
    return version.effective_on is None or version.effective_on <= now().astimezone(zone).date()


def can(transition: str, version, userid: str) -> bool:
    """Return whether this person may take the version through this transition now."""
    state, permission, _explained = TRANSITIONS[transition]
    if api.content.get_state(version) != state or (transition == "put_in_force" and not is_due(version)):
        return False
    if transition == "approve" and userid == submitter(version):
        return False
    with _as(userid):
        return bool(getSecurityManager().checkPermission(permission, version))


def waiting(userid: str) -> list:
    """Return the submitted versions that this person may approve."""
    found = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="CharterVersion", review_state="submitted"
    )
    versions = [uuidToObject(brain.UID, unrestricted=True) for brain in found]
    return [version for version in versions if version is not None and can("approve", version, userid)]


def submitter(version) -> str:
    """Return the user id of who submitted it last, or an empty string."""
    return next((step.userid for step in reversed(history(version)) if step.transition == "submit"), "")


def history(version) -> list[Step]:
    """Return what happened to a version, the oldest first."""
    rows = api.portal.get_tool("portal_workflow").getHistoryOf(WORKFLOW, version) or ()
    return [
        Step(
            row["action"] or "",
            row["review_state"],
            row["actor"] or "",
            row["comments"] or "",
            row["time"].utcdatetime().replace(tzinfo=ZoneInfo("UTC")),
        )
        for row in rows
    ]


def check(version, transition: str, *, userid: str, comment: str) -> None:
    """Raise unless the rules allow this transition now: called before it, on every channel."""
    if transition == "archive":
        return
    if transition == "submit":
        validate(version)
    if transition == "approve" and userid == submitter(version):
        raise NotAllowed(_("Who submitted a version cannot approve it."))
    if transition == "put_in_force" and not is_due(version):
        raise Conflict(_("This version comes into force on its date, not before."))
    if TRANSITIONS[transition][2] and not comment.strip():
        raise Invalid(_("Please say why in a comment."), field="comment")
    if len(comment) > MAX_COMMENT:
        raise Invalid(_("A comment has at most ${max} characters.", mapping={"max": MAX_COMMENT}), field="comment")


def entered(version, userid: str) -> None:
    """Make the version that has just come into force the only one, and keep its exact texts."""
    kept = store(api.portal.get(), KEY, Charters)
    previous = kept.current
    days = version.grace_days if version.grace_days is not None else setting("grace_days")
    kept.current = Current(
        version=api.content.get_uuid(version),
        label=version.label,
        since=now(),
        grace_until=now() + timedelta(days=days or 0),
        texts={language: kept.keep(text_of(version, language)) for language in languages(version)},
    )
    kept.round = ("", "")
    _archive(previous, kept.current)
    notify(CharterPutInForce(version, actor=userid))
    everyone = Audience(kinds=tuple(people.KINDS))
    tell_audience("charter.to_sign", thing=kept.current.version, actor="", audience=everyone)


def _archive(previous: Current | None, current: Current) -> None:
    old = uuidToObject(previous.version, unrestricted=True) if previous else None
    if old is not None and previous.version != current.version:
        comment = _("Replaced by version ${label}.", mapping={"label": current.label})
        api.portal.get_tool("portal_workflow").doActionFor(old, "archive", comment=comment)


def superseded(version) -> bool:
    """Return whether another version is in force: only then may this one be archived."""
    kept = charters()
    return kept is not None and kept.current is not None and kept.current.version != api.content.get_uuid(version)


def _do(version, transition: str, userid: str, comment: str) -> None:
    """Trigger the workflow in this person's name ("" is whoever is acting)."""
    if api.content.get_state(version) != TRANSITIONS[transition][0]:
        raise Conflict(_("The state of this version has changed; please look at it again."))
    with _as(userid):
        try:
            api.portal.get_tool("portal_workflow").doActionFor(version, transition, comment=comment)
        except (WorkflowException, Unauthorized):
            # The rule behind the refusal, when there is one, says more.
            check(version, transition, userid=userid, comment=comment)
            raise NotAllowed(_("You may not do this to the charter.")) from None


def _as(userid: str) -> AbstractContextManager:
    if not userid or userid == getSecurityManager().getUser().getId():
        return nullcontext()
    user = api.user.get(userid=userid)
    if user is None:
        raise NotAllowed(_("${userid} is nobody here.", mapping={"userid": userid}))
    return api.env.adopt_user(user=user)
