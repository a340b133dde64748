"""What the pages of this room share: whose career it is, forms and their errors, dates, names."""

from bluegether.core import _
from bluegether.core.career import api as career
from bluegether.core.career import vocabularies
from bluegether.core.kit import page as kit
from bluegether.core.kit import query
from bluegether.core.kit.clock import spoken
from bluegether.core.kit.clock import zone
from bluegether.core.kit.errors import Invalid
from bluegether.core.people import api as people
from datetime import date
from datetime import datetime
from datetime import time
from datetime import UTC
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode
from zope.i18nmessageid import Message


MACROS = ViewPageTemplateFile("macros.pt")


class Page(kit.Page):
    """A page of a career: `open` refuses who is not of the circle."""

    longest = 40000  # characters of a report

    def open(self) -> None:
        """Find what the page shows; raise Missing when the reader may not see it."""
        if not career.sides(self.owner, self.userid):
            raise career.nothing()

    @property
    def macros(self):
        return MACROS.macros

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
    def thing(self) -> int:
        """Return the id that the address carries, 0 for none."""
        return query.integer(self.request.form, "id", default=0, maximum=2**62)

    def url(self, page: str, **values) -> str:
        """Return a page's address about this person."""
        known = {"userid": self.owner} | {name: value for name, value in values.items() if value}
        return f"{self.site_url}/@@{page}?{urlencode(known)}"

    def texts(self, *names: str) -> dict[str, str]:
        return {name: self.text(name) for name in names}

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
