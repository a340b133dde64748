"""No byline on the board: nobody wrote it."""

from plone.app.layout.viewlets.common import ViewletBase


class Byline(ViewletBase):
    """Plone's viewlet of that name, left empty."""

    def render(self) -> str:
        return ""
