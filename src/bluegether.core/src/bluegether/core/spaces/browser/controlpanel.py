"""`@@spaces-controlpanel`: what the company chose for spaces."""

from bluegether.core import _
from bluegether.core.spaces.interfaces import ISpacesSettings
from plone.app.registry.browser.controlpanel import ControlPanelFormWrapper
from plone.app.registry.browser.controlpanel import RegistryEditForm
from z3c.form.browser.checkbox import CheckBoxFieldWidget


BOXES = ("creator_kinds", "templates", "outside_kinds")


class SpacesForm(RegistryEditForm):
    """Who creates, what is offered, who is outside, questions to the direction."""

    schema = ISpacesSettings
    schema_prefix = "bluegether.spaces"
    label = _("Spaces")

    def updateFields(self) -> None:
        super().updateFields()
        for name in BOXES:
            self.fields[name].widgetFactory = CheckBoxFieldWidget


class SpacesControlPanel(ControlPanelFormWrapper):
    """The form within the control panels."""

    form = SpacesForm
