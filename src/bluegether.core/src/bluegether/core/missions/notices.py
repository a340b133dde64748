"""What the room's notices say: whose mission, which role, which day; never the client or an amount, for mail leaves."""

from bluegether.core import _
from bluegether.core.kit.clock import spoken
from bluegether.core.kit.interfaces import INoticeKind
from bluegether.core.kit.notice import Said
from bluegether.core.missions import api as missions
from bluegether.core.people import api as people
from datetime import date
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.i18nmessageid import Message
from zope.interface import implementer


# Kind -> (to the consultant, to the others)
TEXTS = {
    "ending": (
        _("Your mission “${role}” ends on ${day}."),
        _("The mission “${role}” of ${person} ends on ${day}."),
    ),
    "assigned": (_("You are on a mission: “${role}”."), _("${person} is on a mission: “${role}”.")),
    "extended": (
        _("Your mission “${role}” is extended until ${day}."),
        _("The mission “${role}” of ${person} is extended until ${day}."),
    ),
    "shortened": (
        _("Your mission “${role}” ends earlier, on ${day}."),
        _("The mission “${role}” of ${person} ends earlier, on ${day}."),
    ),
    "closing": (
        _("Your mission “${role}” is over: say how it went."),
        _("The mission “${role}” of ${person} is over: say how it went."),
    ),
}


@implementer(INoticeKind)
@adapter(IPloneSiteRoot)
class Kind:
    """One kind; subclasses name it. A thing is `<UID of the mission>/<user id>/<day>/...`."""

    name = ""
    category = "missions"

    def __init__(self, site):
        self.site = site

    def describe(self, thing: str, userid: str, actors: list) -> Said | None:
        """Return what to say, None when the reader may not see the mission, or it is no longer so."""
        uid, consultant, day = [*thing.split("/"), "", ""][:3]
        record = missions.record(uid)
        if record is None or not missions.may_view(record, userid) or not self.holds(record, consultant, day):
            return None
        person = people.account(consultant)
        values = {"role": record.title, "person": person.fullname if person is not None else consultant}
        if day:
            values["day"] = spoken(date.fromisoformat(day))
        return Said(Message(TEXTS[self.name][consultant != userid], mapping=values), self.url(record, consultant))

    def holds(self, record, consultant: str, day: str) -> bool:
        """Return whether what the notice says is still so."""
        return consultant in record.userids

    def url(self, record, consultant: str) -> str:
        return missions.url(record.uid)


class EndingKind(Kind):
    """Notices `missions.ending`: gone when the mission was extended."""

    name = "ending"

    def holds(self, record, consultant: str, day: str) -> bool:
        return missions.last_days(record).get(consultant) == date.fromisoformat(day).toordinal()


class AssignedKind(Kind):
    """Notices `missions.assigned`."""

    name = "assigned"


class ExtendedKind(Kind):
    """Notices `missions.extended`."""

    name = "extended"


class ShortenedKind(Kind):
    """Notices `missions.shortened`."""

    name = "shortened"


class ClosingKind(Kind):
    """Notices `missions.closing`: the end of a mission waits for what both sides say."""

    name = "closing"

    def url(self, record, consultant: str) -> str:
        return f"{missions.url(record.uid)}/@@mission-closing?userid={consultant}"
