"""What somebody who leaves hands over of people: their team and the invitations that wait for an answer."""

from bluegether.core import _
from bluegether.core.kit.handover import Holding
from bluegether.core.kit.interfaces import IHandover
from bluegether.core.people import api
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(IHandover)
@adapter(IPloneSiteRoot)
class PeopleHandover:
    """The new manager is the successor; see `api.give_team` for who cannot have them."""

    def __init__(self, site):
        self.site = site

    def held(self, userid: str) -> list[Holding]:
        team, invitations = api.team(userid), api.open_invitations_of(userid)
        url = self.site.absolute_url()
        found = [
            Holding("team", _("People whose manager they are"), f"{url}/@@profile?userid={userid}", len(team)),
            Holding("invitations", _("Open invitations"), f"{url}/@@accounts?tab=invitations", len(invitations)),
        ]
        return [one for one in found if one.count]

    def hand_over(self, userid: str, to: str, *, actor: str) -> None:
        api.give_team(userid, to)
        api.give_invitations(userid, to, actor=actor)
