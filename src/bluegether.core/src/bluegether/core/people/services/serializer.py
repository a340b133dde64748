"""A Person as plone.restapi shows content: with the profile as this reader sees it."""

from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.people.interfaces import IPerson
from bluegether.core.people.services.json import person_data
from plone import api
from plone.restapi.interfaces import ISerializeToJson
from plone.restapi.serializer.dxcontent import SerializeToJson
from zope.component import adapter
from zope.interface import implementer


@implementer(ISerializeToJson)
@adapter(IPerson, IBluegetherLayer)
class SerializePerson(SerializeToJson):
    """Plone's own part has nothing of the profile: it is kept where Plone does not look."""

    def __call__(self, version=None, include_items=True) -> dict:
        found = super().__call__(version=version, include_items=include_items)
        found |= {"title": self.context.Title(), "description": self.context.Description()}
        return found | {"profile": person_data(self.context, api.user.get_current().getId() or "")}
