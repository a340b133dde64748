"""The tab of rules and figures."""

from bluegether.core import _
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import ISpaceSection
from bluegether.core.spaces import api as spaces
from bluegether.core.spaces.browser.page import OfSpace
from bluegether.core.spaces.interfaces import ISpace
from bluegether.core.spaces.interfaces import JOINING
from bluegether.core.spaces.interfaces import RIGHT
from bluegether.core.spaces.interfaces import VISIBILITY
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import adapter
from zope.interface import implementer


@implementer(ISpaceSection)
@adapter(ISpace, IBluegetherLayer)
class About(OfSpace):
    """What the space is for, its rules, how it does."""

    part = ViewPageTemplateFile("about.pt")
    order = 60
    title = _("Rules and figures")

    def available(self) -> bool:
        return True

    def render(self) -> str:
        return self.part()

    def rules(self) -> list[str]:
        return [line for line in (self.context.rules or "").splitlines() if line.strip()]

    def facts(self) -> list[tuple]:
        """Return what the space says of itself."""
        content = self.context
        found = [
            (_("Public"), content.public),
            (_("Who sees it"), VISIBILITY.getTerm(content.visibility).title),
            (_("Why it is closed"), content.reason),
            (_("Who enters"), JOINING.getTerm(content.joining).title),
            (_("Members may"), RIGHT.getTerm(content.powers).title),
            (_("Owner of the space"), self.person(self.record.owner)["name"]),
        ]
        return [(label, value) for label, value in found if value]

    def figures(self) -> list[dict]:
        """Return figures with their share of the target; None stands for what would tell of too few people."""
        found = spaces.figures(self.uid, reader=self.userid)
        return [
            self.figure(_("Members"), found.members, found.target_members),
            self.figure(_("Published in 30 days"), found.published, found.target_posts),
            self.figure(_("Contributors in 30 days"), found.contributors, None),
        ]

    def figure(self, title, value, target) -> dict:
        share = min(100, value * 100 // target) if target and value is not None else None
        return {"title": title, "value": value, "target": target, "share": share}

    def fewest(self) -> int:
        return spaces.FEWEST

    def reasons(self) -> list[tuple]:
        """Return why people left, most often first, for who leads."""
        if not self.may_moderate:
            return []
        found = spaces.reasons(self.uid, reader=self.userid)
        return sorted(((spaces.REASONS[key], count) for key, count in found.items()), key=lambda pair: -pair[1])
