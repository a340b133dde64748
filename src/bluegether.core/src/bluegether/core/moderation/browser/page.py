"""What the pages of moderation share: forms whose errors are shown with what was typed, names, dates, articles."""

from bluegether.core import _
from bluegether.core.charter import api as charter
from bluegether.core.kit.clock import now
from bluegether.core.kit.clock import spoken
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.page import Looks
from bluegether.core.moderation.interfaces import DECISIONS
from bluegether.core.moderation.interfaces import OUTCOMES
from bluegether.core.moderation.kinds import title_of
from bluegether.core.people import api as people
from plone import api
from plone.protect import CheckAuthenticator
import transaction


EXCERPT = 200
MAX_SHOWN = 6000
BADGES = {
    "open": (_("To decide"), "text-bg-warning"),
    "appealed": (_("Appeal to judge"), "text-bg-danger"),
    "decided": (_("Decision taken"), "text-bg-success"),
    "closed": (_("Appeal judged"), "text-bg-secondary"),
}


class Page(Looks):
    """`index` is the template; `post()` does what the form asks and returns where to go, or raises."""

    error = None

    def __call__(self):
        self.request.set("disable_plone.rightcolumn", 1)
        if self.request.method != "POST":
            return self.show()
        CheckAuthenticator(self.request)
        try:
            return self.request.response.redirect(self.post())
        except BluegetherError as error:
            transaction.abort()
            self.error = error
            self.request.response.setStatus(error.status)
            for name, value in error.headers.items():
                self.request.response.setHeader(name, value)
            return self.show()

    def show(self):
        return self.index()

    def post(self) -> str:
        raise NotImplementedError

    def text(self, name: str) -> str:
        """Return a parameter as text, whatever was sent."""
        value = self.request.form.get(name, "")
        return value if isinstance(value, str) else ""

    def wrong(self, name: str):
        """Return what is wrong with this field, or None."""
        return self.error.message if self.error is not None and self.error.field == name else None

    def articles(self) -> list:
        """Return the articles of the charter in force, in the page's language."""
        text = charter.reading(api.portal.get_current_language()[:2])
        return list(text.articles) if text is not None else []

    def article(self, number: int) -> str:
        """Return an article by number and title; the number alone once the charter has none such."""
        found = next((one for one in self.articles() if one.number == number), None)
        return f"{number}. {found.title}" if found is not None else str(number)

    def name(self, userid: str):
        """Return the person's name of today, or what is said of who is gone."""
        person = people.account(userid) if userid else None
        if person is None and not userid:
            return _("Former member")
        return person.fullname if person is not None else _former(userid)

    def profile(self, userid: str) -> str:
        return f"{self.site_url}/people/{userid}"

    def kind(self, name: str):
        return title_of(name)

    def state(self, name: str) -> dict:
        title, css = BADGES[name]
        return {"title": title, "css": css}

    def decision(self, verb: str):
        return DECISIONS[verb]

    def outcome(self, verb: str):
        return OUTCOMES[verb]

    def date(self, moment, *, clock: bool = True) -> str:
        return spoken(moment, clock=clock)

    def age(self, moment):
        """Return for how long something waits."""
        hours = int((now() - moment).total_seconds() // 3600)
        if hours < 48:
            return _("${count} h", mapping={"count": hours})
        return _("${count} d", mapping={"count": hours // 24})

    def lines(self, text: str) -> list[str]:
        return text[:MAX_SHOWN].splitlines()

    def excerpt(self, text: str) -> str:
        """Return the text's beginning in one line."""
        line = " ".join(text.split())
        return line if len(line) <= EXCERPT else line[:EXCERPT].rsplit(" ", 1)[0] + "…"


def _former(userid: str):
    return _("Former member") if userid.startswith("former-") else userid
