"""`@@account-access`: suspend somebody, give the access back, end it at a date, take that back before it."""

from bluegether.core import _
from bluegether.core.kit.clock import end_of
from bluegether.core.kit.clock import today
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.people import api as people
from bluegether.core.people.browser.page import Page
from datetime import date
from datetime import datetime
from datetime import timedelta
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message


ACTIONS = ("suspend", "resume", "end", "keep")
DONE = {
    "suspend": _("The access of ${name} is suspended."),
    "resume": _("${name} has access again."),
    "end": _("The end of the access of ${name} is recorded."),
    "keep": _("The access of ${name} no longer ends."),
}


class AccountAccess(Page):
    """One person's access. Animators suspend; HR and administrators end it, too."""

    index = ViewPageTemplateFile("account_access.pt")
    title = _("Access to the portal")

    def show(self) -> str:
        self.person = people.account(self.text("userid", 64))
        if self.person is None:
            raise Missing(_("There is no such person."))
        self.may_end = people.can_end_access(self.userid) and self.person.userid != self.userid
        self.may_suspend = people.can_suspend(self.person.userid, self.userid)
        if not (self.may_end or self.may_suspend):
            raise NotAllowed(_("You may not change the access of this person."))
        return self.index()

    def closing(self):
        return people.closing(self.person.userid)

    def ended(self) -> bool:
        return people.has_ended(self.person.userid)

    def suspended(self) -> bool:
        return people.is_suspended(self.person.userid)

    def last_day(self, moment: datetime) -> str:
        """Return the last whole day before the moment, as people say it."""
        return self.day(moment - timedelta(seconds=1))

    def suspend_fields(self) -> list[dict]:
        return [
            self.field("until", label=_("Until the end of"), type="date", required=True),
            self.field(
                "reason",
                label=_("Reason"),
                type="textarea",
                required=True,
                maximum=people.MAX_REASON,
                help=_("The person reads it when they try to come in."),
            ),
        ]

    def end_fields(self) -> list[dict]:
        return [self.field("last_day", label=_("Last day with access"), type="date", required=True)]

    def post(self) -> str:
        action = self.chosen("action", ACTIONS)
        userid = self.text("userid", 64)
        done, _nothing = self.attempt(getattr(self, f"_{action}"), userid)
        if not done:
            return self.show()
        message = Message(DONE[action], mapping={"name": self.name_of(userid)})
        return self.back(message, url=f"{self.url}?userid={userid}")

    def _suspend(self, userid: str) -> None:
        until = end_of(self.typed_day("until"))
        people.suspend(userid, until=until, reason=self.text("reason"), actor=self.userid)

    def _resume(self, userid: str) -> None:
        people.resume(userid, actor=self.userid)

    def _end(self, userid: str) -> None:
        people.end_access(userid, when=end_of(self.typed_day("last_day")), actor=self.userid)

    def _keep(self, userid: str) -> None:
        people.keep_access(userid, actor=self.userid)

    def typed_day(self, name: str) -> date:
        """Return the date of a form; raise Invalid at the field."""
        try:
            found = date.fromisoformat(self.text(name, 20).strip())
        except ValueError:
            raise Invalid(_("Enter a date."), field=name) from None
        if not today() - timedelta(days=366) < found < today() + timedelta(days=3660):
            raise Invalid(_("Enter a date of this time."), field=name)
        return found
