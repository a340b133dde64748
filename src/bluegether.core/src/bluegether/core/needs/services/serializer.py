"""A need as plone.restapi shows it, with the client's name as the reader may know it."""

from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.needs import api as needs
from bluegether.core.needs.interfaces import INeed
from plone import api
from plone.restapi.interfaces import ISerializeToJson
from plone.restapi.serializer.dxcontent import SerializeToJson
from zope.component import adapter
from zope.interface import implementer


@implementer(ISerializeToJson)
@adapter(INeed, IBluegetherLayer)
class SerializeNeed(SerializeToJson):
    """Rates and a hidden client are left out by the fields' own permissions."""

    def __call__(self, version=None, include_items=True, include_expansion=True) -> dict:
        found = super().__call__(version, include_items, include_expansion)
        reader = api.user.get_current().getId() or ""
        return found | {"client_shown": needs.client_shown(self.context, reader)}
