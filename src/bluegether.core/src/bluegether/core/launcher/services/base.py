"""What the writing services share: the id after the name, an application as its keepers see it."""

from bluegether.core.kit.service import WriteService
from bluegether.core.launcher.storage import FIELDS
from plone import api
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(IPublishTraverse)
class AppService(WriteService):
    """`@apps/<id>`."""

    app_id = ""

    def publishTraverse(self, request, name):
        self.app_id = name
        return self

    @property
    def userid(self) -> str:
        return api.user.get_current().getId() or ""


def app_json(one) -> dict:
    """Return an application with its revision, as who keeps the list needs it."""
    return {"id": one.id, "revision": one.revision} | {name: getattr(one, name) for name in FIELDS}
