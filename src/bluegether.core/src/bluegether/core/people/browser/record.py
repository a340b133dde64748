"""`@@person-account`: HR keeps what the company says of a person."""

from bluegether.core import _
from bluegether.core.kit.errors import Missing
from bluegether.core.people import api as people
from bluegether.core.people import vocabularies
from bluegether.core.people.browser.page import Page
from bluegether.core.people.browser.page import PERSON_FIELDS
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


FIELDS = ("fullname", "email", "kind", "employment", "unit", "job", "manager", "matricule")
HINTS = {
    "manager": {
        "label": _("Manager"),
        "maximum": 100,
        "help": _("Full name or user id. Nobody can be above and below the same person."),
    },
    "matricule": {"label": _("Employee number"), "maximum": 40, "help": _("Only HR sees it.")},
    "kind": {"help": _("Roles follow the kind. A client loses every other role and group.")},
}


class Record(Page):
    """One form; roles follow the kind of account."""

    index = ViewPageTemplateFile("record.pt")
    title = _("Company’s record")

    def show(self) -> str:
        self.person = people.account(self.context.getId())
        if self.person is None:
            raise Missing(_("There is no such person."))
        return self.index()

    def fields(self) -> list[dict]:
        """Return the form's fields with what the record says, or what was typed and refused."""
        choices = {
            "kind": list(vocabularies.KINDS.items()),
            "employment": [("", _("Not applicable")), *vocabularies.EMPLOYMENTS.items()],
            "unit": [("", _("No unit")), *sorted(people.units().items(), key=lambda pair: pair[1])],
        }
        for name in FIELDS:
            self.request.form.setdefault(name, self.present(name))
        hints = {name: PERSON_FIELDS.get(name, {}) | HINTS.get(name, {}) for name in FIELDS}
        return [self.field(name, **hints[name], choices=choices.get(name)) for name in FIELDS]

    def present(self, name: str) -> str:
        """Return what the record says; of a manager, the name."""
        value = getattr(self.person, name)
        return self.name_of(value) if name == "manager" and value else value

    def post(self) -> str:
        values = {name: self.text(name, 300) for name in FIELDS if name in self.request.form}
        done, _account = self.attempt(people.update_account, self.context.getId(), actor=self.userid, **values)
        if not done:
            return self.show()
        return self.back(_("The record is saved."), url=self.context.absolute_url())
