"""`@@career-settings`: the control panel."""

from bluegether.core import _
from bluegether.core.career.interfaces import ICareerSettings
from plone.app.registry.browser.controlpanel import ControlPanelFormWrapper
from plone.app.registry.browser.controlpanel import RegistryEditForm


class SettingsForm(RegistryEditForm):
    """The registry's records."""

    schema = ICareerSettings
    schema_prefix = "bluegether.career"
    label = _("Careers and interviews")
    description = _("Intervals, reminders, agendas, how long signed interviews are kept.")


class Settings(ControlPanelFormWrapper):
    """The page around the form."""

    form = SettingsForm
