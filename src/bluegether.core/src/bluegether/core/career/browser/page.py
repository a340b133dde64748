"""What the pages of this room share: whose career it is, forms and their errors, dates, names."""

from bluegether.core import _
from bluegether.core.career import api as career
from bluegether.core.career import vocabularies
from bluegether.core.kit import query
from bluegether.core.kit.clock import spoken
from bluegether.core.kit.clock import zone
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.errors import Invalid
from bluegether.core.people import api as people
from datetime import date
from datetime import datetime
from datetime import time
from datetime import UTC
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode
from zope.i18nmessageid import Message
import transaction


MACROS = ViewPageTemplateFile("macros.pt")
LONGEST = 40000
PRIVATE = "private, no-store"


class Page(BrowserView):
    """`index` is the template; `open` finds what it shows, or raises; `post` does what the form asks and returns where
    to go, or raises: then the page is shown again with the messages and nothing is changed."""

    index = None

    def __call__(self):
        self.errors: dict = {}
        self.error = None
        self.request.response.setHeader("Cache-Control", PRIVATE)
        self.request.set("disable_plone.rightcolumn", True)  # nothing beside what is private
        if self.request.method != "POST":
            self.open()
            return self.index()
        CheckAuthenticator(self.request)
        try:
            self.open()
            return self.request.response.redirect(self.post())
        except BluegetherError as error:
            return self.refuse(error)

    def open(self) -> None:
        """Find what the page shows; raise Missing when the reader may not see it."""
        if not career.sides(self.owner, self.userid):
            raise career.nothing()

    def post(self) -> str:
        raise Invalid(_("This page takes no form."))

    def refuse(self, error: BluegetherError):
        """Undo everything and show the page again with the reason; what is not there (any more) leaves the page."""
        transaction.abort()
        self.error = error
        self.errors[error.field or ""] = error.message
        self.open()
        self.request.response.setStatus(error.status)
        return self.index()

    @property
    def macros(self):
        return MACROS.macros

    @cached_property
    def userid(self) -> str:
        return api.user.get_current().getId() or ""

    @cached_property
    def owner(self) -> str:
        """Return the user id of whose career it is: the reader's own unless the address says otherwise."""
        return self.text("userid", 64) or self.userid

    @cached_property
    def sides(self) -> frozenset[str]:
        return career.sides(self.owner, self.userid)

    @property
    def mine(self) -> bool:
        return self.owner == self.userid

    @property
    def hr(self) -> bool:
        return "hr" in self.sides

    @property
    def site_url(self) -> str:
        return api.portal.get().absolute_url()

    @property
    def thing(self) -> int:
        """Return the id that the address carries, 0 for none."""
        return query.integer(self.request.form, "id", default=0, maximum=2**62)

    def url(self, page: str, **values) -> str:
        """Return a page's address about this person."""
        known = {"userid": self.owner} | {name: value for name, value in values.items() if value}
        return f"{self.site_url}/@@{page}?{urlencode(known)}"

    def say(self, message, url: str) -> str:
        """Leave a message for the page where it goes to, and return its address."""
        api.portal.show_message(message, request=self.request)
        return url

    def text(self, name: str, maximum: int = LONGEST) -> str:
        """Return a form field as text; raise Invalid (400) for a list or something far too long."""
        value = self.request.form.get(name, "")
        if not isinstance(value, str) or len(value) > maximum:
            raise Invalid(_("${name} cannot be read.", mapping={"name": name}), field=name)
        return value

    def texts(self, *names: str) -> dict[str, str]:
        return {name: self.text(name) for name in names}

    def typed(self, name: str, default: str = "") -> str:
        """Return what was typed when the form was refused, else what is stored."""
        value = self.request.form.get(name, default) if self.error is not None else default
        return value if isinstance(value, str) else default

    def date_of(self, name: str) -> date | None:
        """Return a day of the form, None when it is empty; raise Invalid when it is none."""
        value = self.text(name, 20).strip()
        try:
            return date.fromisoformat(value) if value else None
        except ValueError:
            raise Invalid(_("This is no date."), field=name) from None

    def moment_of(self, day: str, hour: str) -> datetime | None:
        """Return the aware moment of a day and an hour in the site's zone, None without a day."""
        on, at = self.date_of(day), self.text(hour, 10).strip()
        if on is None:
            return None
        try:
            return datetime.combine(on, time.fromisoformat(at), zone()).astimezone(UTC)
        except ValueError:
            raise Invalid(_("This is no time of the day."), field=hour) from None

    def day(self, moment) -> str:
        """Return a date, or a moment in the site's zone, as the site writes it."""
        return spoken(moment)

    def hour(self, moment) -> str:
        return spoken(moment, clock=True)

    def name_of(self, userid: str):
        """Return a person's name, or that they left."""
        account = people.account(userid) if userid else None
        return account.fullname if account is not None else _("Somebody who left")

    @property
    def owner_name(self) -> str:
        return self.name_of(self.owner)

    def initials(self, fullname: str) -> str:
        words = [word for word in fullname.split() if word[0].isalnum()] or ["?"]
        return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()

    def lines(self, text: str) -> list[str]:
        """Return the text's lines: plain text keeps its line breaks."""
        return text.splitlines()

    def icon(self, name: str) -> str:
        return self.context.restrictedTraverse("@@iconresolver").tag(name, tag_alt="")

    def kind_title(self, kind: str):
        return vocabularies.KINDS[kind]

    def side_title(self, side: str):
        return vocabularies.SIDES[side]

    def state_of(self, one) -> dict:
        title, css = vocabularies.INTERVIEW_STATES[one.state]
        return {"title": title, "css": css}

    def step_text(self, step):
        """Return what a line of the history says."""
        title = vocabularies.KINDS.get(step.title, step.title) if "interview" in step.subject else step.title
        return Message(vocabularies.STEPS[f"{step.subject} {step.verb}"], mapping={"title": title})

    def field(self, name: str, *, label, value: str = "", **rest) -> dict:
        """Return one field of a form with what was typed and what is wrong with it."""
        defaults = {"type": "text", "required": False, "maximum": None, "help": None, "choices": None, "rows": 4}
        defaults |= {"suggest": None}
        shown = self.typed(name, value)
        return defaults | {"name": name, "label": label, "value": shown, "error": self.errors.get(name)} | rest
