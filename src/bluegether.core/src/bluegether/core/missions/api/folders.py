"""The folders of clients and of missions."""

from bluegether.core import _
from plone import api
from plone.dexterity.utils import createContent
from zope.i18n import translate


CLIENTS, MISSIONS = "clients", "missions"
TITLES = {CLIENTS: ("Clients", _("Clients")), MISSIONS: ("Missions", _("Missions"))}


def folder(name: str):
    """Return the folder of clients or of missions, or None."""
    return api.portal.get().get(name)


def ensure() -> tuple:
    """Return the folders of clients and of missions, made when they are missing."""
    return tuple(folder(name) or _made(name) for name in TITLES)


def _made(name: str):
    site = api.portal.get()
    portal_type, text = TITLES[name]
    title = translate(text, target_language=api.portal.get_default_language())
    site._setObject(name, createContent(portal_type, id=name, title=title), set_owner=0)
    made = site[name]
    made.creators = ()  # nobody wrote it: a folder of the site has no author to show
    made.reindexObject()
    return made
