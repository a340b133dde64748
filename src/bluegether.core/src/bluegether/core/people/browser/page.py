"""What the pages of this room share: a form's errors, its token, dates, pictures of people, turning pages."""

from bluegether.core import _
from bluegether.core.kit import query
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.page import Looks
from bluegether.core.people import api as people
from bluegether.core.people import vocabularies
from bluegether.core.people.api.invitations import can_invite
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode
from zExceptions import Forbidden
from zope.component import getMultiAdapter
import transaction


MACROS = ViewPageTemplateFile("macros.pt")
MAX_PARAMETER = 200


class Page(Looks):
    """A page: GET shows `index`; POST, with Plone's form token, calls `post`, which redirects or shows errors."""

    index = None

    def __call__(self) -> str:
        self.errors = {}
        if self.request.get("REQUEST_METHOD") != "POST":
            return self.show()
        if not getMultiAdapter((self.context, self.request), name="authenticator").verify():
            raise Forbidden("The form's token is missing or old.")
        return self.post()

    def show(self) -> str:
        return self.index()

    def post(self) -> str:
        raise Forbidden("This page takes no form.")

    @property
    def macros(self):
        return MACROS.macros

    @property
    def url(self) -> str:
        return f"{api.portal.get().absolute_url()}/@@{self.__name__}"

    def attempt(self, verb, *arguments, **values):
        """Call a verb; return (True, its answer), or (False, None) with the message in `errors` and nothing changed."""
        try:
            return True, verb(*arguments, **values)
        except BluegetherError as error:
            transaction.doom()
            self.request.response.setStatus(error.status)
            self.errors[error.field or ""] = error.message
            return False, None

    def text(self, name: str, maximum: int = 4000) -> str:
        """Return a form field as text; raise Invalid (400) for a list or something far too long."""
        value = self.request.form.get(name, "")
        if not isinstance(value, str) or len(value) > maximum:
            raise Invalid(_("${name} cannot be read.", mapping={"name": name}), field=name)
        return value

    def number(self, name: str) -> int:
        """Return the identifier that a form or address carries."""
        return query.integer(self.request.form, name, default=0, maximum=2**62)

    def chosen(self, name: str, known) -> str:
        """Return a filter's value; raise Invalid (400) when it is none of those known, or empty."""
        value = self.text(name, MAX_PARAMETER)
        if value and value not in known:
            raise Invalid(_("${name} cannot be read.", mapping={"name": name}), field=name)
        return value

    def back(self, message, *, url: str = "", kind: str = "info") -> str:
        """Redirect with a message."""
        api.portal.show_message(message, request=self.request, type=kind)
        self.request.response.redirect(url or self.url)
        return ""

    def initials(self, fullname: str) -> str:
        """Return the letters shown in place of a picture."""
        words = [word for word in fullname.split() if word[0].isalnum()] or ["?"]
        return (words[0][0] + (words[-1][0] if len(words) > 1 else "")).upper()

    def kind_title(self, kind: str):
        return vocabularies.KINDS.get(kind, kind)

    def employment_title(self, employment: str):
        return vocabularies.EMPLOYMENTS.get(employment, "")

    def unit_title(self, unit: str) -> str:
        return people.units().get(unit, unit)

    def state(self, name: str) -> dict:
        title, css = vocabularies.STATES[name]
        return {"title": title, "css": css}

    def name_of(self, userid: str) -> str:
        """Return the name of a member, or the user id of somebody who has no account here (any more)."""
        person = people.account(userid)
        return person.fullname if person is not None else userid

    def kinds(self) -> list[tuple]:
        """Return (kind, title) of the kinds that the signed-in person may invite to."""
        return [(kind, title) for kind, title in vocabularies.KINDS.items() if can_invite(kind, self.userid)]

    def person_fields(self, *names: str) -> list[dict]:
        """Return the form's fields for a person's particulars."""
        choices = {
            "kind": self.kinds(),
            "employment": [("", _("Not applicable")), *vocabularies.EMPLOYMENTS.items()],
            "unit": [("", _("No unit")), *sorted(people.units().items(), key=lambda pair: pair[1])],
        }
        return [self.field(name, **PERSON_FIELDS[name], choices=choices.get(name)) for name in names]

    def field(self, name: str, *, label, **rest) -> dict:
        """Return one field of a form with what was typed and what is wrong with it."""
        value = self.request.form.get(name, "")
        defaults = {"type": "text", "required": False, "maximum": None, "help": None, "choices": None}
        defaults |= {"autocomplete": None}
        typed = value if isinstance(value, str) else ""
        return defaults | {"name": name, "label": label, "value": typed, "error": self.errors.get(name)} | rest

    def pager(self, total: int, start: int, size: int, **criteria: str) -> dict | None:
        """Return addresses of the pages before and after, None when there is one page."""
        if total <= size and not start:
            return None

        def address(where: int) -> str:
            values = {name: value for name, value in criteria.items() if value} | {"b_start": where, "b_size": size}
            return f"{self.url}?{urlencode(values)}"

        return {
            "first": min(start + 1, total),
            "last": min(start + size, total),
            "total": total,
            "before": address(max(0, start - size)) if start else None,
            "after": address(start + size) if start + size < total else None,
        }


PERSON_FIELDS = {
    "fullname": {"label": _("Full name"), "required": True, "maximum": people.MAX_NAME},
    "email": {"label": _("Mail address"), "required": True, "maximum": people.MAX_EMAIL, "type": "email"},
    "kind": {"label": _("Kind of account"), "required": True, "type": "select"},
    "employment": {
        "label": _("Employment"),
        "type": "select",
        "help": _("Consultants only: freelances have no leave and no payroll."),
    },
    "unit": {"label": _("Unit"), "type": "select"},
    "job": {"label": _("Job"), "maximum": people.MAX_JOB},
    "userid": {
        "label": _("User id"),
        "maximum": 64,
        "help": _("Left empty, it is made from the name: Chloé Lefèvre becomes chloe.lefevre."),
    },
}
