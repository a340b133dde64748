"""`@@moderation`: the queue; `@@moderation-case`: one case with its decision; `@@moderation-figures`."""

from bluegether.core import _
from bluegether.core.kit import query
from bluegether.core.moderation import api as moderation
from bluegether.core.moderation.browser.page import Page
from bluegether.core.moderation.interfaces import STATES
from bluegether.core.people import api as people
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Queue(Page):
    """The cases of one state."""

    index = ViewPageTemplateFile("queue.pt")

    def show(self):
        self.wanted = self.text("state") or "open"
        cursor = query.integer(self.request.form, "cursor", default=0, maximum=2**62) or None
        self.page = moderation.queue(self.wanted, userid=self.userid, cursor=cursor)
        return self.index()

    def tabs(self) -> list[dict]:
        """Return the states as tabs."""
        url = f"{self.site_url}/@@moderation?state="
        return [
            {"title": title, "url": url + name, "current": "page" if name == self.wanted else None}
            for name, title in STATES.items()
        ]

    def next_url(self) -> str | None:
        if self.page.cursor is None:
            return None
        return f"{self.site_url}/@@moderation?state={self.wanted}&cursor={self.page.cursor}"

    def may_read_log(self) -> bool:
        return moderation.may_read_log(self.userid)


class Case(Page):
    """One case."""

    index = ViewPageTemplateFile("case.pt")

    def show(self):
        self.case = moderation.case(self.text("case"), userid=self.userid)
        self.now = moderation.present(self.case)
        self.possible = moderation.possible(self.case, userid=self.userid)
        return self.index()

    def post(self) -> str:
        number, url = self.text("case"), f"{self.site_url}/@@moderation"
        if self.text("act") == "judge":
            moderation.judge(number, outcome=self.text("outcome"), reason=self.text("reason"), userid=self.userid)
            api.portal.show_message(_("The appeal is judged."), request=self.request)
            return f"{url}?state=appealed"
        moderation.decide(
            number,
            verb=self.text("decision"),
            article=self.text("article"),
            reason=self.text("reason"),
            days=self.text("days"),
            userid=self.userid,
        )
        api.portal.show_message(_("The decision is taken."), request=self.request)
        return url

    def changed(self) -> bool:
        """Return whether the author changed the text since it was reported."""
        return self.now is not None and bool(self.case.text) and self.now.text != self.case.text

    def may_judge(self) -> bool:
        return self.case.state == "appealed" and moderation.may_judge_case(self.case, self.userid)

    def longest(self) -> int:
        return moderation.setting("longest_suspension")

    def reported_article(self) -> str:
        """Return the article to begin with: the one chosen before, else the first report's."""
        first = next(iter(self.case.reports.values()), None)
        return self.text("article") or (str(first.article) if first is not None else "")

    def author_known(self) -> bool:
        return people.account(self.case.author) is not None


class Figures(Page):
    """By month."""

    index = ViewPageTemplateFile("figures.pt")

    def rows(self) -> list[dict]:
        return moderation.figures(userid=self.userid)
