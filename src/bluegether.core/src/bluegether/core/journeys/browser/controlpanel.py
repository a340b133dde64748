"""`@@journeys-controlpanel`: the room's settings."""

from bluegether.core import _
from bluegether.core.journeys.interfaces import IJourneysSettings
from plone.app.registry.browser.controlpanel import ControlPanelFormWrapper
from plone.app.registry.browser.controlpanel import RegistryEditForm


class SettingsForm(RegistryEditForm):
    """Days and months."""

    schema = IJourneysSettings
    schema_prefix = "bluegether.journeys"
    label = _("Arrivals and departures")


class Settings(ControlPanelFormWrapper):
    """The form within the control panels."""

    form = SettingsForm
