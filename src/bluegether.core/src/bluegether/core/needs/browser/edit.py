"""The forms that add and edit a need: Plone's own, with rows put in order and our errors at their fields."""

from bluegether.core import _
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.grid import tidy
from plone.dexterity.browser.add import DefaultAddForm
from plone.dexterity.browser.add import DefaultAddView
from plone.dexterity.browser.edit import DefaultEditForm
from plone.z3cform.layout import wrap_form
from z3c.form.interfaces import ActionExecutionError
from z3c.form.interfaces import WidgetActionExecutionError
from zope.interface import Invalid
import transaction


GRIDS = ("required_skills", "welcome_skills")


class Rows:
    """Mixin: rows as browsers send them, and errors of the verbs."""

    css_class = "profile-form need-form"

    def update(self) -> None:
        self.request.set("disable_plone.rightcolumn", 1)
        for name in GRIDS:
            tidy(self.request.form, f"form.widgets.{name}", ignored=("level",))
        super().update()

    def as_form_error(self, error: BluegetherError) -> ActionExecutionError:
        """Return the verb's error as z3c.form shows it: at the field that it names, or above the form."""
        transaction.doom()
        if error.field in self.widgets:
            return WidgetActionExecutionError(error.field, Invalid(error.message))
        return ActionExecutionError(Invalid(error.message))


class AddForm(Rows, DefaultAddForm):
    """A new draft."""

    portal_type = "Need"
    label = _("New need")
    description = _("It stays a draft that sales alone see until you open it.")
    success_message = _("The need is kept as a draft: open it when it is ready.")

    def createAndAdd(self, data):
        try:
            return super().createAndAdd(data)
        except BluegetherError as error:
            raise self.as_form_error(error) from None


class AddView(DefaultAddView):
    """The page around it."""

    form = AddForm


class EditForm(Rows, DefaultEditForm):
    """A change."""

    label = _("Edit the need")
    success_message = _("The need is saved.")

    def applyChanges(self, data):
        try:
            return super().applyChanges(data)
        except BluegetherError as error:
            raise self.as_form_error(error) from None


EditView = wrap_form(EditForm)
