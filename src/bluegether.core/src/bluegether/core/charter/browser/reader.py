"""`@@charter`: the charter in force, for everyone who has an account."""

from AccessControl import getSecurityManager
from bluegether.core import _
from bluegether.core.charter import api as charter
from bluegether.core.charter.browser.page import Page
from bluegether.core.charter.browser.page import STATUSES
from bluegether.core.kit.interfaces import IOpen
from bluegether.core.kit.interfaces import IOpenToClients
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.interface import implementer


LANGUAGES = {"fr": "Français", "en": "English"}


class Reader(Page):
    """What the pages that show the text in force share."""

    view_name = ""

    @property
    def address(self) -> str:
        return f"{self.portal_url}/@@{self.view_name}"

    def reading(self) -> charter.Reading | None:
        """Return the text in force."""
        return charter.reading(self.language)

    def languages(self) -> list[dict]:
        """Return the wordings that one can choose from."""
        return [
            {"code": code, "title": LANGUAGES.get(code, code), "url": self.language_url(code)}
            for code in charter.languages_in_force()
        ]

    def language_url(self, code: str) -> str:
        """Return this page in another wording."""
        return f"{self.address}?language={code}"


@implementer(IOpen, IOpenToClients)
class Charter(Reader):
    """The reader."""

    index = ViewPageTemplateFile("reader.pt")
    title = _("Charter")
    view_name = "charter"

    def status(self) -> str:
        """Return where the reader stands."""
        return charter.status(self.userid).value

    def badge(self) -> tuple:
        """Return title and class of the reader's status."""
        return STATUSES[self.status()]

    def answered(self):
        """Return the reader's own last record, or None."""
        return charter.answer(self.userid)

    def since(self) -> str:
        """Return when it came into force."""
        return self.day(charter.in_force_since())

    def history_url(self) -> str:
        """Return the list of versions, for who may open it."""
        version = charter.version_in_force()
        folder = version.__parent__ if version is not None else None
        may = folder is not None and getSecurityManager().checkPermission("View", folder)
        return folder.absolute_url() if may else ""
