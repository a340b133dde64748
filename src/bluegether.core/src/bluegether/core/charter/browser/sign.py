"""`@@charter-sign`: a signed-in person reads, then accepts or declines, then goes on to where they were going."""

from bluegether.core import _
from bluegether.core.charter import api as charter
from bluegether.core.charter.browser.reader import Reader
from bluegether.core.charter.interfaces import ACCEPTED
from bluegether.core.charter.interfaces import DECLINED
from bluegether.core.charter.interfaces import Status
from bluegether.core.kit import turn
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.interfaces import IOpen
from bluegether.core.kit.interfaces import IOpenToClients
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode
from zope.interface import implementer


class Accepting(Reader):
    """What signing with and without an account share: the answer that the form sends."""

    def answer(self) -> str:
        """Return accepted or declined; raise Invalid unless both halves are ticked to accept."""
        answer = self.text("answer")
        if answer not in (ACCEPTED, DECLINED):
            raise Invalid(_("Please accept or decline the charter."), field="answer")
        if answer == ACCEPTED and not (self.text("company") == "1" and self.text("member") == "1"):
            raise Invalid(_("To accept, tick both halves: the company's and yours."), field="member")
        return answer


@implementer(IOpen, IOpenToClients)
class Sign(Accepting):
    """For who has an account."""

    index = ViewPageTemplateFile("sign.pt")
    title = _("Sign the charter")
    view_name = "charter-sign"

    def post(self) -> str:
        turn.take("charter")
        answer = self.answer()
        charter.sign(self.userid, outcome=answer, language=self.language, text_hash=self.text("text_hash") or None)
        if answer == ACCEPTED:
            self.notify(_("Thank you: you have accepted the charter."))
            return self.back()
        self.notify(_("Your refusal is recorded. You can change your mind here at any time."), "warning")
        return self.language_url(self.language)

    def status(self) -> str:
        """Return where the person stands."""
        return charter.status(self.userid).value

    def open(self) -> bool:
        """Return whether there is something to sign."""
        return charter.status(self.userid) not in (Status.SIGNED, Status.NONE)

    def came_from(self) -> str:
        """Return the address to come back to, when it is one of ours."""
        target = self.text("came_from")
        return target if target and self.back() == target else ""

    def language_url(self, code: str) -> str:
        query = {"language": code}
        if self.came_from():
            query["came_from"] = self.came_from()
        return f"{self.address}?{urlencode(query)}"

    def changes(self) -> list:
        """Return what changed since the version that the person accepted; nothing at a first signature."""
        before, now = charter.signed_reading(self.userid), self.reading()
        return charter.changes(before, now) if before is not None and before.sha256 != now.sha256 else []

    def summary(self) -> str:
        """Return the authors' summary of changes for who signed before."""
        version = charter.version_in_force()
        before = charter.signed_reading(self.userid)
        return (version.changes or "") if version is not None and before is not None else ""

    def grace_until(self) -> str:
        """Return when the days of grace end."""
        return self.day(charter.grace_until())
