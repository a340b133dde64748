"""`DELETE @invitations/<id>`: revoke an open invitation."""

from bluegether.core import _
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.service import WriteService
from bluegether.core.people import api as people
from plone import api
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(IPublishTraverse)
class InvitationsDelete(WriteService):
    """204 without a body."""

    def __init__(self, context, request):
        super().__init__(context, request)
        self.path = []

    def publishTraverse(self, request, name):
        self.path.append(name)
        return self

    def answer(self) -> None:
        if len(self.path) != 1 or not self.path[0].isascii() or not self.path[0].isdigit() or len(self.path[0]) > 18:
            raise Missing(_("There is no such invitation."))
        people.revoke(int(self.path[0]), actor=api.user.get_current().getId())
        self.request.response.setStatus(204)
