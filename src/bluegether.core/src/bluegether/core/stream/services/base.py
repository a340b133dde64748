"""What the stream's services share: the path behind the name, and who asks."""

from bluegether.core.kit import service
from bluegether.core.kit.service import ReadService
from bluegether.core.kit.service import WriteService
from bluegether.core.kit.turn import take
from bluegether.core.stream import api as stream
from bluegether.core.stream.services.json import entry_json
from zExceptions import NotFound
from zope.component import queryMultiAdapter
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


TALK = ("comments", "reactions", "follow")


class WithPath(service.WithPath):
    """Collects what follows the service's name in the address."""

    def publishTraverse(self, request, name):
        """Collect the path; below an entry, discussion's own services go on. They ask who may see the entry."""
        if name in TALK and len(self.params) == 1:
            publication = stream.publication(stream.id_in_path(self.params))
            service = queryMultiAdapter((publication, request), name=f"{request.method}_application_json_@{name}")
            if service is None:
                raise NotFound(name)
            return service
        self.params.append(name)
        return self

    def json(self, shown: stream.Shown) -> dict:
        return entry_json(shown, self.context, self.request, self.userid)


@implementer(IPublishTraverse)
class Reading(WithPath, ReadService):
    """A GET of the stream."""


@implementer(IPublishTraverse)
class Writing(WithPath, WriteService):
    """A change of the stream; writers of one process take turns, so that none of them has to try again."""

    def reply(self):
        take("stream")
        return super().reply()
