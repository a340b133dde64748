"""`@@stream-hashtags`: the animator renames and merges hashtags."""

from bluegether.core import _
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.stream import api as stream
from bluegether.core.stream.browser.showing import Showing
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
import transaction


class Hashtags(Showing):
    """One form, the trends of the week, and what was renamed before."""

    index = ViewPageTemplateFile("hashtags.pt")
    title = _("Hashtags")
    error = None

    def __call__(self):
        if self.request.method != "POST":
            return self.index()
        self.write()
        try:
            stream.rename_hashtag(self.request.form.get("old", ""), self.request.form.get("new", ""))
        except BluegetherError as error:
            transaction.abort()
            self.error = error
            return self.index()
        api.portal.show_message(_("The hashtag was renamed; its publications follow."), request=self.request)
        return self.request.response.redirect(f"{self.site_url}/@@stream-hashtags")

    def sent(self, name: str) -> str:
        """Return what was sent and refused."""
        value = self.request.form.get(name, "")
        return value if isinstance(value, str) else ""

    def trends(self) -> list[dict]:
        """Return the hashtags of the week."""
        found = stream.trends(limit=30)
        return [{"tag": one.hashtag, "count": one.count, "url": self.url(hashtag=one.hashtag)} for one in found]

    def aliases(self) -> list[tuple[str, str]]:
        """Return what was renamed to what."""
        return sorted(stream.aliases().items())
