"""No byline on a person's page: nobody wrote it, it is them."""

from plone.app.layout.viewlets.common import ViewletBase


class Byline(ViewletBase):
    """Plone's viewlet of that name, left empty."""

    def render(self) -> str:
        return ""
