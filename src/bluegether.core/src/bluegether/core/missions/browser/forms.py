"""Forms that add and edit clients and missions: errors of the verbs at their fields, an overload to confirm."""

from bluegether.core import _
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.grid import tidy
from bluegether.core.missions.api import Overload
from plone.dexterity.browser.add import DefaultAddForm
from plone.dexterity.browser.add import DefaultAddView
from plone.dexterity.browser.edit import DefaultEditForm
from plone.z3cform import layout
from z3c.form.interfaces import ActionExecutionError
from z3c.form.interfaces import HIDDEN_MODE
from z3c.form.interfaces import INPUT_MODE
from z3c.form.interfaces import WidgetActionExecutionError
from zope.interface import Invalid
from zope.schema import getFieldsInOrder
from zope.schema.interfaces import IBool
from zope.schema.interfaces import IChoice
import transaction


HIDDEN = ("revision", "overload_accepted")


class Keeping:
    """What both kinds of forms share."""

    enableCSRFProtection = True
    css_class = "rows-form"
    overloaded = False

    def update(self) -> None:
        self.request.set("disable_plone.rightcolumn", 1)
        self.request.set("disable_plone.leftcolumn", 1)
        for name, field in getFieldsInOrder(self.schema):
            row = getattr(getattr(field, "value_type", None), "schema", None)
            if row is not None:
                tidy(self.request.form, f"form.widgets.{name}", ignored=_always_sent(row))
        super().update()

    def updateFields(self) -> None:
        super().updateFields()
        for name in HIDDEN:
            if name in self.fields:
                self.fields[name].mode = HIDDEN_MODE

    def kept(self, action, *arguments):
        """Run what the form does; show a verb's message at its field, with nothing changed."""
        try:
            return action(*arguments)
        except BluegetherError as error:
            transaction.doom()
            self.overloaded = isinstance(error, Overload)
            if self.overloaded:
                self.offer_to_accept()
            raise self.as_form_error(error) from None

    def offer_to_accept(self) -> None:
        """Show the box that confirms an overload, now that its figures are shown."""
        self.fields["overload_accepted"].mode = INPUT_MODE
        self.widgets["overload_accepted"].mode = INPUT_MODE
        self.widgets["overload_accepted"].update()

    def as_form_error(self, error: BluegetherError) -> ActionExecutionError:
        if error.field in self.widgets and self.widgets[error.field].mode == INPUT_MODE:
            return WidgetActionExecutionError(error.field, Invalid(error.message))
        return ActionExecutionError(Invalid(error.message))


def _always_sent(row) -> tuple[str, ...]:
    """Return the columns that make no row full: boxes, choices, and numbers with a default."""
    return tuple(
        name
        for name, field in getFieldsInOrder(row)
        if IBool.providedBy(field) or IChoice.providedBy(field) or field.default is not None
    )


class AddForm(Keeping, DefaultAddForm):
    """Adds."""

    @property
    def label(self):
        return _("Add a client") if self.portal_type == "Client" else _("Add a mission")

    def createAndAdd(self, data):
        return self.kept(super().createAndAdd, data)


class AddView(DefaultAddView):
    """The page around it."""

    form = AddForm


class EditForm(Keeping, DefaultEditForm):
    """Edits."""

    def update(self) -> None:
        self.portal_type = self.context.portal_type
        super().update()

    def applyChanges(self, data):
        return self.kept(super().applyChanges, data)


Edit = layout.wrap_form(EditForm)
