"""`@@missions-settings`: the control panel."""

from bluegether.core import _
from bluegether.core.missions.interfaces import IMissionsSettings
from plone.app.registry.browser.controlpanel import ControlPanelFormWrapper
from plone.app.registry.browser.controlpanel import RegistryEditForm


class SettingsForm(RegistryEditForm):
    """The registry's records."""

    schema = IMissionsSettings
    schema_prefix = "bluegether.missions"
    label = _("Missions")
    description = _("When people are told that a mission ends.")


class Settings(ControlPanelFormWrapper):
    """The page around the form."""

    form = SettingsForm
