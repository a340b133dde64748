"""`POST @invitations`: invite one person; the link goes out by mail, never in the answer."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.service import WriteService
from bluegether.core.people import api as people
from bluegether.core.people.services.get import invitation_data
from plone import api


FIELDS = ("userid", "fullname", "email", "kind", "employment", "unit", "job", "language")
REQUIRED = ("fullname", "email", "kind")


class InvitationsPost(WriteService):
    """201 with the invitation."""

    def answer(self) -> dict:
        body = self.body()
        for name in REQUIRED:
            if not body.get(name):
                raise Invalid(_("This is required."), field=name)
        for name, value in body.items():
            if name not in FIELDS or not isinstance(value, str):
                raise Invalid(_("${name} cannot be read.", mapping={"name": name[:40]}), field=name[:40])
        token = people.invite(**body, invited_by=api.user.get_current().getId())
        self.request.response.setStatus(201)
        return invitation_data(people.invitation(token))
