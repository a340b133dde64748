"""`@@match-explained?need=&person=`: why somebody fits a need; without `person`, why I do."""

from bluegether.core import _
from bluegether.core.kit.errors import Missing
from bluegether.core.matching import api as matching
from bluegether.core.matching.browser.page import Page
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Explained(Page):
    """Sales see anybody, everybody themselves; the need as far as the reader may view it."""

    index = ViewPageTemplateFile("explained.pt")
    title = _("Why this score")

    def open(self) -> None:
        uid = self.text("need")
        requirement, seen = matching.requirement(uid), matching.seen_needs([uid])
        if requirement is None or not seen:
            raise Missing(_("There is no such need, or it is closed."))
        self.need = {"title": seen[uid].Title, "url": seen[uid].getURL()}
        self.person = self.text("person") or self.userid
        self.match = matching.explain(requirement, self.person, reader=self.userid)

    @property
    def is_own(self) -> bool:
        return self.person == self.userid

    @property
    def fullname(self) -> str:
        return self.name_of(self.person)

    @property
    def person_url(self) -> str:
        return f"{self.site_url}/people/{self.person}"
