"""Who may see and do what; a page, a verb and a service ask the same question."""

from bluegether.core import _
from bluegether.core.journeys.storage import Departure
from bluegether.core.journeys.storage import Journey
from bluegether.core.journeys.storage import Step
from bluegether.core.kit.errors import Invalid
from bluegether.core.people import api as people
from plone import api


WHO = ("newcomer", "buddy", "manager", "hr")
MAX_TITLE = 120
MAX_TEXT = 2000


def is_animator(userid: str) -> bool:
    """Return whether this person animates the network."""
    member = api.user.get(userid=userid) if userid else None
    return member is not None and "Animator" in member.getRoles()


def can_keep_templates(userid: str) -> bool:
    """Return whether this person writes the steps of arrivals: HR, administrators and animators."""
    return people.is_hr(userid) or is_animator(userid)


def can_follow(userid: str) -> bool:
    """Return whether this person sees all running arrivals: those who write the steps. Answers are HR's alone."""
    return can_keep_templates(userid)


def can_read_answers(userid: str) -> bool:
    """Return whether this person reads what newcomers answer: HR and administrators, not their managers."""
    return people.is_hr(userid)


def can_see(journey: Journey, userid: str) -> bool:
    """Return whether this person sees the arrival: the newcomer, their buddy, their manager, who follows all."""
    near = (journey.userid, journey.buddy, people.manager_of(journey.userid))
    return bool(userid) and (userid in near or can_follow(userid))


def can_guide(newcomer: str, userid: str) -> bool:
    """Return whether this person chooses the newcomer's buddy: HR and their manager, never the newcomer."""
    return userid != newcomer and (people.is_hr(userid) or (bool(userid) and people.manager_of(newcomer) == userid))


def can_tick(journey: Journey, step: Step, userid: str) -> bool:
    """Return whether this person says that the step is done: who does it, and HR for all."""
    doers = {"newcomer": journey.userid, "buddy": journey.buddy, "manager": people.manager_of(journey.userid)}
    return bool(userid) and (doers.get(step.who) == userid or people.is_hr(userid))


def can_propose(userid: str, actor: str) -> bool:
    """Return whether `actor` proposes the departure of this person: their manager."""
    return bool(actor) and userid != actor and people.manager_of(userid) == actor


def can_plan(actor: str) -> bool:
    """Return whether this person records departures: HR and administrators."""
    return people.is_hr(actor)


def can_see_departure(departure: Departure, userid: str) -> bool:
    """Return whether this person sees the departure with its checklist: HR, the manager; who leaves, once planned."""
    if can_plan(userid) or can_propose(departure.userid, userid):
        return True
    return bool(userid) and userid == departure.userid and departure.state != "proposed"


def can_see_why(userid: str) -> bool:
    """Return whether this person reads why people leave, as a whole: HR, administrators, animators."""
    return can_keep_templates(userid)


def checked_text(value, *, field: str, maximum: int, required: bool = False) -> str:
    """Return a text without spaces around it; raise Invalid for none where it is required, or a long one."""
    text = value.strip() if isinstance(value, str) else ""
    if required and not text:
        raise Invalid(_("This is required."), field=field)
    if len(text) > maximum:
        raise Invalid(_("At most ${maximum} characters.", mapping={"maximum": maximum}), field=field)
    if any(ord(sign) < 32 and sign not in "\r\n\t" for sign in text):
        raise Invalid(_("Line breaks and control characters cannot be used here."), field=field)
    return text


def known_person(text, *, field: str) -> str:
    """Return the user id of the one colleague with access whom the text names, by user id or name; raise Invalid."""
    wanted = text.strip() if isinstance(text, str) else ""
    found = people.account(wanted)
    matches = [wanted] if found is not None else _named(wanted)
    matches = [userid for userid in matches if _is_colleague(userid)]
    if len(matches) > 1:
        raise Invalid(_("Several people have this name: type the user id."), field=field)
    if not matches:
        raise Invalid(_("No colleague with this name has access to the portal."), field=field)
    return matches[0]


def _named(wanted: str) -> list[str]:
    if len(wanted) < 2:
        return []
    return [userid for userid in people.userids(text=wanted) if _same(people.account(userid).fullname, wanted)]


def _same(one: str, other: str) -> bool:
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())


def _is_colleague(userid: str) -> bool:
    person = people.account(userid)
    return person is not None and person.kind != "client" and people.has_access(userid)
