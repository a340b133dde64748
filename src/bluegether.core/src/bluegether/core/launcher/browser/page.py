"""What the pages of the launcher share: forms whose errors are shown with what was typed."""

from bluegether.core.kit import page as kit
from bluegether.core.launcher import api as launcher
from plone import api


class Page(kit.Page):
    """A parameter that is no text is none."""

    keeping = ""  # what it shows is no secret of anybody

    @property
    def language(self) -> str:
        return api.portal.get_current_language()

    def text(self, name: str) -> str:
        """Return a parameter as text, whatever was sent."""
        value = self.request.form.get(name, "")
        return value if isinstance(value, str) else ""

    def texts(self, name: str) -> list[str]:
        value = self.request.form.get(name, [])
        return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str) and one]

    def wrong(self, name: str):
        """Return what is wrong with this field, or None."""
        return self.error.message if self.error is not None and self.error.field == name else None

    @property
    def token(self) -> str:
        return self.context.restrictedTraverse("@@authenticator").token()

    def may_manage(self) -> bool:
        return launcher.can_manage(self.userid)
