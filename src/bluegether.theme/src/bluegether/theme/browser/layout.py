"""What a page consists of: portlets only where some are assigned, asked once a request."""

from plone.app.layout.globals.layout import LayoutPolicy
from plone.memoize.view import memoize


class Layout(LayoutPolicy):
    """Plone's layout policy without repeated questions."""

    @memoize
    def _shown(self, manager_name: str) -> bool:
        return super().have_portlets(manager_name)

    def have_portlets(self, manager_name, view=None) -> bool:
        return self._shown(manager_name)
