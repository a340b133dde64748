"""What the pages of journeys share: a form's errors and token, names, days, pictures of people, turning pages."""

from bluegether.core import _
from bluegether.core.journeys.browser import words
from bluegether.core.kit import query
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.page import Looks
from bluegether.core.people import api as people
from datetime import date
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode
import transaction


MACROS = ViewPageTemplateFile("macros.pt")


class Page(Looks):
    """GET shows `index`; POST calls the method `do_<action>` and goes where it says, or shows what is wrong."""

    index = None
    actions = ()

    def __call__(self) -> str:
        self.errors = {}
        if self.request.get("REQUEST_METHOD") != "POST":
            return self.show()
        CheckAuthenticator(self.request)
        try:
            return self.request.response.redirect(self.act())
        except BluegetherError as error:
            return self.refuse(error)

    def show(self) -> str:
        return self.index()

    def act(self) -> str:
        """Do what the form asks and return the address to go to."""
        action = self.chosen("action", self.actions)
        if not action:
            raise Invalid(_("This page takes no such form."))
        return getattr(self, f"do_{action}")()

    def refuse(self, error: BluegetherError) -> str:
        """Undo everything and show the page again with the reason."""
        transaction.abort()
        self.request.response.setStatus(error.status)
        self.errors[error.field or ""] = error.message
        return self.show()

    @property
    def macros(self):
        return MACROS.macros

    @property
    def portal_url(self) -> str:
        return api.portal.get().absolute_url()

    @property
    def url(self) -> str:
        return self.address(self.__name__)

    def address(self, page: str, **criteria) -> str:
        """Return the address of a page of the portal."""
        asked = {name: value for name, value in criteria.items() if value not in ("", None)}
        return f"{self.portal_url}/@@{page}" + (f"?{urlencode(asked)}" if asked else "")

    def say(self, message, kind: str = "info") -> None:
        """Show a message on the next page."""
        api.portal.show_message(message, self.request, type=kind)

    def text(self, name: str, maximum: int = 4000) -> str:
        """Return a form field as text; raise Invalid (400) for a list or something far too long."""
        value = self.request.form.get(name, "")
        if not isinstance(value, str) or len(value) > maximum:
            raise Invalid(_("${name} cannot be read.", mapping={"name": name}), field=name)
        return value

    def typed(self, name: str) -> str:
        """Return what was typed into a field, to show it again."""
        value = self.request.form.get(name, "")
        return value if isinstance(value, str) else ""

    def many(self, name: str) -> list[str]:
        """Return the chosen values of a field of several."""
        value = self.request.form.get(name, [])
        return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str)]

    def chosen(self, name: str, known) -> str:
        """Return a value that must be one of those known, or empty; raise Invalid (400)."""
        value = self.text(name, 200)
        if value and value not in known:
            raise Invalid(_("${name} cannot be read.", mapping={"name": name}), field=name)
        return value

    def number(self, name: str) -> int:
        return query.integer(self.request.form, name, default=0, maximum=10_000)

    def typed_day(self, name: str) -> date:
        """Return the date of a field; raise Invalid there."""
        try:
            return date.fromisoformat(self.text(name, 20).strip())
        except ValueError:
            raise Invalid(_("Enter a date."), field=name) from None

    def name(self, userid: str):
        """Return the name of a member, of HR for "hr", or what is said of somebody who is gone."""
        if userid == "hr":
            return _("HR")
        person = people.account(userid) if userid else None
        return person.fullname if person is not None else _("Former member")

    def first_name(self, userid: str) -> str:
        """Return the first word of somebody's name."""
        person = people.account(userid)
        return person.fullname.split()[0] if person is not None else userid

    def job(self, userid: str) -> str:
        person = people.account(userid)
        return person.job if person is not None else ""

    def unit(self, userid: str) -> str:
        person = people.account(userid)
        return people.units().get(person.unit, "") if person is not None else ""

    def profile(self, userid: str) -> str:
        return self.address("profile", userid=userid)

    def initials(self, userid: str) -> str:
        """Return the letters shown in place of a picture."""
        person = people.account(userid)
        letters = [word for word in (person.fullname if person else "?").split() if word[0].isalnum()] or ["?"]
        return (letters[0][0] + (letters[-1][0] if len(letters) > 1 else "")).upper()

    def who_title(self, who: str):
        return words.WHO[who]

    def pager(self, total: int, start: int, size: int, **criteria: str) -> dict | None:
        """Return addresses of the pages before and after, None when there is one page."""
        if total <= size and not start:
            return None
        return {
            "first": min(start + 1, total),
            "last": min(start + size, total),
            "total": total,
            "before": self.address(self.__name__, **criteria, b_start=max(0, start - size)) if start else None,
            "after": self.address(self.__name__, **criteria, b_start=start + size) if start + size < total else None,
        }
