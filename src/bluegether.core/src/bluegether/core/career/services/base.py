"""What the room's services share: the path behind the name, who asks, what a body may hold."""

from bluegether.core import _
from bluegether.core.career import api as career
from bluegether.core.kit import service
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.service import PRIVATE
from bluegether.core.kit.service import ReadService
from bluegether.core.kit.service import WriteService
from datetime import date
from datetime import datetime
from plone import api
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


class WithPath(service.WithPath):
    """Collects what follows the service's name in the address."""

    @property
    def owner(self) -> str:
        """Return the first part of the path, the reader's own user id without one."""
        return self.params[0] if self.params else self.userid

    def thing(self, position: int) -> int:
        """Return an id of the path; raise Missing when it is none."""
        text = self.params[position]
        if not text.isascii() or not text.isdigit() or len(text) > 18:
            raise career.nothing()
        return int(text)

    def nowhere(self) -> Missing:
        return Missing(_("There is nothing at this address."))

    def at(self, *names: str) -> str:
        return "/".join((f"{api.portal.get().absolute_url()}/@{names[0]}", *names[1:]))

    def interview(self, one, owner: str = "") -> dict:
        owner = owner or self.owner
        data = career.interview_data(owner, one, self.userid)
        return {"@id": self.at("interviews", owner, str(one.id))} | data


@implementer(IPublishTraverse)
class Reading(WithPath, ReadService):
    """A GET. What it answers is private: nobody keeps a copy on the way."""

    keeping = PRIVATE


@implementer(IPublishTraverse)
class Writing(WithPath, WriteService):
    """A change: `sent` returns the body with these names only."""

    def created(self, data: dict) -> dict:
        self.request.response.setStatus(201)
        if "@id" in data:
            self.request.response.setHeader("Location", data["@id"])
        return data


def day(value, field: str) -> date | None:
    """Return an ISO date of a body, None for none; raise Invalid."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise Invalid(_("This is no date."), field=field) from None


def moment(value, field: str) -> datetime:
    """Return an ISO date and time with its zone; raise Invalid."""
    try:
        found = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        raise Invalid(_("Give a date and a time."), field=field) from None
    if found.tzinfo is None:
        raise Invalid(_("Give the time with its zone."), field=field)
    return found


def number(value, field: str) -> int:
    """Return a whole number of a body; raise Invalid."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise Invalid(_("${name} must be a whole number.", mapping={"name": field}), field=field)
    return value
