"""The charter and its versions."""

from bluegether.core import _
from bluegether.core.charter.interfaces import ICharter
from bluegether.core.charter.interfaces import ICharterVersion
from plone.dexterity.content import Container
from plone.dexterity.content import Item
from zope.interface import implementer


# Titles of the types' XML, which no room's catalog is collected from.
TEXTS = (
    _("Charter"),
    _("The mutual commitments of the company and its members, version by version."),
    _("Version of the charter"),
    _("Articles, and the date when they come into force."),
)


@implementer(ICharter)
class Charter(Container):
    """Holds the versions."""


@implementer(ICharterVersion)
class CharterVersion(Item):
    """One version; its label is its title."""

    @property
    def title(self) -> str:
        return getattr(self, "label", "") or ""

    @title.setter
    def title(self, value: str) -> None:
        if value:
            self.label = value

    def Title(self) -> str:
        """Return what lists and the page's title show: the word is the same in French and English."""
        return f"Version {self.title}"
