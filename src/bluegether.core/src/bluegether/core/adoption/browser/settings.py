"""`@@adoption-settings`: the thresholds."""

from bluegether.core import _
from bluegether.core.adoption.interfaces import IAdoptionSettings
from plone.app.registry.browser.controlpanel import ControlPanelFormWrapper
from plone.app.registry.browser.controlpanel import RegistryEditForm


class SettingsForm(RegistryEditForm):
    """The registry's records."""

    schema = IAdoptionSettings
    schema_prefix = "bluegether.adoption"
    label = _("Adoption: thresholds")
    description = _("What the network should reach in a month. Where it falls short, the animator has something to do.")


class Settings(ControlPanelFormWrapper):
    """The page around the form."""

    form = SettingsForm
