"""`GET @apps`: the applications of who asks, in their order, addresses filled in."""

from bluegether.core.kit.service import ReadService
from bluegether.core.launcher import api as launcher
from dataclasses import asdict
from plone import api


class Apps(ReadService):
    """All of them: there are dozens, not thousands."""

    def answer(self) -> dict:
        found = launcher.apps(api.user.get_current().getId() or "", language=api.portal.get_current_language())
        return {"@id": f"{self.context.absolute_url()}/@apps", "items": [asdict(one) for one in found]}
