"""`DELETE @saved-searches/<id>`."""

from bluegether.core import _
from bluegether.core.directory import api as directory
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.service import WriteService
from plone import api
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(IPublishTraverse)
class SearchesDelete(WriteService):
    """204 without a body."""

    def __init__(self, context, request):
        super().__init__(context, request)
        self.path = []

    def publishTraverse(self, request, name):
        self.path.append(name)
        return self

    def answer(self) -> None:
        if len(self.path) != 1:
            raise Missing(_("There is no such search."))
        directory.discard(api.user.get_current().getId(), self.path[0])
        self.request.response.setStatus(204)
