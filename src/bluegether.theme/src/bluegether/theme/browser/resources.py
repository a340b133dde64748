"""The page's scripts and styles: Plone works out the same few tags for every page anew; here once a process.

Kept under everything that the tags depend on: the registry's own mark of change (also another process's change is
seen), the address, who is asking as far as the bundles' conditions tell, and what the request switches on or off.
Bundles with a condition of another kind, and debug mode, are worked out for each page, as in Plone.
"""

from plone.registry.interfaces import IRecordModifiedEvent
from plone.registry.interfaces import IRegistry
from Products.CMFPlone.resources.browser.resource import REQUEST_CACHE_KEY
from Products.CMFPlone.resources.browser.resource import ScriptsView
from Products.CMFPlone.resources.browser.resource import StylesView
from Products.CMFPlone.resources.browser.resource import update_resource_registry_mtime
from zope.component import adapter
from zope.component import getMultiAdapter
from zope.component import getUtility
import App.config


MARK = "__RESOURCE_REGISTRY_MTIME"
PLAIN = ("", "python: member is not None", "python:member is not None")
WATCHED = ("plone.bundles/", "plone.app.theming.interfaces.IThemeSettings.")
MOST = 64
_kept: dict[tuple, dict[str, str]] = {}  # key -> the rendered tags: "js" and "css"


@adapter(IRecordModifiedEvent)
def note_change(event) -> None:
    """Mark the registry when one value is changed: Plone marks it for profiles and its own control panel only."""
    if event.record.__name__.startswith(WATCHED):
        update_resource_registry_mtime()


class Cached:
    """Mix-in before Plone's viewlet."""

    def update(self) -> None:
        if getattr(self.request, REQUEST_CACHE_KEY, None) is not None or App.config.getConfiguration().debug_mode:
            super().update()
            return
        key = self._key()
        if key in _kept:
            self.rendered = _kept[key]
            setattr(self.request, REQUEST_CACHE_KEY, self.rendered)
            return
        super().update()
        if self._plain() and all(self.rendered.values()):
            if len(_kept) >= MOST:
                _kept.clear()
            _kept[key] = dict(self.rendered)

    def _key(self) -> tuple:
        state = getMultiAdapter((self.context, self.request), name="plone_portal_state")
        bundles = tuple(frozenset(names) for names in self._request_bundles())
        registry = getUtility(IRegistry)
        return (state.portal_url(), state.anonymous(), getattr(registry, MARK, 0), registry._p_oid, *bundles)

    def _plain(self) -> bool:
        """Return whether the tags depend on nothing that the key does not hold."""
        records = getUtility(IRegistry).records
        names = [name for name in records.keys("plone.bundles/", "plone.bundles0") if name.endswith(".expression")]
        return all((records[name].value or "").strip() in PLAIN for name in names)


class Scripts(Cached, ScriptsView):
    """`plone.resourceregistries.scripts`."""


class Styles(Cached, StylesView):
    """`plone.resourceregistries.styles`."""
