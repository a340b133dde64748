"""The layer on which the looks are active."""

from zope.publisher.interfaces.browser import IDefaultBrowserLayer


class IThemeLayer(IDefaultBrowserLayer):
    """Request layer of a site on which bluegether.theme is installed."""
