"""The browser's title: page, then site, in the person's language.

A view says its own with an attribute `title`, a form with `label`; otherwise the object's title is used.
"""

from bluegether.theme import _
from html import escape
from plone.app.layout.globals.interfaces import IViewView
from plone.app.layout.viewlets.common import TitleViewlet
from zope.i18n import translate


NAMED = {
    "folder_contents": _("Contents"),
    "sharing": _("Sharing"),
    "search": _("Search"),
    "overview-controlpanel": _("Site setup"),
    "sitemap": _("Site map"),
    "usergroup-userprefs": _("Users"),
    "usergroup-groupprefs": _("Groups"),
}


class Title(TitleViewlet):
    """`<title>` of every page."""

    sep = " — "

    def _own(self) -> str:
        form = getattr(self.view, "form_instance", self.view)
        said = getattr(form, "title", None)
        if not said and not IViewView.providedBy(self.view):
            said = getattr(form, "label", None) or NAMED.get(getattr(self.view, "__name__", ""))
        said = said() if callable(said) else said
        return escape(translate(said, context=self.request)) if said else ""

    def update(self):
        super().update()
        own = self._own()
        if own and own != self.page_title:
            self.site_title = own + self.sep + self.site_title
