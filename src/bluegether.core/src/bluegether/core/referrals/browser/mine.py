"""`@@referrals`: whom I referred, how far each is, my bonuses; the home card of the same."""

from bluegether.core import _
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import IHomeCard
from bluegether.core.kit.query import batch
from bluegether.core.referrals import api as referrals
from bluegether.core.referrals.browser.page import Page
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import adapter
from zope.interface import implementer


class Mine(Page):
    """The page."""

    index = ViewPageTemplateFile("mine.pt")
    title = _("My referrals")

    def open(self) -> None:
        self.start, self.size = batch(self.request.form, size=12)
        self.found, self.total = referrals.mine(self.userid, start=self.start, size=self.size)

    def followed(self) -> list:
        """Return the open referrals that the reader follows as their recruiter; HR has the board."""
        return [] if referrals.is_hr(self.userid) else referrals.recruited_by(self.userid)

    def pages(self):
        return self.pager("referrals", self.total, self.start, self.size)

    def bonuses(self, found) -> list:
        return referrals.bonuses_of(found, userid=self.userid)

    def earned(self) -> dict:
        """Return what one was paid, and what is still to come."""
        own = referrals.own_bonuses(self.userid)
        paid = sum(bonus.rule.cents for bonus in own if bonus.state == "paid")
        coming = sum(bonus.rule.cents for bonus in own if bonus.state in ("due", "approved", "exported"))
        return {"paid": self.money(paid), "coming": self.money(coming), "any": bool(own)}

    def waits_for_why(self, found) -> bool:
        return found.dossier is not None and not found.dossier.why and found.state in ("consented", "qualified")


@implementer(IHomeCard)
@adapter(IPloneSiteRoot, IBluegetherLayer)
class Card(Page):
    """For who has a referral on its way; gone otherwise."""

    order = 55
    wide = False
    index = ViewPageTemplateFile("card.pt")

    def available(self) -> bool:
        if not api.user.has_permission("BlueGether: Use Referrals"):
            return False
        self.found = referrals.open_of(self.userid)
        return bool(self.found)

    def render(self) -> str:
        return self.index()
