"""The tab of questions to the direction, and `@@space-questions`, which its forms send to."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import ISpaceSection
from bluegether.core.spaces import api as spaces
from bluegether.core.spaces.browser.page import OfSpace
from bluegether.core.spaces.interfaces import ISpace
from datetime import date
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import adapter
from zope.interface import implementer


SIZE = 20
STATES = {"open": _("Waiting"), "answered": _("Answered"), "declined": _("Declined questions")}


class Questions(OfSpace):
    """The queue, the box, and for the direction a form under each question."""

    part = ViewPageTemplateFile("questions.pt")
    actions = ("ask", "vote", "answer", "decline", "due")
    errors: dict = {}

    def show(self) -> str:
        """Show the tab again with what is wrong and what was typed; a GET belongs to the page of the space."""
        if not self.errors:
            return self.request.response.redirect(self.tab("questions"))
        self.request.form["tab"] = "questions"
        page = self.context.restrictedTraverse("@@space")
        page.errors = self.errors
        page.chosen = ("questions", self)
        return page.index()

    def render(self) -> str:
        return self.part()

    @cached_property
    def state_shown(self) -> str:
        name = self.text("state")
        return name if name in STATES else "open"

    @cached_property
    def batch(self) -> dict:
        found, total = spaces.questions(
            self.uid, reader=self.userid, state=self.state_shown, start=self.start(), size=SIZE
        )
        pager = self.pager(total, self.start(), SIZE, tab="questions", state=self.state_shown)
        return {"rows": [self.row(one) for one in found], "total": total, "pager": pager}

    def row(self, one: spaces.Asked) -> dict:
        return {
            "id": one.id,
            "lines": one.text.splitlines(),
            "author": self.person(one.author) if one.author else None,
            "day": self.day(one.day),
            "due": self.day(one.due),
            "due_iso": one.due.isoformat(),
            "late": one.late,
            "votes": one.votes,
            "voted": one.voted,
            "open": one.state == "open",
            "declined": one.state == "declined",
            "answer": one.answer.splitlines(),
            "answered_by": self.person(one.answered_by) if one.answered_by else None,
            "answered": self.day(one.answered) if one.answered else "",
            "days": (one.answered - one.day).days if one.answered else None,
        }

    def states(self) -> list[dict]:
        return [
            {
                "title": title,
                "url": f"{self.tab('questions')}&state={name}",
                "current": "true" if name == self.state_shown else None,
            }
            for name, title in STATES.items()
        ]

    def delay(self):
        return spaces.delay(self.uid, reader=self.userid)

    def may_ask(self) -> bool:
        return bool(self.role) and not self.record.archived

    def may_answer(self) -> bool:
        return spaces.can_answer(self.record, self.userid) and not self.record.archived

    def may_be_anonymous(self) -> bool:
        return spaces.may_be_anonymous()

    def do_ask(self) -> str:
        spaces.ask(self.uid, self.text("text"), userid=self.userid, anonymous=bool(self.text("anonymous")))
        self.tell(_("Your question is in the queue: others can vote for it."))
        return self.tab("questions")

    def do_vote(self) -> str:
        spaces.vote(self.uid, self.text("id"), userid=self.userid)
        return f"{self.tab('questions')}#question-{self.text('id')}"

    def do_answer(self) -> str:
        spaces.answer(self.uid, self.text("id"), self.text("answer"), userid=self.userid)
        self.tell(_("Your answer is online."))
        return f"{self.tab('questions')}&state=answered#question-{self.text('id')}"

    def do_decline(self) -> str:
        spaces.answer(self.uid, self.text("id"), self.text("answer"), userid=self.userid, decline=True)
        self.tell(_("Your reason is online."))
        return f"{self.tab('questions')}&state=declined#question-{self.text('id')}"

    def do_due(self) -> str:
        try:
            due = date.fromisoformat(self.text("due"))
        except ValueError:
            raise Invalid(_("Choose a day to come."), field="due") from None
        spaces.set_due(self.uid, self.text("id"), due, userid=self.userid)
        self.tell(_("The new date is shown with the question."))
        return f"{self.tab('questions')}#question-{self.text('id')}"


@implementer(ISpaceSection)
@adapter(ISpace, IBluegetherLayer)
class QuestionsSection(Questions):
    """The tab, first of a dialogue."""

    order = 5
    title = _("Questions")

    def available(self) -> bool:
        return spaces.has_questions(self.uid)
