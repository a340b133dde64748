"""What the services of needs share."""

from bluegether.core import _
from bluegether.core.kit import service
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.service import ReadService
from bluegether.core.kit.service import WriteService
from bluegether.core.people import api as people
from bluegether.core.skills import api as skills
from plone import api
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


class WithPath(service.WithPath):
    """Collects what follows the service's name in the address."""

    def param(self) -> str:
        """Return the only part of the path; raise Missing for none or more."""
        if len(self.params) != 1:
            raise Missing(_("There is nothing at this address."))
        return self.params[0]

    def person(self, userid: str) -> dict:
        account = people.account(userid)
        name = account.fullname if account is not None else userid
        return {"@id": f"{api.portal.get().absolute_url()}/people/{userid}", "userid": userid, "fullname": name}

    def skill(self, skill_id: str) -> dict:
        return {"token": skills.current(skill_id) or skill_id, "title": skills.title(skill_id)}


@implementer(IPublishTraverse)
class Reading(WithPath, ReadService):
    """A GET."""


@implementer(IPublishTraverse)
class Writing(WithPath, WriteService):
    """A change."""

    def word(self, body: dict, name: str) -> str:
        """Return a text of the body, "" when it is left out; raise Invalid for what is no text."""
        value = body.get(name) or ""
        if not isinstance(value, str):
            raise Invalid(_("The text must be plain text."), field=name)
        return value
