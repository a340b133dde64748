"""What a running mission lets the directory find a consultant by: the client, for who may know the client."""

from bluegether.core.missions import api as missions
from bluegether.core.people import api as people
from bluegether.core.people.interfaces import IPerson
from bluegether.core.people.interfaces import IPersonFacets
from bluegether.core.people.interfaces.profile import BUSINESS
from bluegether.core.people.interfaces.profile import EVERYONE
from zope.component import adapter
from zope.interface import implementer


@implementer(IPersonFacets)
@adapter(IPerson)
class MissionFacets:
    """`client_site`, as the contact group calls it. A confidential client is for HR and sales only: not for everyone
    who may open the mission, because a filter is asked without opening anything."""

    def __init__(self, person):
        self.person = person

    def facets(self) -> list[people.Facet]:
        return [
            people.Facet("client_site", client.title, BUSINESS if client.confidential else EVERYONE)
            for client in missions.clients_now(self.person.getId())
        ]
