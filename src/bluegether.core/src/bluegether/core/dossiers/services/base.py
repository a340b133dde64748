"""What the room's services share: whose dossier the address names, and who asks."""

from bluegether.core import _
from bluegether.core.dossiers import api as dossiers
from bluegether.core.dossiers.browser.download import send
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.service import WithPath
from plone import api
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse
import json


@implementer(IPublishTraverse)
class OfSomebody(WithPath):
    """Collects the user id that follows the service's name."""

    @property
    def of(self) -> str:
        """Return the user id in the address; raise Missing for anything else."""
        if len(self.params) != 1:
            raise Missing(_("There is nothing at this address."))
        return self.params[0]

    @property
    def maker(self) -> str:
        return api.user.get_current().getId() or ""

    @property
    def address(self) -> str:
        return f"{self.context.absolute_url()}/@dossier/{self.of}"

    def choices(self, values) -> dossiers.Choices:
        return dossiers.read(values, language=api.portal.get_current_language()[:2])

    def render(self):
        """Send a file as it is, all else as JSON."""
        self.check_permission()
        found = self.reply()
        if isinstance(found, dossiers.File):
            return send(self.request.response, found.data, name=found.name, kind=found.kind)
        if found is None:
            return None
        self.request.response.setHeader("Content-Type", self.content_type)
        return json.dumps(found, indent=2, sort_keys=True)
