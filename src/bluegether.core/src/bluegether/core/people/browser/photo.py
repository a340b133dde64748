"""`@@photo`: the picture of a person, for who may see it; `?size=small` for lists."""

from bluegether.core import _
from bluegether.core.kit.errors import Missing
from bluegether.core.people import api as people
from plone import api
from Products.Five.browser import BrowserView


class Photo(BrowserView):
    """A JPEG; 404 for who may not see it, as where there is none."""

    def __call__(self) -> bytes:
        found = people.photo(self.context, api.user.get_current().getId() or "")
        if found is None:
            raise Missing(_("There is no picture."))
        response = self.request.response
        response.setHeader("Content-Type", "image/jpeg")
        response.setHeader("Cache-Control", "private, max-age=600")
        return found.small if self.request.form.get("size") == "small" else found.large
