"""The charter and its versions."""

from bluegether.core.charter.interfaces import ICharter
from bluegether.core.charter.interfaces import ICharterVersion
from plone.dexterity.content import Container
from plone.dexterity.content import Item
from zope.interface import implementer


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
