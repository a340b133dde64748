"""What the room's services share: the path behind the name, who asks, notices as JSON."""

from bluegether.core import _
from bluegether.core.kit import service
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.interfaces import IOpenToClients
from bluegether.core.kit.service import ReadService
from bluegether.core.kit.service import WriteService
from bluegether.core.notifications import api as notifications
from zope.i18n import translate
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


class WithPath(service.WithPath):
    """Collects what follows the service's name in the address."""

    def no_path(self) -> None:
        """Raise Missing when the address goes on."""
        if self.params:
            raise Missing(_("There is nothing at this address."))

    def notice_id(self) -> int:
        """Return the notice that the address names; raise Missing."""
        if len(self.params) != 1:
            raise Missing(_("There is nothing at this address."))
        return notifications.checked_id(self.params[0])

    def json(self, item: notifications.Item) -> dict:
        return {
            "@id": f"{self.context.absolute_url()}/@notifications/{item.id}",
            "id": str(item.id),
            "kind": item.kind,
            "category": item.category,
            "text": translate(item.text, context=self.request),
            "excerpt": item.excerpt,
            "url": item.url,
            "happened": item.happened.isoformat(),
            "read": not item.unread,
            "urgent": item.urgent,
        }


@implementer(IPublishTraverse, IOpenToClients)
class Reading(WithPath, ReadService):
    """A GET of notifications."""


@implementer(IPublishTraverse, IOpenToClients)
class Writing(WithPath, WriteService):
    """A change of notifications."""
