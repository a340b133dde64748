"""`@@join`: an invited person, who has no account yet, reads the charter and accepts or declines.

Only acceptance creates the account and leads to where the password is set.
"""

from bluegether.core import _
from bluegether.core.charter import api as charter
from bluegether.core.charter.browser.sign import Accepting
from bluegether.core.charter.interfaces import ACCEPTED
from bluegether.core.charter.interfaces import Status
from bluegether.core.kit import turn
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.interfaces import IOpen
from bluegether.core.people import api as people
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode
from zope.interface import implementer


@implementer(IOpen)
class Join(Accepting):
    """The invitation's token stands for a log-in."""

    index = ViewPageTemplateFile("join.pt")
    title = _("Join")
    view_name = "join"
    invitation = None
    problem = None
    declined = False

    def show(self):
        self.request.response.setHeader("Cache-Control", "private, no-store")
        self.request.response.setHeader("Referrer-Policy", "no-referrer")
        try:
            self.invitation = None if self.declined else self.open_invitation()
        except BluegetherError as problem:
            self.problem = problem
            self.request.response.setStatus(problem.status)
        return self.index()

    def open_invitation(self):
        """Return the invitation of the token; raise Missing or Conflict with what to do."""
        if self.userid:
            raise Conflict(_("You are logged in. Log out first, then open the invitation link again."))
        return people.invitation(self.token)

    @property
    def token(self) -> str:
        return self.text("token")

    def post(self) -> str:
        turn.take("charter")
        invited = self.open_invitation()
        answer = self.answer()
        if answer != ACCEPTED:
            return self.decline(invited.userid)
        self.sign(invited.userid, answer)
        return people.redeem(self.token)

    def decline(self, userid: str) -> str:
        """Record the refusal and close the invitation."""
        if charter.status(userid) is not Status.DECLINED:
            self.sign(userid, "declined")
        people.decline(self.token)
        return f"{self.address}?declined=1"

    def sign(self, userid: str, answer: str) -> None:
        """Append the answer to the register."""
        charter.sign(userid, outcome=answer, language=self.language, text_hash=self.text("text_hash") or None)

    def language_url(self, code: str) -> str:
        return f"{self.address}?{urlencode({'token': self.token, 'language': code})}"

    def __call__(self):
        self.declined = self.request.method != "POST" and not self.token and self.text("declined") == "1"
        return super().__call__()
