"""Plone's editing toolbar without what the shell already shows."""

from AccessControl import getSecurityManager
from plone.app.layout.viewlets.toolbar import ToolbarViewletManager
from plone.base.interfaces import IPloneSiteRoot
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


EDITING = ("Modify portal content", "Add portal content")


class Toolbar(ToolbarViewletManager):
    """Edit, contents, view, add, state, actions."""

    custom_template = ViewPageTemplateFile("toolbar.pt")

    def update(self) -> None:
        """Work nothing out on pages of the site itself for those who edit nothing there: most pages of most people."""
        if self._nothing_to_edit():
            self.viewlets = []
        else:
            super().update()

    def _nothing_to_edit(self) -> bool:
        check = getSecurityManager().checkPermission
        site = IPloneSiteRoot.providedBy(self.context)
        return site and not any(check(permission, self.context) for permission in EDITING)
