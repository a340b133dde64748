"""`@@missions-settings`: the control panel."""

from bluegether.core import _
from bluegether.core.missions.interfaces import IMissionsSettings
from plone.app.registry.browser.controlpanel import ControlPanelFormWrapper
from plone.app.registry.browser.controlpanel import RegistryEditForm
from z3c.form.browser.textlines import TextLinesFieldWidget


class SettingsForm(RegistryEditForm):
    """The registry's records."""

    schema = IMissionsSettings
    schema_prefix = "bluegether.missions"
    label = _("Missions")
    description = _("When people are told that a mission ends.")

    def updateFields(self) -> None:
        super().updateFields()
        self.fields["alert_weeks"].widgetFactory = TextLinesFieldWidget


class Settings(ControlPanelFormWrapper):
    """The page around the form."""

    form = SettingsForm
