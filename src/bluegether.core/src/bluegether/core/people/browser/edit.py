"""`@@profile-<group>`: the person fills one group of fields in, and chooses who sees it."""

from bluegether.core import _
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.grid import tidy
from bluegether.core.people import api as people
from bluegether.core.people.browser.person import TITLES
from bluegether.core.people.interfaces import AUDIENCES
from bluegether.core.people.interfaces import profile
from collective.z3cform.datagridfield.blockdatagridfield import BlockDataGridFieldWidgetFactory
from plone import api
from plone.z3cform.layout import FormWrapper
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form import button
from z3c.form import field
from z3c.form import form
from z3c.form.browser.radio import RadioFieldWidget
from z3c.form.interfaces import ActionExecutionError
from z3c.form.interfaces import HIDDEN_MODE
from z3c.form.interfaces import WidgetActionExecutionError
from zope import schema
from zope.interface import Invalid
from zope.schema.interfaces import IBool
from zope.schema.interfaces import IChoice
from zope.schema.vocabulary import SimpleVocabulary
import transaction


class GroupForm(form.Form):
    """Base: one group, whole; subclasses name it."""

    group = ""
    interface = None
    ignoreContext = False
    enableCSRFProtection = True
    css_class = "profile-form"

    @property
    def label(self):
        return TITLES[self.group]

    @property
    def userid(self) -> str:
        return api.user.get_current().getId() or ""

    def getContent(self) -> dict:
        if not people.can_edit_profile(self.context, self.userid):
            raise NotAllowed(_("Only the person changes what they say of themselves."))
        values = dict(people.values_of(self.context))
        found = {name: values[name] for name in schema.getFieldNames(self.interface) if name in values}
        found["seen"] = people.revision(self.context, self.group)
        return found | ({"audience": self.audience()} if self.group in profile.GROUPS else {})

    def audience(self) -> str:
        """Return the choice in force; the company's first offer when it is none any more."""
        chosen, allowed = people.audience_of(self.context, self.group), people.allowed_audiences(self.group)
        return chosen if chosen in allowed else allowed[-1]

    def update(self) -> None:
        self.fields = field.Fields(self.interface) + field.Fields(schema.Int(__name__="seen", required=True))
        self.fields["seen"].mode = HIDDEN_MODE
        for name in self.grids():
            self.fields[name].widgetFactory = BlockDataGridFieldWidgetFactory
            tidy(self.request.form, f"form.widgets.{name}", ignored=_always_sent(self.interface[name]))
        if self.group in profile.GROUPS:
            self.fields += field.Fields(self.choice())
            self.fields["audience"].widgetFactory = RadioFieldWidget
        super().update()

    def grids(self) -> list[str]:
        """Return the names of the fields that are tables of rows."""
        return [name for name, one in schema.getFieldsInOrder(self.interface) if _row_schema(one) is not None]

    def choice(self) -> schema.Choice:
        """Return the field that says who sees the group: what the company offers."""
        offered = [AUDIENCES.getTerm(name) for name in people.allowed_audiences(self.group)]
        return schema.Choice(
            __name__="audience",
            title=_("Who sees this"),
            description=_("You and HR always do. On the page, in search, and wherever else the portal shows it."),
            vocabulary=SimpleVocabulary(offered),
        )

    @button.buttonAndHandler(_("Save"), name="save")
    def save(self, _action) -> None:
        if self.keep():
            api.portal.show_message(_("Your profile is saved."), request=self.request)
            self.request.response.redirect(self.context.absolute_url())

    @button.buttonAndHandler(_("Save and go on"), name="more")
    def more(self, _action) -> None:
        if self.keep():
            api.portal.show_message(_("Your profile is saved."), request=self.request)
            self.request.response.redirect(f"{self.context.absolute_url()}/@@{self.__name__}")

    @button.buttonAndHandler(_("Cancel"), name="cancel")
    def cancel(self, _action) -> None:
        self.request.response.redirect(self.context.absolute_url())

    def keep(self) -> bool:
        """Hand what was filled in to the verb; return whether it took it, with its message in place otherwise."""
        data, errors = self.extractData()
        if errors:
            self.status = self.formErrorsMessage
            return False
        audience, seen = data.pop("audience", None), data.pop("seen")
        try:
            people.update_profile(self.context, self.group, data, actor=self.userid, audience=audience, seen=seen)
        except BluegetherError as error:
            transaction.doom()
            raise self.as_form_error(error) from None
        return True

    def as_form_error(self, error: BluegetherError) -> ActionExecutionError:
        """Return the verb's error as z3c.form shows it: at the field that it names, or above the form."""
        if error.field in self.widgets:
            return WidgetActionExecutionError(error.field, Invalid(error.message))
        return ActionExecutionError(Invalid(error.message))

    def updateActions(self) -> None:
        super().updateActions()
        self.actions["save"].addClass("btn-primary")
        for name in ("more", "cancel"):
            self.actions[name].addClass("btn-secondary")
        if not self.grids():
            del self.actions["more"]


def _row_schema(one):
    return getattr(getattr(one, "value_type", None), "schema", None)


def _always_sent(grid) -> tuple[str, ...]:
    """Return the columns that make no row: boxes, and choices beside something to write (they cannot be emptied)."""
    columns = schema.getFieldsInOrder(_row_schema(grid))
    boxes = tuple(name for name, one in columns if IBool.providedBy(one))
    choices = tuple(name for name, one in columns if IChoice.providedBy(one))
    return boxes if len(boxes) + len(choices) == len(columns) else boxes + choices


class PresentationForm(GroupForm):
    group = "presentation"
    interface = profile.IPresentation
    description = _("Who you are, for colleagues who do not know you yet.")


class ContactForm(GroupForm):
    group = "contact"
    interface = profile.IContact
    description = _("How colleagues reach you. Your mail address is shown with it.")


class SkillsForm(GroupForm):
    group = "skills"
    interface = profile.ISkills
    description = _("To take a row away, empty it or use its button.")


class AvailabilityForm(GroupForm):
    group = "availability"
    interface = profile.IAvailability
    description = _("Sales look here before they propose a mission.")


class WishesForm(GroupForm):
    group = "wishes"
    interface = profile.IWishes
    description = _("What you want of your next mission. It is you who decides.")


class AbsenceForm(GroupForm):
    group = "absence"
    interface = profile.IAbsence
    description = _("Everyone sees it on your page and when they write to you. Empty both days to take it away.")


class Edit(FormWrapper):
    """The page around a form."""

    index = ViewPageTemplateFile("edit.pt")

    def update(self) -> None:
        self.request.set("disable_plone.rightcolumn", 1)
        super().update()


class Presentation(Edit):
    form = PresentationForm


class Contact(Edit):
    form = ContactForm


class Skills(Edit):
    form = SkillsForm


class Availability(Edit):
    form = AvailabilityForm


class Wishes(Edit):
    form = WishesForm


class Absence(Edit):
    form = AbsenceForm
