"""What people are told of leads, and what rules may reward; said to who sees the lead."""

from bluegether.core import _
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.interfaces import IDeedKind
from bluegether.core.kit.interfaces import INoticeKind
from bluegether.core.kit.notice import names
from bluegether.core.kit.notice import Said
from bluegether.core.leads import api
from bluegether.core.leads.vocabularies import STATES
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.i18n import translate
from zope.interface import implementer


@implementer(INoticeKind)
@adapter(IPloneSiteRoot)
class Kind:
    """Base: `thing` is the key of a lead."""

    category = "leads"

    def __init__(self, site):
        self.site = site

    def describe(self, thing: str, userid: str, actors) -> Said | None:
        try:
            lead = api.lead_of(int(thing), userid)
        except (Missing, ValueError):
            return None
        text = self.text(lead, userid, actors)
        url = f"{self.site.absolute_url()}/@@lead?id={lead.key}"
        return Said(text, url, lead.heard[:140]) if text is not None else None

    def text(self, lead, userid: str, actors):
        raise NotImplementedError


class New(Kind):
    """A colleague handed a lead in."""

    def text(self, lead, userid: str, actors):
        if not api.can_handle(userid):
            return None
        mapping = {"names": names(actors), "company": lead.company}
        return _("${names} handed in a lead: ${company}", mapping=mapping)


class Moved(Kind):
    """What I handed in is in another state."""

    def text(self, lead, userid: str, actors):
        if lead.author != userid:
            return None
        state = translate(STATES[lead.state][0])
        return _("Your lead about ${company}: ${state}", mapping={"company": lead.company, "state": state})


class Overdue(Kind):
    """Nobody answered in time; said while nobody has."""

    def text(self, lead, userid: str, actors):
        if not api.can_handle(userid) or not api.is_overdue(lead):
            return None
        return _("The lead about ${company} waits for an answer beyond the delay", mapping={"company": lead.company})


@implementer(IDeedKind)
@adapter(IPloneSiteRoot)
class Deed:
    """Base: `thing` is the key of a lead."""

    values: dict = {}

    def __init__(self, site):
        self.site = site

    def describe(self, thing: str, userid: str) -> tuple:
        try:
            lead = api.lead_of(int(thing), userid)
        except (Missing, ValueError):
            return _("A lead"), ""
        return lead.company, f"{self.site.absolute_url()}/@@lead?id={lead.key}"


class Qualified(Deed):
    """Sales found it worth following."""

    title = _("A lead that I handed in is qualified")


class Signed(Deed):
    """It became business."""

    title = _("A lead that I handed in is signed")
