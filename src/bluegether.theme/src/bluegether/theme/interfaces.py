"""The layer on which the looks are active, and the places of the shell that others fill."""

from zope.publisher.interfaces.browser import IDefaultBrowserLayer
from zope.viewlet.interfaces import IViewletManager


class IThemeLayer(IDefaultBrowserLayer):
    """Request layer of a site on which bluegether.theme is installed."""


class ITopbar(IViewletManager):
    """Viewlets at the right of the top bar (notifications, messages); nothing is shown while there are none."""
