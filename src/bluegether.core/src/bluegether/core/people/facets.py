"""The people room's own facets of a person."""

from bluegether.core.people import api
from bluegether.core.people.interfaces import IPerson
from bluegether.core.people.interfaces import IPersonFacets
from zope.component import adapter
from zope.interface import implementer


@implementer(IPersonFacets)
@adapter(IPerson)
class PeopleFacets:
    """Record, skills, languages, certifications, places, availability, wishes."""

    def __init__(self, person):
        self.person = person

    def facets(self) -> list[api.Facet]:
        return api.own_facets(self.person)
