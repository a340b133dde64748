"""What the charter brings to the home page: a card with its state, and things to do."""

from AccessControl import getSecurityManager
from bluegether.core import _
from bluegether.core.charter import api as charter
from bluegether.core.charter.browser.page import Page
from bluegether.core.charter.browser.page import STATUSES
from bluegether.core.charter.interfaces import Status
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import IHomeCard
from bluegether.core.kit.interfaces import IOpenToClients
from bluegether.core.kit.interfaces import ITodos
from bluegether.core.kit.todo import Todo
from plone.base.interfaces import IPloneSiteRoot
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import adapter
from zope.interface import implementer


@implementer(IHomeCard, IOpenToClients)
@adapter(IPloneSiteRoot, IBluegetherLayer)
class Card(Page):
    """The charter's state for the reader."""

    index = ViewPageTemplateFile("card.pt")
    order = 20
    wide = False

    def available(self) -> bool:
        return charter.status(self.userid) is not Status.NONE

    def render(self) -> str:
        return self.index()

    def status(self) -> str:
        return charter.status(self.userid).value

    def badge(self) -> tuple:
        """Return title and class of the reader's status."""
        return STATUSES[self.status()]

    def answered(self):
        return charter.answer(self.userid)

    def grace_until(self) -> str:
        return self.day(charter.grace_until())

    def counts(self) -> list[tuple]:
        """Return how many of the company's commitments are kept and late, for members."""
        if not self.allowed("BlueGether: View Commitments"):
            return []
        found = [article.state for article in charter.engagements()]
        return [
            (_("Kept"), found.count("kept")),
            (_("Late"), found.count("late")),
            (_("Not yet"), found.count("not_yet")),
        ]


@implementer(ITodos)
@adapter(IPloneSiteRoot, IBluegetherLayer)
class CharterTodos(Page):
    """To sign, to approve, commitments that are late."""

    def todos(self) -> list[Todo]:
        return [*self.to_sign(), *self.to_approve(), *self.late()]

    def roles(self) -> list[str]:
        """Return the site-wide roles of who is signed in, as Zope holds them already."""
        return getSecurityManager().getUser().getRoles()

    def to_sign(self) -> list[Todo]:
        if charter.status(self.userid) not in (Status.GRACE, Status.TO_SIGN):
            return []
        due = charter.grace_until() if charter.status(self.userid) is Status.GRACE else None
        return [Todo(_("Sign the new version of the charter"), f"{self.portal_url}/@@charter-sign", due)]

    def to_approve(self) -> list[Todo]:
        if "Director" not in self.roles():
            return []
        return [
            Todo(_("Approve version ${label} of the charter", mapping={"label": version.label}), version.absolute_url())
            for version in charter.waiting(self.userid)
        ]

    def late(self) -> list[Todo]:
        if "Animator" not in self.roles():
            return []
        late = [article for article in charter.engagements() if article.state == "late"]
        if not late:
            return []
        return [
            Todo(_("Commitments of the company that are late"), f"{self.portal_url}/@@commitments", count=len(late))
        ]
