"""Who is an expert in what, for the directory."""

from bluegether.core.expertise import api
from bluegether.core.people.interfaces import IPerson
from bluegether.core.people.interfaces import IPersonFacets
from zope.component import adapter
from zope.interface import implementer


@implementer(IPersonFacets)
@adapter(IPerson)
class ExpertFacets:
    """Facet `expert`: a skill, for who may see that the person has it."""

    def __init__(self, person):
        self.person = person

    def facets(self) -> list:
        return api.facets(self.person)
