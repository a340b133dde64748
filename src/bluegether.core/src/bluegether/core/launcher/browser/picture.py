"""`@@app-picture?id=`: the picture of an application, for whom it is."""

from bluegether.core.kit.errors import BluegetherError
from bluegether.core.launcher import api as launcher
from plone import api
from Products.Five.browser import BrowserView
from zExceptions import NotFound


class AppPicture(BrowserView):
    """A JPEG that the portal made; its address names the revision."""

    def __call__(self) -> bytes:
        asked = self.request.form.get("id", "")
        try:
            found = launcher.picture(
                asked if isinstance(asked, str) else "", userid=api.user.get_current().getId() or ""
            )
        except BluegetherError:
            raise NotFound("app-picture") from None
        self.request.response.setHeader("Content-Type", "image/jpeg")
        self.request.response.setHeader("Cache-Control", "private, max-age=600")
        return found.picture
