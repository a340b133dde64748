"""What the charter's pages share: who reads, in which language, forms whose errors are shown, dates, icons."""

from AccessControl import getSecurityManager
from bluegether.core import _
from bluegether.core.kit.clock import spoken
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.people import api as people
from datetime import datetime
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
import transaction


INVALID = 400
STATES = {
    "draft": (_("Draft"), "text-bg-secondary"),
    "submitted": (_("Submitted"), "text-bg-warning"),
    "approved": (_("Approved"), "text-bg-info"),
    "in_force": (_("In force"), "text-bg-success"),
    "archived": (_("Archived"), "text-bg-light"),
}
COMMITMENT_STATES = {
    "kept": (_("Kept"), "text-bg-success"),
    "late": (_("Late"), "text-bg-danger"),
    "not_yet": (_("Not yet"), "text-bg-secondary"),
}
STATUSES = {
    "signed": (_("Accepted"), "text-bg-success"),
    "to_sign": (_("To sign"), "text-bg-danger"),
    "grace": (_("To sign soon"), "text-bg-warning"),
    "declined": (_("Declined"), "text-bg-dark"),
    "none": (_("No charter"), "text-bg-light"),
}


class Page(BrowserView):
    """`index` is the template; `post()` does what the form asks and returns where to go, or raises."""

    error = None

    def __call__(self):
        if self.request.method != "POST":
            return self.show()
        CheckAuthenticator(self.request)
        try:
            return self.request.response.redirect(self.post())
        except BluegetherError as error:
            return self.refuse(error)

    def show(self):
        """Return the page."""
        return self.index()

    def post(self) -> str:
        """Do what the form asks and return the address to go to."""
        raise NotImplementedError

    def refuse(self, error: BluegetherError):
        """Undo everything and show the page again with the reason."""
        transaction.abort()
        self.error = error
        if error.status != INVALID:
            self.request.response.setStatus(error.status)
        return self.show()

    @property
    def userid(self) -> str:
        return getSecurityManager().getUser().getId() or ""

    @property
    def language(self) -> str:
        """Return the language asked for, or else the page's own."""
        asked = self.request.form.get("language")
        return asked if asked in ("fr", "en") else api.portal.get_current_language()[:2]

    @property
    def portal_url(self) -> str:
        return api.portal.get().absolute_url()

    def text(self, name: str) -> str:
        """Return a parameter as text, whatever was sent."""
        value = self.request.form.get(name, "")
        return value if isinstance(value, str) else ""

    def back(self) -> str:
        """Return where the person was going, when that is in this portal; its first page otherwise."""
        target = self.text("came_from")
        inside = api.portal.get_tool("portal_url").isURLInPortal(target) if target else False
        return target if inside else self.portal_url

    def allowed(self, permission: str) -> bool:
        """Return whether the reader has the permission here."""
        return bool(getSecurityManager().checkPermission(permission, self.context))

    def name(self, userid: str) -> str:
        """Return the person's full name, or their id."""
        person = people.account(userid) if userid else None
        return person.fullname if person is not None else userid

    def day(self, moment, *, time: bool = False) -> str:
        """Return a date, or a moment in the site's zone, as the site writes it."""
        if isinstance(moment, str):
            moment = datetime.fromisoformat(moment)
        return spoken(moment, clock=time)

    def lines(self, text: str) -> list[str]:
        """Return the text's lines: plain text keeps its line breaks."""
        return text.splitlines()

    def icon(self, name: str, css: str = "") -> str:
        """Return the icon's markup; it says nothing to a screen reader."""
        return self.context.restrictedTraverse("@@iconresolver").tag(name, tag_class=css, tag_alt="")

    def notify(self, message, kind: str = "info") -> None:
        """Show a message on the next page."""
        api.portal.show_message(message, self.request, type=kind)
