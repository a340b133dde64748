"""`@@message-file/<conversation>/<message>/<number>[/small]`: a file, for those who may read its message now."""

from bluegether.core.kit.attachment import served
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.messaging import api as messaging
from plone import api
from Products.Five.browser import BrowserView
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(IPublishTraverse)
class File(BrowserView):
    """Always a download, whatever it is; only the small picture drawn here is shown in the page."""

    def __init__(self, context, request):
        super().__init__(context, request)
        self.params: list[str] = []

    def publishTraverse(self, request, name):
        self.params.append(name)
        return self

    def __call__(self):
        return served(self.request.response, self.found(), small=len(self.params) == 4)

    def found(self):
        """Return the file; 404 for everybody who does not take part now."""
        small = self.params[3:]
        if len(self.params) < 3 or small not in ([], ["small"]):
            raise NotFound(self.__name__)
        try:
            ids = [messaging.checked_id(one) for one in self.params[:3]]
        except BluegetherError:
            raise NotFound(self.__name__) from None
        found = messaging.file(*ids, userid=api.user.get_current().getId() or "")
        if small and not found.thumbnail:
            raise NotFound(self.__name__)
        return found
