"""The home page's card `rewards`: the balance, and what earns most."""

from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import IHomeCard
from bluegether.core.rewards import api as rewards
from bluegether.core.rewards.browser.page import Page
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import adapter
from zope.interface import implementer


SHOWN = 3


@implementer(IHomeCard)
@adapter(IPloneSiteRoot, IBluegetherLayer)
class RewardsCard(Page):
    """For who has a ledger, once rules are in force."""

    order = 60
    wide = False
    index = ViewPageTemplateFile("card.pt")

    def available(self) -> bool:
        if not api.user.has_permission("BlueGether: View Rewards", obj=self.context):
            return False
        self.rules = rewards.in_force()
        return self.rules is not None and rewards.earns(self.userid)

    def render(self) -> str:
        return self.index()

    @property
    def balance(self) -> int:
        return rewards.balance(self.userid)

    def best(self) -> list[dict]:
        """Return the rules that give most points."""
        kinds: dict = {}
        for rule in sorted(self.rules.rules, key=lambda one: -one.points):
            kinds.setdefault(rule.kind, rule)
        return [{"title": self.kind_title(kind), "rule": rule} for kind, rule in list(kinds.items())[:SHOWN]]
