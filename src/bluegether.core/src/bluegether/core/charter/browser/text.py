"""`@@charter-text`: the exact text that a record names by its hash, even when its version is gone."""

from bluegether.core import _
from bluegether.core.charter import api as charter
from bluegether.core.charter.browser.page import Page
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Text(Page):
    """Read-only; an unknown hash is a 404."""

    index = ViewPageTemplateFile("text.pt")
    title = _("Text that was signed")

    def reading(self) -> charter.Reading:
        return charter.reading_of_text(self.text("text_hash"))
