"""Ask a colleague for an endorsement; one request for one skill to one colleague within the published days."""

from bluegether.core import _
from bluegether.core.expertise.api import rules
from bluegether.core.expertise.storage import Expertise
from bluegether.core.expertise.storage import KEY
from bluegether.core.kit.annotation import store
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.notice import tell
from bluegether.core.people import api as people
from bluegether.core.skills import api as skills
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from plone import api


ASKED = "expertise.asked"
MAX_A_DAY = 20
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Request:
    """Somebody asks for an endorsement of one of their skills."""

    asker: str
    skill: str
    moment: datetime


def ask(skill_id: str, *, actor: str, colleague: str) -> None:
    """Ask a colleague to endorse one of one's own skills, and tell them.

    Raises NotAllowed (client, closed access), Missing (no such skill, no such colleague), Invalid for oneself,
    Conflict when the colleague endorses it already or cannot see it, TooSoon (429) within the published days of the
    last request or after many on one day.
    """
    rules.require_member(actor)
    if colleague == actor:
        raise Invalid(_("Ask somebody else."), field="colleague")
    if not isinstance(colleague, str) or not rules.present(colleague):
        raise Missing(_("There is no such colleague."), field="colleague")
    skill_id = rules.shown_skill(actor, skill_id, actor)
    _check_open(actor, skill_id, colleague)
    _check_pace(actor, skill_id, colleague)
    store(api.portal.get(), KEY, Expertise).request(actor, skill_id, colleague, now())
    tell(ASKED, thing=f"{actor}/{skill_id}", actor=actor, recipients=[colleague])


def decline(asker: str, skill_id: str, *, actor: str) -> None:
    """Put a request aside; who asked is not told. Raises Missing when there is none."""
    found = skills.resolve(skill_id) if isinstance(skill_id, str) else ""
    if not found or not rules.kept().close(asker, found, actor):
        raise Missing(_("This request does not wait any more."))


def requests(userid: str) -> list[Request]:
    """Return what this person is asked for, the latest first: open, not too old, still to be seen."""
    since = now() - timedelta(days=rules.setting("ask_days"))
    found = [
        Request(asker, skill_id, moment)
        for (asker, skill_id), moment in rules.kept().asked.get(userid, {}).items()
        if moment > since and rules.present(asker) and skill_id in rules.rows(asker, userid)
    ]
    return sorted(found, key=lambda one: one.moment, reverse=True)


def is_asked(asker: str, skill_id: str, userid: str) -> bool:
    """Return whether this request waits for this person."""
    return any((one.asker, one.skill) == (asker, skill_id) for one in requests(userid))


def asked_of(userid: str, skill_id: str) -> set[str]:
    """Return whom this person cannot ask for this skill now: asked within the published days."""
    since = now() - timedelta(days=rules.setting("ask_days"))
    made = rules.kept().asking.get(userid, {})
    return {asked for (skill, asked), moment in made.items() if skill == skill_id and moment > since}


def _check_open(actor: str, skill_id: str, colleague: str) -> None:
    if colleague in rules.kept().endorsers(actor, skill_id):
        raise Conflict(_("This colleague endorses the skill already."), field="colleague")
    if not people.sees_group(people.person(actor), "skills", colleague):
        message = _("This colleague does not see your skills: change who sees them first.")
        raise Conflict(message, field="colleague")


def _check_pace(actor: str, skill_id: str, colleague: str) -> None:
    if colleague in asked_of(actor, skill_id):
        days = rules.setting("ask_days")
        message = _("You asked this colleague less than ${days} days ago.", mapping={"days": days})
        raise rules.TooSoon(message, field="colleague")
    today = now() - DAY
    if sum(moment > today for moment in rules.kept().asking.get(actor, {}).values()) >= MAX_A_DAY:
        raise rules.TooSoon(_("You asked many colleagues today: go on tomorrow."))
