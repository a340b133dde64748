"""What the room's notices say: who and where, never what somebody answered or why somebody leaves."""

from bluegether.core import _
from bluegether.core.journeys import api as journeys
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.interfaces import INoticeKind
from bluegether.core.kit.notice import Said
from bluegether.core.people import api as people
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from urllib.parse import urlencode
from zope.component import adapter
from zope.i18nmessageid import Message
from zope.interface import implementer


# ${name} is whose arrival or departure it is. Kind -> (to themselves, to others); empty says nothing.
ARRIVALS = {
    "welcome": (_("Welcome! Your arrival is planned step by step: here is your page."), ""),
    "started": ("", _("${name} arrives. Have a look at the steps and choose a buddy.")),
    "buddy": (_("You have a buddy: you find them on your arrival page."), _("You are the buddy of ${name}.")),
    "declined": ("", _("${name} needs another buddy.")),
    "steps": (_("A step of your arrival is for today."), _("A step of the arrival of ${name} is for today.")),
    "question": (_("How is it going? One question, for HR only."), ""),
    "answered": ("", _("${name} answered how the arrival is going.")),
}
DEPARTURES = {
    "proposed": ("", _("The manager of ${name} announces their departure: confirm it or refuse it.")),
    "refused": ("", _("HR did not confirm the departure of ${name}.")),
    "planned": (
        _("Your departure is planned: here is what remains to be done."),
        _("The departure of ${name} is planned."),
    ),
    "moved": (_("Your last day has changed."), _("The last day of ${name} has changed.")),
    "cancelled": (_("Your departure is cancelled."), _("${name} stays: the departure is cancelled.")),
    "successor": ("", _("You take over from ${name}.")),
    "handed": ("", _("You have taken over what ${name} held.")),
    "task": (_("Before you leave: a task for you."), _("Before ${name} leaves: a task for you.")),
    "unsucceeded": ("", _("${name} needs another successor.")),
    "left": ("", _("${name} has left: what they held is handed over.")),
}  # fmt: skip
EVERYBODYS = frozenset({"cancelled", "refused"})  # nothing is left to look at
SUCCESSORS = frozenset({"successor", "handed", "planned", "moved", "left"})  # told without its page


@implementer(INoticeKind)
@adapter(IPloneSiteRoot)
class Kind:
    """One kind; subclasses name it."""

    name = ""
    texts: dict = {}
    category = "journey"

    def __init__(self, site):
        self.site = site

    def describe(self, thing: str, userid: str, actors: list) -> Said | None:
        """Return what to say, None when the thing is no longer this person's to see."""
        owner = thing.split("/")[0]
        person, text = people.account(owner), self.texts[self.name][owner != userid]
        address = self.address(thing, owner, userid) if text and person is not None else None
        if address is None:
            return None
        return Said(Message(text, mapping={"name": person.fullname}), f"{api.portal.get().absolute_url()}/{address}")

    def address(self, thing: str, owner: str, userid: str) -> str | None:
        """Return the page of the portal to look at, None when there is nothing that this person may see."""
        raise NotImplementedError


class ArrivalKind(Kind):
    """To the newcomer, the buddy, the manager and HR, while they are."""

    texts = ARRIVALS

    def address(self, thing: str, owner: str, userid: str) -> str | None:
        if self.name == "answered" and not journeys.can_read_answers(userid):
            return None
        try:
            journeys.journey(owner, actor=userid)
        except BluegetherError:
            return None
        return "@@my-journey" if owner == userid else f"@@journey?{urlencode({'userid': owner})}"


class DepartureKind(Kind):
    """To HR, the manager, who leaves, successors and who does a task."""

    texts = DEPARTURES

    def address(self, thing: str, owner: str, userid: str) -> str | None:
        if self.name in EVERYBODYS:
            return f"@@profile?{urlencode({'userid': owner})}"
        try:
            journeys.departure(owner, actor=userid)
        except BluegetherError:
            return self._other_address(thing, owner, userid)
        return f"@@departure?{urlencode({'userid': owner})}"

    def _other_address(self, thing: str, owner: str, userid: str) -> str | None:
        found = journeys.departure_of(owner)
        if found is None:
            return None
        if self.name == "task" and any(one.who == userid and thing.endswith(f"/{one.id}") for one in found.tasks):
            return "@@departures"
        concerned = self.name in SUCCESSORS and userid in found.successors.values()
        return f"@@profile?{urlencode({'userid': owner})}" if concerned else None


def _kind(base: type, name: str) -> type:
    return type(f"{base.__name__}{name.capitalize()}", (base,), {"name": name, "__doc__": base.__doc__})


Welcome = _kind(ArrivalKind, "welcome")
Started = _kind(ArrivalKind, "started")
Buddy = _kind(ArrivalKind, "buddy")
Declined = _kind(ArrivalKind, "declined")
Steps = _kind(ArrivalKind, "steps")
Question = _kind(ArrivalKind, "question")
Answered = _kind(ArrivalKind, "answered")
Proposed = _kind(DepartureKind, "proposed")
Refused = _kind(DepartureKind, "refused")
Planned = _kind(DepartureKind, "planned")
Moved = _kind(DepartureKind, "moved")
Cancelled = _kind(DepartureKind, "cancelled")
Successor = _kind(DepartureKind, "successor")
Handed = _kind(DepartureKind, "handed")
Task = _kind(DepartureKind, "task")
Unsucceeded = _kind(DepartureKind, "unsucceeded")
Left = _kind(DepartureKind, "left")
