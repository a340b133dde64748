"""Interviews: planned by the person, the manager or HR, moved, prepared, held, cancelled; who sees them.

The rule of sight: the three are the person, the manager at the time and HR. Until an interview is held, the manager
is today's, so a new manager takes over what is to come; once held, it is kept with the manager of that time, and a
later manager sees it only if the person shares it with them.
"""

from bluegether.core import _
from bluegether.core.career.api import due
from bluegether.core.career.api.careers import choice
from bluegether.core.career.api.careers import is_id
from bluegether.core.career.api.careers import keep
from bluegether.core.career.api.careers import own_career
from bluegether.core.career.api.careers import record
from bluegether.core.career.api.careers import stored_career
from bluegether.core.career.api.careers import words
from bluegether.core.career.api.circle import enter
from bluegether.core.career.api.circle import hr_people
from bluegether.core.career.api.circle import is_hr
from bluegether.core.career.api.circle import lead_of
from bluegether.core.career.api.circle import manager_of
from bluegether.core.career.api.circle import nothing
from bluegether.core.career.api.circle import only_the_person
from bluegether.core.career.api.circle import sees_interview
from bluegether.core.career.api.leads import close
from bluegether.core.career.api.leads import index_lead
from bluegether.core.career.api.leads import open_ones
from bluegether.core.career.api.leads import set_lead
from bluegether.core.career.api.leads import unindex_lead
from bluegether.core.career.api.mission import checked_mission
from bluegether.core.career.api.templates import agenda_of
from bluegether.core.career.interfaces import BEFORE
from bluegether.core.career.interfaces import KINDS
from bluegether.core.career.interfaces import MAX_POINTS
from bluegether.core.career.interfaces import MAX_TITLE
from bluegether.core.career.storage import add_id
from bluegether.core.career.storage import free_key
from bluegether.core.career.storage import Interview
from bluegether.core.kit import notice
from bluegether.core.kit.clock import local
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import NotAllowed
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from urllib.parse import urlsplit


MAX_MINUTES = 480
FARTHEST = timedelta(days=3 * 366)


class Outdated(Conflict):
    """Somebody else wrote in the meantime: what is stored is newer than what the writer saw."""

    def __init__(self):
        super().__init__(
            _("Somebody changed this text after you opened it. Nothing is lost: compare, then save again.")
        )


class Locked(Conflict):
    """The interview's state does not allow it any more."""


def interviews(owner: str, *, userid: str) -> list[Interview]:
    """Return the interviews of this person that the reader may see, newest first; raise Missing when there are none
    and the reader is outside the circle."""
    career = stored_career(owner)
    found = reversed(list(career.interviews.values())) if career is not None else ()
    shown = [one for one in found if sees_interview(owner, one, userid)]
    if not shown:
        enter(owner, userid)
    return sorted(shown, key=lambda one: one.start, reverse=True)


def interview(owner: str, interview_id: int, *, userid: str) -> Interview:
    """Return one interview; raise Missing when it is not there or not for this reader."""
    career = stored_career(owner) if isinstance(owner, str) else None
    one = career.interviews.get(interview_id) if career is not None and is_id(interview_id) else None
    if one is None or not sees_interview(owner, one, userid):
        raise nothing()
    return one


def taking_part(owner: str, one: Interview, userid: str) -> bool:
    """Return whether this is one of the two who prepare, write and sign: the person and who leads."""
    return bool(userid) and userid in (owner, lead_of(owner, one))


def both(owner: str, one: Interview) -> list[str]:
    """Return the user ids of the person and of who leads; all of HR stand in for a lead that is missing."""
    lead = lead_of(owner, one)
    return [owner, lead] if lead else [owner, *hr_people()]


