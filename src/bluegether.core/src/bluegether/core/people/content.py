"""The folder of people, and one person. Nobody adds, renames, moves, copies or deletes one: accounts do."""

from bluegether.core import _
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.people.interfaces import IPeople
from bluegether.core.people.interfaces import IPerson
from bluegether.core.people.veil import veil_nobody
from bluegether.core.people.veil import veil_person
from plone.dexterity.content import Container
from plone.dexterity.content import Item
from zope.interface import implementer


# Titles of the types' XML, which no room's catalog is collected from.
TEXTS = (_("People"), _("Everybody’s profile."), _("Person"), _("The profile of one person."))


class Fixed:
    """Stays where it is: Plone asks these before it copies, moves or renames."""

    exclude_from_nav = True

    def cb_isCopyable(self) -> bool:
        """Raise NotAllowed; plone.restapi makes a 500 of a plain no."""
        raise NotAllowed(_("People’s pages are neither copied nor moved: they follow the accounts."))

    cb_isMoveable = cb_isCopyable


@implementer(IPeople)
class People(Fixed, Container):
    """Unordered: an ordered folder keeps a list of its ids that every new person would rewrite."""

    _ordering = "unordered"

    def __before_publishing_traverse__(self, arg1, arg2=None):
        super().__before_publishing_traverse__(arg1, arg2)
        veil_nobody(self, arg2 or arg1)


@implementer(IPerson)
class Person(Fixed, Item):
    """Its id is the user id, its title the full name; what the person says is in `storage.Profile`."""

    def __before_publishing_traverse__(self, arg1, arg2=None):
        super().__before_publishing_traverse__(arg1, arg2)
        veil_person(self, arg2 or arg1)
