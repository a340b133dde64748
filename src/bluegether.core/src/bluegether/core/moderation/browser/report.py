"""`@@report`: report a thing; the link to it; and a person's own decisions, `@@moderation-mine`."""

from bluegether.core import _
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.interfaces import IWayOut
from bluegether.core.kit.report import report_url
from bluegether.core.moderation import api as moderation
from bluegether.core.moderation.browser.page import Page
from bluegether.core.moderation.content import TYPES
from plone import api
from plone.app.layout.viewlets.common import ViewletBase
from plone.uuid.interfaces import IUUID
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.interface import implementer


class Report(Page):
    """The form; who may not see the thing gets 404."""

    index = ViewPageTemplateFile("report.pt")

    def show(self):
        kind, key = self.text("kind"), self.text("key")
        self.target = moderation.target(kind, key, userid=self.userid)
        self.already = moderation.has_reported(kind, key, userid=self.userid)
        return self.index()

    def post(self) -> str:
        kind, key = self.text("kind"), self.text("key")
        back = moderation.target(kind, key, userid=self.userid).url or self.site_url
        article, words = self.text("article"), self.text("words")
        moderation.report(kind, key, article=article, words=words, userid=self.userid)
        message = _("Thank you: the report was sent. Its author is not told who you are.")
        api.portal.show_message(message, request=self.request)
        return back


@implementer(IWayOut)
class Mine(Page):
    """One's own decisions, with the appeal; somebody suspended reaches it too."""

    index = ViewPageTemplateFile("mine.pt")

    def show(self):
        found = moderation.mine(userid=self.userid)
        wanted = self.text("case")
        self.cases = [one for one in found if not wanted or str(one.number) == wanted]
        if wanted and not self.cases:
            raise Missing(_("There is no such decision."))
        return self.index()

    def post(self) -> str:
        number = self.text("case")
        moderation.appeal(number, words=self.text("words"), userid=self.userid)
        api.portal.show_message(_("Your appeal was sent to Direction."), request=self.request)
        return f"{self.site_url}/@@moderation-mine?case={number}"

    def may_appeal(self, case) -> bool:
        return moderation.may_appeal(case, self.userid)

    def until(self, case) -> str:
        return self.date(moderation.appeal_until(case), clock=False)


class ReportLink(ViewletBase):
    """Below documents and pages: a link, for who reads something of somebody else."""

    index = ViewPageTemplateFile("link.pt")

    def update(self):
        super().update()
        userid = api.user.get_current().getId() or ""
        self.url = ""
        if self.context.portal_type in TYPES and self.context.Creator() != userid and moderation.may_report(userid):
            self.url = report_url(self.site_url, "document", IUUID(self.context, ""))
