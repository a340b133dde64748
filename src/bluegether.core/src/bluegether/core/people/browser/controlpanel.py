"""`@@people-controlpanel`, `@@profiles-controlpanel`: the room's settings, and who may see what of profiles."""

from bluegether.core import _
from bluegether.core.people.interfaces import IAudienceSettings
from bluegether.core.people.interfaces import IPeopleSettings
from plone.app.registry.browser.controlpanel import ControlPanelFormWrapper
from plone.app.registry.browser.controlpanel import RegistryEditForm
from z3c.form.browser.checkbox import CheckBoxFieldWidget


class PeopleForm(RegistryEditForm):
    """Units, days, requests."""

    schema = IPeopleSettings
    schema_prefix = "bluegether.people"
    label = _("People and invitations")


class PeopleControlPanel(ControlPanelFormWrapper):
    """The form within the control panels."""

    form = PeopleForm


class ProfilesForm(RegistryEditForm):
    """For each group of fields: the choices, and what holds unless somebody chooses."""

    schema = IAudienceSettings
    schema_prefix = "bluegether.people"
    label = _("Who sees profiles")
    description = _(
        "People choose who sees each part of their profile, among what you offer here. What somebody closed is never "
        "opened by a change here: it stays closed until they choose again."
    )

    def updateFields(self) -> None:
        super().updateFields()
        for name in self.fields:
            if name.endswith("_audiences"):
                self.fields[name].widgetFactory = CheckBoxFieldWidget


class ProfilesControlPanel(ControlPanelFormWrapper):
    """The form within the control panels."""

    form = ProfilesForm
