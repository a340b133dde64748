"""`@@career-wish`: a new training wish, or one wish with HR's answer and its thread; each button is a verb."""

from bluegether.core import _
from bluegether.core.career import api as career
from bluegether.core.career import vocabularies
from bluegether.core.career.browser.page import Page
from bluegether.core.career.interfaces import MAX_TEXT
from bluegether.core.career.interfaces import MAX_TITLE
from bluegether.core.kit.errors import Invalid
from bluegether.core.skills import api as skills
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


ANSWERS = [("accepted", _("Accepted, on this date")), ("later", _("Later")), ("refused", _("Wish refused"))]


class Wish(Page):
    """The person asks, changes, withdraws; HR answers; all three write in the thread."""

    index = ViewPageTemplateFile("wish.pt")
    wish = None

    def open(self) -> None:
        super().open()
        if self.thing:
            self.wish = career.wish(self.owner, self.thing, userid=self.userid)
        elif not self.mine:
            raise career.nothing()

    def post(self) -> str:
        verbs = {
            "save": self.save,
            "say": self.say_it,
            "answer": self.answer,
            "withdraw": self.withdraw,
            "finish": self.finish,
        }
        verb = verbs.get(self.text("verb", 20))
        if verb is None:
            raise Invalid(_("${name} cannot be read.", mapping={"name": "verb"}))
        verb()
        return self.say(_("Saved."), self.url("career-wish", id=self.thing or self.wish.id))

    def save(self) -> None:
        values = self.texts("title", "why", "skill", "urgency")
        if self.wish is None:
            self.wish = career.add_wish(self.owner, **values, userid=self.userid)
        else:
            career.change_wish(self.owner, self.thing, **values, userid=self.userid)

    def say_it(self) -> None:
        career.say(self.owner, "wish", self.thing, self.text("text"), userid=self.userid)

    def answer(self) -> None:
        values = {"on": self.date_of("on"), "reason": self.text("reason")}
        career.answer_wish(self.owner, self.thing, self.text("answer", 20), **values, userid=self.userid)

    def withdraw(self) -> None:
        career.withdraw_wish(self.owner, self.thing, userid=self.userid)

    def finish(self) -> None:
        career.finish_wish(self.owner, self.thing, userid=self.userid)

    @property
    def title(self):
        return self.wish.title if self.wish is not None else _("New training wish")

    def state(self) -> dict:
        title, css = vocabularies.WISH_STATES[self.wish.state]
        return {"title": title, "css": css}

    def urgency(self):
        return vocabularies.URGENCIES[self.wish.urgency]

    def skill(self) -> str:
        return skills.title(self.wish.skill) if self.wish is not None and self.wish.skill else ""

    def can_change(self) -> bool:
        return self.mine and self.wish.state in ("asked", "later")

    def can_withdraw(self) -> bool:
        return self.mine and self.wish.state in ("asked", "later", "accepted")

    def can_answer(self) -> bool:
        return self.hr and self.wish.state not in ("done", "withdrawn")

    def can_finish(self) -> bool:
        return (self.mine or self.hr) and self.wish.state == "accepted"

    def fields(self) -> list[dict]:
        now = self.wish
        return [
            self.field("title", label=_("Training"), value=now.title if now else "", required=True, maximum=MAX_TITLE),
            self.field("why", label=_("Why"), value=now.why if now else "", type="textarea", maximum=MAX_TEXT),
            self.field(
                "skill",
                label=_("Skill"),
                value=self.skill(),
                maximum=MAX_TITLE,
                help=_("Any spelling: k8s and Kubernetes are the same skill."),
                suggest=f"{self.site_url}/@skills",
            ),
            self.field(
                "urgency",
                label=_("When"),
                value=now.urgency if now else "normal",
                type="select",
                choices=list(vocabularies.URGENCIES.items()),
            ),
        ]

    def answer_fields(self) -> list[dict]:
        on = self.wish.planned_on.isoformat() if self.wish.planned_on else ""
        answer = self.wish.state if self.wish.state != "asked" else "accepted"
        return [
            self.field("answer", label=_("Decision"), value=answer, type="select", choices=ANSWERS),
            self.field("on", label=_("Date of the training"), value=on, type="date", help=_("When it is accepted.")),
            self.field(
                "reason",
                label=_("Reason"),
                value=self.wish.reason,
                type="textarea",
                help=_("Needed when it is refused; the person reads it."),
                rows=3,
            ),
        ]

    def say_fields(self) -> list[dict]:
        return [self.field("text", label=_("Comment"), type="textarea", required=True, maximum=MAX_TEXT, rows=3)]
