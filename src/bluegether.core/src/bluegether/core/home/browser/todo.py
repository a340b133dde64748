"""The card `todo`: what waits for the signed-in person, what is due first."""

from bluegether.core import _
from bluegether.core.home import api as home
from bluegether.core.home.browser.card import Card
from bluegether.core.kit.interfaces import IOpenToClients
from bluegether.core.kit.todo import todos
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.interface import implementer


TITLES = {"late": _("Overdue"), "soon": _("Within seven days"), "later": _("Later, or without a date")}


@implementer(IOpenToClients)
class ToDo(Card):
    """Also a client's: their rooms may ask something of them; then only when something waits."""

    order = 10
    index = ViewPageTemplateFile("todo.pt")

    def available(self) -> bool:
        self.groups = home.grouped(todos(self.context, self.request))
        return bool(self.groups) or super().available()

    def sections(self) -> list[dict]:
        """Return the groups with their titles."""
        return [{"id": name, "title": TITLES[name], "todos": found} for name, found in self.groups.items()]
