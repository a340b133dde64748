"""`<comment>/@@comment-file/<number>[/small]`: a file, for those who may read its comment now."""

from bluegether.core.discussion import api
from bluegether.core.kit.attachment import served
from bluegether.core.kit.errors import Missing
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
        number, small = "".join(self.params[:1]), self.params[1:]
        fits = number.isascii() and number.isdigit() and len(number) < 3 and small in ([], ["small"])
        if not fits or not api.visible(self.context):
            raise NotFound(self.__name__)
        try:
            found = api.file(self.context, int(number))
        except Missing:
            raise NotFound(self.__name__) from None
        if small and not found.thumbnail:
            raise NotFound(self.__name__)
        return served(self.request.response, found, small=bool(small))
