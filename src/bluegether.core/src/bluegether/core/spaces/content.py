"""The folder of spaces, and one space. Spaces are not renamed, copied or moved: their address is told to people."""

from AccessControl import getSecurityManager
from bluegether.core import _
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.interfaces import IOpenToOutside
from bluegether.core.spaces import guard
from bluegether.core.spaces.interfaces import ISpace
from bluegether.core.spaces.interfaces import ISpaces
from plone.dexterity.content import Container
from zope.interface import implementer


# Titles of the types' XML, which no room's catalog is collected from.
TEXTS = (_("Spaces"), _("Where people work together."), _("Space"), _("Documents, agenda, stream and members."))


class Fixed:
    """Stays where it is: Plone asks these before it copies, moves or renames."""

    exclude_from_nav = True
    _ordering = "unordered"

    def cb_isCopyable(self) -> bool:
        """Raise NotAllowed; plone.restapi makes a 500 of a plain no."""
        raise NotAllowed(_("Spaces are neither copied nor moved."))

    cb_isMoveable = cb_isCopyable


@implementer(ISpaces, IOpenToOutside)
class Spaces(Fixed, Container):
    """Unordered: an ordered folder keeps a list of its ids that every new space would rewrite."""

    def manage_delObjects(self, ids=None, REQUEST=None):
        """Delete spaces: administrators only. A space that is over is archived."""
        if not getSecurityManager().checkPermission("BlueGether: Delete Space", self):
            raise NotAllowed(_("A space that is over is archived, not deleted."))
        return super().manage_delObjects(ids, REQUEST=REQUEST)


@implementer(ISpace)
class Space(Fixed, Container):
    """What is inside acquires who reads and writes from here."""

    def __before_publishing_traverse__(self, arg1, arg2=None):
        """Let nobody pass who may not: Zope calls this on the way, before it asks for permissions."""
        request = arg2 if arg2 is not None else arg1
        guard.check_way(self, request)
        return super().__before_publishing_traverse__(arg1, arg2)
