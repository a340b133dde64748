"""`@@charter-settings`: the control panel."""

from bluegether.core import _
from bluegether.core.charter.interfaces import ICharterSettings
from plone.app.registry.browser.controlpanel import ControlPanelFormWrapper
from plone.app.registry.browser.controlpanel import RegistryEditForm


class SettingsForm(RegistryEditForm):
    """The registry's records."""

    schema = ICharterSettings
    schema_prefix = "bluegether.charter"
    label = _("Charter")
    description = _("Reminders, days of grace, refusals.")


class Settings(ControlPanelFormWrapper):
    """The page around the form."""

    form = SettingsForm
