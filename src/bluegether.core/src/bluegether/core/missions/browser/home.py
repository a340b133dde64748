"""What missions bring to the home page: one's own, or those that end; things to do."""

from bluegether.core import _
from bluegether.core.kit.clock import start_of
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import IHomeCard
from bluegether.core.kit.interfaces import ITodos
from bluegether.core.kit.todo import Todo
from bluegether.core.missions import api as missions
from bluegether.core.missions.browser.page import Page
from bluegether.core.people import api as people
from datetime import date
from datetime import timedelta
from functools import cached_property
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import adapter
from zope.i18nmessageid import Message
from zope.interface import implementer


SOON = 4  # weeks


@implementer(IHomeCard)
@adapter(IPloneSiteRoot, IBluegetherLayer)
class Card(Page):
    """One's missions under way, and how many end soon among those that one steers."""

    order = 35
    wide = False
    index = ViewPageTemplateFile("card.pt")

    @cached_property
    def mine(self) -> list:
        found = missions.missions_of(self.userid, reader=self.userid) if missions.periods(self.userid) else []
        return [one for one in found if one.running][:3]

    @cached_property
    def ending(self) -> int:
        scope = missions.scope(self.userid)
        return len(missions.ending(self.userid, weeks=SOON)) if scope is not None else 0

    @cached_property
    def waiting(self) -> int:
        scope = missions.scope(self.userid)
        return len(missions.bench(self.userid)) if scope is not None else 0

    def available(self) -> bool:
        return bool(self.mine or self.ending or self.waiting)

    def render(self) -> str:
        return self.index()

    def until(self, one) -> str:
        return self.day(max(period.end for period in one.periods if period.confirmed))

    @property
    def board(self) -> str:
        return f"{self.site_url}/@@missions-board"


@implementer(ITodos)
@adapter(IPloneSiteRoot, IBluegetherLayer)
class MissionsTodos:
    """What is to be said at the end of missions; what has to follow those of one's clients that end."""

    def __init__(self, site, request):
        self.site = site
        self.request = request
        self.userid = api.user.get_current().getId() or ""

    def todos(self) -> list[Todo]:
        if not self.userid:
            return []
        return [*self.closings(), *self.endings()]

    def closings(self) -> list[Todo]:
        return [self.closing(*found) for found in missions.waiting(self.userid)]

    def closing(self, record, userid: str, side: str) -> Todo:
        end = date.fromordinal(missions.last_days(record)[userid])
        person = people.account(userid)
        values = {"role": record.title, "person": person.fullname if person is not None else userid}
        text = (
            _("Say how your mission “${role}” went")
            if side == missions.CONSULTANT
            else _("Say how the mission “${role}” of ${person} went")
        )
        url = f"{missions.url(record.uid)}/@@mission-closing?userid={userid}"
        return Todo(Message(text, mapping=values), url, due=start_of(end + timedelta(days=14)))

    def endings(self) -> list[Todo]:
        """Return one line for the missions at one's clients that end soon and after which nothing is planned."""
        if not missions.managed_by(self.userid):
            return []
        mine = {client.uid for client in missions.managed_by(self.userid)}
        found = [one for one in missions.ending_at(mine, weeks=SOON) if one.next is None]
        if not found:
            return []
        url = f"{self.site.absolute_url()}/@@missions-board"
        text = _("Decide what follows the missions of your clients that end soon")
        return [Todo(text, url, due=start_of(found[0].end), count=len(found))]
