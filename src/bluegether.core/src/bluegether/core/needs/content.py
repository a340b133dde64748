"""The folder of needs, and one need. Neither copied nor moved: candidates belong to one need."""

from Acquisition import aq_base
from bluegether.core import _
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.needs.interfaces import INeed
from bluegether.core.needs.interfaces import INeeds
from bluegether.core.needs.interfaces import SALES
from plone.app.content.interfaces import INameFromTitle
from plone.dexterity.content import Container
from plone.dexterity.content import Item
from zope.component import adapter
from zope.interface import implementer
import secrets


# Titles of the types' XML, which no room's catalog is collected from.
TEXTS = (_("Needs"), _("What clients ask for."), _("Need"), _("What a client asks for: skills, dates, place."))
# Roles of the network, which a need for sales alone is closed to whatever its state.
NETWORK_ROLES = frozenset({"Member"})
# Who knows a client whose name is hidden.
KNOW_CLIENTS = ("Director", "Finance Referent", "Manager", "Sales Referent", "Site Administrator")
EXCERPT = 200


class Fixed:
    """Stays where it is: Plone asks these before it copies, moves or renames."""

    def cb_isCopyable(self) -> bool:
        """Raise NotAllowed; plone.restapi makes a 500 of a plain no."""
        raise NotAllowed(_("Needs are neither copied nor moved: their candidates belong to them."))

    cb_isMoveable = cb_isCopyable


def _roles(name: str) -> property:
    """Return a permission's roles: what the workflow wrote, without the network's when the need is for sales."""

    def read(self):
        if name not in vars(aq_base(self)):
            raise AttributeError(name)
        kept = vars(aq_base(self))[name]
        if vars(aq_base(self)).get("audience") != SALES:
            return kept
        return type(kept)(role for role in kept if role not in NETWORK_ROLES)

    def write(self, value) -> None:
        vars(aq_base(self))[name] = value
        self._p_changed = True

    def remove(self) -> None:
        if name not in vars(aq_base(self)):
            raise AttributeError(name)
        del vars(aq_base(self))[name]
        self._p_changed = True

    return property(read, write, remove)


def _client_roles() -> property:
    """Return the roles that may know the client: what the permission says, without the network when it is hidden."""

    def read(self):
        if not vars(aq_base(self)).get("client_hidden"):
            raise AttributeError("the permission's own roles")
        return KNOW_CLIENTS

    return property(read)


@implementer(INeeds)
class Needs(Fixed, Container):
    """Unordered: an ordered folder keeps a list of its ids that every new need would rewrite."""

    _ordering = "unordered"


@implementer(INeed)
class Need(Fixed, Item):
    """Its id says nothing: an address outlives a title that named the client."""

    exclude_from_nav = True
    _View_Permission = _roles("_View_Permission")
    _Access_contents_information_Permission = _roles("_Access_contents_information_Permission")
    _BlueGether__Know_Need_Client_Permission = _client_roles()

    def Description(self) -> str:
        """Return what lists and search results show."""
        line = " ".join((getattr(self, "background", None) or "").split())
        return line if len(line) <= EXCERPT else f"{line[:EXCERPT].rsplit(' ', 1)[0]}…"


@implementer(INameFromTitle)
@adapter(INeed)
class Name:
    """A need's id, drawn."""

    def __init__(self, need):
        self.title = f"b-{secrets.token_hex(4)}"