def plan(
    owner: str,
    *,
    kind: str,
    start: datetime,
    minutes: int = 60,
    place: str = "",
    link: str = "",
    by_hr: bool = False,
    mission: str = "",
    userid: str,
) -> Interview:
    """Plan an interview and return it: the person, the manager or HR; its agenda is the kind's template.

    The manager leads it; the HR referent who plans does, when `by_hr`. `mission` is the UID of a running one. Raises
    Missing, Invalid, NotAllowed, Conflict while one of this kind is open.
    """
    enter(owner, userid)
    where = _where(start=start, minutes=minutes, place=place, link=link)
    choice(kind, KINDS, field="kind")
    mission = checked_mission(owner, kind, mission, userid=userid)
    if by_hr and (not is_hr(userid) or userid == owner):
        raise NotAllowed(_("Only HR leads an interview instead of the manager."), field="by_hr")
    if any(one.kind == kind for one in open_ones(owner)):
        raise Conflict(_("An interview of this kind is open already."), field="kind")
    career = own_career(owner)
    interview_id = free_key(career.interviews, now())
    one = career.interviews[interview_id] = Interview(interview_id, kind=kind, planned_by=userid, **where)
    one.agenda, one.hr_lead, one.mission = agenda_of(kind), userid if by_hr else "", mission
    add_id(keep().open, owner, interview_id)
    index_lead(owner, one)
    due.planned(owner, kind)
    due.remind_later(owner, one, "prepare")
    done(owner, one, userid, "planned", "career.planned")
    return one


def move(owner: str, interview_id: int, *, userid: str, **where) -> Interview:
    """Change start, minutes, place or link of an interview to come; the others of the three are told.

    Raises Missing, Invalid, Locked once it was held or cancelled.
    """
    one = to_come(owner, interview_id, userid)
    names = ("start", "minutes", "place", "link")
    before = {name: getattr(one, name) for name in names}
    after = _where(**(before | where), moved_from=one.start)
    if after == before:
        return one
    unindex_lead(owner, one)
    for name, value in after.items():
        setattr(one, name, value)
    index_lead(owner, one)
    due.remind_later(owner, one, "prepare")
    done(owner, one, userid, "moved", "career.moved")
    return one


def amend_agenda(owner: str, interview_id: int, lines: list[str], *, revision: int, userid: str) -> Interview:
    """Replace the points of the agenda: the person or who leads; preparation begins with it.

    Raises Missing, NotAllowed, Locked, Invalid, Outdated when `revision` is not the one stored.
    """
    one = to_come(owner, interview_id, userid)
    only_both(owner, one, userid)
    if not isinstance(lines, list | tuple) or len(lines) > MAX_POINTS:
        raise Invalid(_("At most ${maximum} points.", mapping={"maximum": MAX_POINTS}), field="agenda")
    wanted = tuple(filter(None, (words(line, field="agenda", maximum=MAX_TITLE, lines=False) for line in lines)))
    if wanted == one.agenda:
        return one
    if revision != one.agenda_revision:
        raise Outdated()
    one.agenda, one.agenda_revision = wanted, one.agenda_revision + 1
    begin_preparation(one)
    done(owner, one, userid, "agenda", "career.agenda")
    return one


def cancel(owner: str, interview_id: int, reason: str, *, userid: str) -> Interview:
    """Cancel an interview to come, with a reason: any of the three. Raises Missing, Invalid, Locked.

    What who leads prepared and did not share is erased.
    """
    one = to_come(owner, interview_id, userid)
    reason = words(reason, field="reason", required=True, maximum=1000)
    one.manager, one.lead = manager_of(owner), lead_of(owner, one)
    told = both(owner, one)
    one.state, one.reason = "cancelled", reason
    close(owner, one)
    due.freed(owner, one.kind)
    done(owner, one, userid, "cancelled", "career.cancelled", told)
    return one


def take(owner: str, interview_id: int, *, userid: str) -> Interview:
    """Lead, as HR, an interview that nobody leads. Raises Missing, NotAllowed, Conflict when somebody does, Locked."""
    one = interview(owner, interview_id, userid=userid)
    if one.state not in (*BEFORE, "held", "half"):
        raise Locked(_("This interview is closed."))
    if not is_hr(userid) or userid == owner:
        raise NotAllowed(_("Only HR leads an interview instead of the manager."))
    if lead_of(owner, one):
        raise Conflict(_("Somebody leads this interview already."))
    set_lead(owner, one, userid)
    done(owner, one, userid, "taken", "career.taken")
    return one


