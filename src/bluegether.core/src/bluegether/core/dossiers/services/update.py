"""`PATCH @dossier/<userid>` with `{"confirmed": true}`: the person says that all of it is still right."""

from bluegether.core import _
from bluegether.core.dossiers import api as dossiers
from bluegether.core.dossiers.services.base import OfSomebody
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.service import WriteService


class Update(OfSomebody, WriteService):
    """Answers 204."""

    def answer(self) -> None:
        if self.body() != {"confirmed": True}:
            raise Invalid(_("Send confirmed as true."), field="confirmed")
        if self.of != self.maker:
            raise NotAllowed(_("Only the person can say so."))
        dossiers.confirm(self.of)
        self.request.response.setStatus(204)
