"""`<portal>/@@stream/<id>/@@picture/<n>`: a picture of an entry, for who sees the entry."""

from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.interfaces import IOpenToOutside
from bluegether.core.stream import api as stream
from plone import api
from Products.Five.browser import BrowserView
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(IPublishTraverse, IOpenToOutside)
class Picture(BrowserView):
    """A JPEG that the portal made; kept by the reader's browser alone, and asked for again each time."""

    place = None

    def publishTraverse(self, request, name):
        if self.place is not None or not (name.isascii() and name.isdigit() and len(name) == 1):
            raise NotFound(name)
        self.place = int(name)
        return self

    def __call__(self):
        userid = api.user.get_current().getId() or ""
        try:
            found = stream.picture_file(int(self.context.id), -1 if self.place is None else self.place, userid=userid)
        except BluegetherError:
            raise NotFound(self.context.id) from None
        response, mark = self.request.response, f'"{self.context.id}-{self.place}"'
        response.setHeader("Cache-Control", "private, no-cache")
        response.setHeader("ETag", mark)
        if self.request.getHeader("If-None-Match") == mark:
            response.setStatus(304)
            return ""
        response.setHeader("Content-Type", "image/jpeg")
        response.setHeader("Content-Disposition", f'inline; filename="{self.context.id}-{self.place}.jpg"')
        return found.data
