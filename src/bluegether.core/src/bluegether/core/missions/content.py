"""Clients and missions. Their ids say nothing: an address must not tell for whom somebody works."""

from bluegether.core import _
from bluegether.core.missions.interfaces import IClient
from bluegether.core.missions.interfaces import IClients
from bluegether.core.missions.interfaces import IMission
from bluegether.core.missions.interfaces import IMissions
from plone.app.content.interfaces import INameFromTitle
from plone.dexterity.content import Container
from plone.dexterity.content import Item
from zope.interface import implementer
import secrets


# Titles of the types' XML, which no room's catalog is collected from.
TEXTS = (
    _("Clients"),
    _("The companies that we work for."),
    _("Client company"),
    _("A company that we work for: sites, contacts, account manager."),
    _("Missions"),
    _("The missions of our consultants."),
    _("Mission"),
    _("Work of consultants for a client: periods, place, objectives, amounts."),
)


class Listed(Container):
    """Unordered: an ordered folder keeps a list of its ids that every addition would rewrite."""

    _ordering = "unordered"
    exclude_from_nav = True


@implementer(IClients)
class Clients(Listed):
    """The folder of clients."""


@implementer(IMissions)
class Missions(Listed):
    """The folder of missions."""


@implementer(IClient)
class Client(Item):
    """A company."""

    exclude_from_nav = True


@implementer(IMission)
class Mission(Item):
    """Work for a client."""

    exclude_from_nav = True


@implementer(INameFromTitle)
class Nameless:
    """What new content is called in its address."""

    def __init__(self, context):
        self.context = context

    @property
    def title(self) -> str:
        return f"{self.context.portal_type.lower()}-{secrets.token_hex(4)}"
