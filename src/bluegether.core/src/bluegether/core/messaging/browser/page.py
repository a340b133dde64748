"""What the room's pages share: who reads, forms whose errors are shown, times, people, icons."""

from bluegether.core import _
from bluegether.core.kit.attachment import sent_files
from bluegether.core.kit.clock import local
from bluegether.core.kit.clock import spoken
from bluegether.core.kit.clock import today
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.page import Looks
from bluegether.core.messaging import api as messaging
from bluegether.core.people import api as people
from datetime import datetime
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from zExceptions import NotFound
import transaction


TONES = 6


class Page(Looks):
    """GET shows `index`; POST, with Plone's form token, calls `post`, which returns where to go, or raises.

    A private page is kept by nobody on its way: no proxy, no cache of a shared computer.
    """

    index = None
    error = None

    def __call__(self):
        self.request.response.setHeader("Cache-Control", "private, no-store")
        if self.request.method != "POST":
            return self.show()
        CheckAuthenticator(self.request)
        try:
            return self.request.response.redirect(self.post())
        except BluegetherError as error:
            transaction.doom()
            self.error = error
            self.refuse(error)
            return self.show()

    def refuse(self, error: BluegetherError) -> None:
        """Give the error's status; a script that puts the answer into the page takes only a page that is well."""
        if self.request.getHeader("X-Requested-With") != "XMLHttpRequest":
            self.request.response.setStatus(error.status)

    def show(self):
        return self.index()

    def post(self) -> str:
        """Do what the form asks and return the address to go to."""
        raise NotFound(self.__name__)

    @property
    def url(self) -> str:
        return f"{self.site_url}/@@{self.__name__}"

    @cached_property
    def token(self) -> str:
        """Return the hidden field of Plone's form protection: one serves every form of the page."""
        return self.context.restrictedTraverse("@@authenticator").authenticator()

    def text(self, name: str) -> str:
        """Return a form's field as text, "" for anything else."""
        value = self.request.form.get(name, "")
        return value if isinstance(value, str) else ""

    def texts(self, name: str) -> list[str]:
        """Return the values of a form's boxes, each once."""
        value = self.request.form.get(name, ())
        found = (one for one in ([value] if isinstance(value, str) else value) if isinstance(one, str))
        return list(dict.fromkeys(found))

    def files(self) -> list[tuple]:
        """Return (name, bytes) of the files that the form carries."""
        return sent_files(self.request.form)

    def tell(self, message) -> None:
        api.portal.show_message(message, request=self.request)

    def moment(self, moment: datetime) -> dict:
        """Return a time as ISO, in full, and short: the hour today, else the day; both in the site's zone."""
        here = local(moment)
        clock = here.strftime("%H:%M")
        return {
            "iso": moment.isoformat(),
            "full": spoken(moment, clock=True),
            "clock": clock,
            "day": spoken(here.date()),
            "short": clock if here.date() == today() else spoken(here.date()),
        }

    def person(self, userid: str) -> dict:
        """Return name, initials, colour and where their page is; somebody who was erased has no page."""
        name = messaging.name_of(userid)
        account = people.account(userid)
        return {
            "userid": userid,
            "name": name or self.context.translate(_("Former member")),
            "job": account.job if account is not None else "",
            "initials": initials(name),
            "tone": sum(userid.encode()) % TONES + 1,
            "url": f"{self.site_url}/people/{userid}" if name else None,
        }


def initials(name: str) -> str:
    """Return the first letters of the first and the last word."""
    words = [word for word in name.split() if word[0].isalnum()]
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper() or "?"
