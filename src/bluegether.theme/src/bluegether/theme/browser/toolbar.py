"""Plone's editing toolbar without what the shell already shows."""

from plone.app.layout.viewlets.toolbar import ToolbarViewletManager
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Toolbar(ToolbarViewletManager):
    """Edit, contents, view, add, state, actions."""

    custom_template = ViewPageTemplateFile("toolbar.pt")
