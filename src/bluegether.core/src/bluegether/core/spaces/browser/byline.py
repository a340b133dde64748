"""No byline on a space: its head says who owns it."""

from plone.app.layout.viewlets.common import ViewletBase


class Byline(ViewletBase):
    """Plone's viewlet of that name, left empty."""

    def render(self) -> str:
        return ""