def hold(owner: str, interview_id: int, *, userid: str) -> Interview:
    """Say that the interview took place: the person or who leads, once its time has come. From then on it is kept
    with the manager of this time. Raises Missing, NotAllowed, Conflict, Locked."""
    one = to_come(owner, interview_id, userid)
    only_both(owner, one, userid)
    if one.start > now():
        raise Conflict(_("This interview is still to come."))
    lead = lead_of(owner, one)
    if not lead:
        raise Conflict(_("Nobody leads this interview yet: HR has to take it first."))
    unindex_lead(owner, one)
    one.manager, one.lead = manager_of(owner), lead
    one.held, one.state = one.start, "held"
    index_lead(owner, one)
    due.held(owner, one.kind, local(one.start).date())
    due.remind_later(owner, one, "sign")
    done(owner, one, userid, "held", "career.held")
    return one


def share_with_manager(owner: str, interview_id: int, shared: bool, *, userid: str) -> Interview:
    """Let one's present manager see an earlier interview, or no longer. Raises Missing, NotAllowed, Conflict."""
    only_the_person(owner, userid)
    one = interview(owner, interview_id, userid=userid)
    present = manager_of(owner)
    if one.held is None:
        raise Conflict(_("Your manager sees this interview already."))
    if shared and not present:
        raise Conflict(_("You have no manager at present."))
    if shared and sees_interview(owner, one, present):
        raise Conflict(_("Your manager sees this interview already."))
    one.shared_with = present if shared else ""
    record(owner, userid, "opened" if shared else "unopened", "interview", interview_id, one.kind)
    if shared:
        notice.tell("career.opened", thing=thing_of(owner, one), actor=userid, recipients=[present])
    return one


def to_come(owner: str, interview_id: int, userid: str) -> Interview:
    """Return an interview that is still to come; raise Missing or Locked."""
    one = interview(owner, interview_id, userid=userid)
    if one.state not in BEFORE:
        raise Locked(_("This interview is no longer to come."))
    return one


def only_both(owner: str, one: Interview, userid: str) -> None:
    """Raise NotAllowed for anybody but the person and who leads."""
    if not taking_part(owner, one, userid):
        raise NotAllowed(_("Only the person and who leads the interview do this."))


def begin_preparation(one: Interview) -> None:
    """Show that somebody prepares: called for what both see, never for private notes."""
    if one.state == "planned":
        one.state = "preparation"


def thing_of(owner: str, one: Interview) -> str:
    """Return the key under which notices name the interview."""
    return f"{owner}/interview/{one.id}"


def done(owner: str, one: Interview, actor: str, verb: str, kind: str, told: list[str] | None = None) -> None:
    """Write the history and tell the others: the two, and the manager when HR leads."""
    record(owner, actor, verb, "interview", one.id, one.kind)
    notice.tell(kind, thing=thing_of(owner, one), actor=actor, recipients=told or both(owner, one))


def _where(*, start, minutes, place: str, link: str, moved_from=None) -> dict:
    if not isinstance(start, datetime) or start.tzinfo is None:
        raise Invalid(_("Give a date and a time."), field="start")
    if start != moved_from and not now() - timedelta(days=1) <= start <= now() + FARTHEST:
        raise Invalid(_("Choose a day from today on, within three years."), field="start")
    if not isinstance(minutes, int) or isinstance(minutes, bool) or not 5 <= minutes <= MAX_MINUTES:
        raise Invalid(_("From 5 to ${maximum} minutes.", mapping={"maximum": MAX_MINUTES}), field="minutes")
    place = words(place, field="place", maximum=MAX_TITLE, lines=False)
    link = words(link, field="link", maximum=500, lines=False)
    if link and (urlsplit(link).scheme != "https" or not urlsplit(link).netloc):
        raise Invalid(_("The address of a call begins with https://."), field="link")
    if not place and not link:
        raise Invalid(_("Give a place or the address of a call."), field="place")
    return {"start": start.astimezone(UTC), "minutes": minutes, "place": place, "link": link}
