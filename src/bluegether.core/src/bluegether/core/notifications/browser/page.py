"""What the room's pages share: who reads, forms whose errors are shown, times, people, icons."""

from bluegether.core import _
from bluegether.core.kit.clock import now
from bluegether.core.kit.clock import spoken
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.page import Looks
from bluegether.core.people import api as people
from datetime import datetime
from plone import api
from plone.protect import CheckAuthenticator
import transaction


TONES = 6
MINUTE, HOUR, DAY, WEEK = 60, 3600, 86400, 7 * 86400


class Page(Looks):
    """GET shows `index`; POST, with Plone's form token, calls `post`, which returns where to go, or raises."""

    index = None
    error = None

    def __call__(self):
        if self.request.method != "POST":
            return self.show()
        CheckAuthenticator(self.request)
        try:
            return self.request.response.redirect(self.post())
        except BluegetherError as error:
            transaction.doom()
            self.error = error
            self.request.response.setStatus(error.status)
            return self.show()

    def show(self):
        return self.index()

    def post(self) -> str:
        """Do what the form asks and return the address to go to."""
        raise NotImplementedError

    @property
    def url(self) -> str:
        return f"{self.site_url}/@@{self.__name__}"

    def text(self, name: str) -> str:
        """Return a form's field as text, "" for anything else."""
        value = self.request.form.get(name, "")
        return value if isinstance(value, str) else ""

    def texts(self, name: str) -> tuple[str, ...]:
        """Return the values of a form's boxes."""
        value = self.request.form.get(name, ())
        return tuple(text for text in ([value] if isinstance(value, str) else value) if isinstance(text, str))

    def tell(self, message) -> None:
        api.portal.show_message(message, request=self.request)

    def moment(self, moment: datetime) -> dict:
        """Return a time as ISO, in full in the site's zone, and how long ago it was."""
        full = spoken(moment, clock=True)
        return {"iso": moment.isoformat(), "full": full, "ago": ago((now() - moment).total_seconds()) or full}

    def person(self, userid: str) -> dict:
        """Return name, initials and colour."""
        account = people.account(userid)
        name = account.fullname if account is not None else "?"
        return {"name": name, "initials": initials(name), "tone": sum(userid.encode()) % TONES + 1}


def initials(name: str) -> str:
    """Return the first letters of the first and the last word."""
    words = [word for word in name.split() if word[0].isalnum()]
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper() or "?"


def ago(seconds: float):
    """Return how long ago in words, None beyond a week."""
    if seconds < MINUTE:
        return _("just now")
    if seconds < HOUR:
        return _("${count} min ago", mapping={"count": int(seconds // MINUTE)})
    if seconds < DAY:
        return _("${count} h ago", mapping={"count": int(seconds // HOUR)})
    return _("${count} d ago", mapping={"count": int(seconds // DAY)}) if seconds < WEEK else None
