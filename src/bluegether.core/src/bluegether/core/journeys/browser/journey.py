"""`@@journey?userid=`: one arrival, for the buddy, the manager, HR and animators."""

from bluegether.core import _
from bluegether.core.journeys import api as journeys
from bluegether.core.journeys.browser import words
from bluegether.core.journeys.browser.steps import StepsPage
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class JourneyPage(StepsPage):
    """Steps, the buddy, and for HR the answers."""

    index = ViewPageTemplateFile("journey.pt")
    actions = ("tick", "untick", "choose", "decline", "stop")

    def show(self) -> str:
        self.journey = journeys.journey(self.whose, actor=self.userid)
        if self.whose == self.userid:
            return self.request.response.redirect(self.address("my-journey"))
        return self.index()

    @property
    def whose(self) -> str:
        return self.text("userid", 64)

    def here(self) -> str:
        return self.address("journey", userid=self.whose)

    def title(self):
        return _("The arrival of ${name}", mapping={"name": self.name(self.whose)})

    def outcome(self):
        return words.OUTCOMES.get(self.journey.outcome, "")

    def runs(self) -> bool:
        return self.journey.ended is None

    def may_guide(self) -> bool:
        return self.runs() and journeys.can_guide(self.whose, self.userid)

    def may_stop(self) -> bool:
        return self.runs() and journeys.can_read_answers(self.userid)

    def is_buddy(self) -> bool:
        return self.runs() and self.journey.buddy == self.userid

    def proposals(self) -> list:
        """Return the accounts proposed as buddies."""
        found = journeys.propose_buddies(self.whose, actor=self.userid)
        return [one for one in found if one.userid != self.journey.buddy]

    def newcomers_of(self, userid: str) -> int:
        return len(journeys.buddy_of(userid))

    def answers(self) -> list[dict] | None:
        """Return the answers for who reads them, None for all others."""
        if not journeys.can_read_answers(self.userid):
            return None
        return [
            {"question": words.QUESTIONS[day], "answer": one, "scale": words.SCALE[one.scale]}
            for day, one in sorted(self.journey.answers.items())
        ]

    def do_choose(self) -> str:
        found = journeys.choose_buddy(self.whose, self.text("buddy", 100), actor=self.userid)
        if found.buddy:
            self.say(_("${name} is the buddy.", mapping={"name": self.name(found.buddy)}))
        else:
            self.say(_("There is no buddy now."))
        return self.here()

    def do_decline(self) -> str:
        journeys.decline_buddy(self.whose, actor=self.userid)
        self.say(_("The manager and HR are told that somebody else is needed. Thank you for saying so."))
        return self.portal_url

    def do_stop(self) -> str:
        journeys.stop(self.whose, actor=self.userid)
        self.say(_("This arrival has ended."))
        return self.address("journeys")
