"""The home card: needs that fit the signed-in person."""

from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import IHomeCard
from bluegether.core.needs import api as needs
from bluegether.core.needs.browser.page import Page
from functools import cached_property
from plone.base.interfaces import IPloneSiteRoot
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import adapter
from zope.interface import implementer


CARD = 3
# Below that a need does not fit well enough to be announced.
LEAST = 40


@implementer(IHomeCard)
@adapter(IPloneSiteRoot, IBluegetherLayer)
class Card(Page):
    """The best three for which one is no candidate yet, while there are any."""

    index = ViewPageTemplateFile("card.pt")
    order = 45
    wide = False

    def available(self) -> bool:
        return bool(self.userid) and needs.can_apply(self.userid) and bool(self.rows)

    @cached_property
    def rows(self) -> list[dict]:
        mine = {record.uid for record, _state in needs.candidacies(self.userid)}
        found = [pair for pair in needs.needs_for(self.userid, CARD + len(mine)) if pair[0].uid not in mine]
        return [{"need": record, "match": match} for record, match in found[:CARD] if match.score >= LEAST]

    def render(self) -> str:
        return self.index()
