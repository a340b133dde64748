"""The browser's title: page, then site, in the person's language.

A view says its own with an attribute `title` (or `label`, as forms do); otherwise the object's title is used.
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
}


class Title(TitleViewlet):
    """`<title>` of every page."""

    sep = " — "

    def _own(self):
        view = self.view
        form = getattr(view, "form_instance", view)
        said = getattr(form, "title", None) or getattr(form, "label", None)
        said = said() if callable(said) else said
        return said or NAMED.get(getattr(view, "__name__", ""))

    def update(self):
        super().update()
        own = None if IViewView.providedBy(self.view) else self._own()
        if own:
            self.site_title = escape(translate(own, context=self.request)) + self.sep + self.site_title
