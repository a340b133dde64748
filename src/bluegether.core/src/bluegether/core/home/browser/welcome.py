"""The card `welcome`: what the person may start from here, and for a client their own account."""

from bluegether.core import _
from bluegether.core.home.browser.card import Card
from bluegether.core.kit.interfaces import IOpenToClients
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import getMultiAdapter
from zope.interface import implementer


SHORTCUTS = 6
LEFT_OUT = {"logout", "login", "plone_setup", "plone_site_setup"}


@implementer(IOpenToClients)
class Welcome(Card):
    """Shortcuts are Plone actions: each room brings its own, and says who may use them."""

    order = 0
    index = ViewPageTemplateFile("welcome.pt")

    def available(self) -> bool:
        return bool(self.shortcuts())

    def title(self):
        return _("My account") if self._client() else _("Shortcuts")

    def shortcuts(self) -> list[dict]:
        """Return what the person may create as links, for a client what belongs to their account."""
        state = getMultiAdapter((self.context, self.request), name="plone_context_state")
        actions = state.actions("user") if self._client() else state.actions("create")
        return [self._link(action) for action in actions if action["id"] not in LEFT_OUT][:SHORTCUTS]

    def _client(self) -> bool:
        return not super().available()

    def _link(self, action: dict) -> dict:
        icon = (action.get("icon") or "arrow-right-circle").removeprefix("plone.icon.")
        return {"title": action["title"], "url": action["url"], "icon": icon}
