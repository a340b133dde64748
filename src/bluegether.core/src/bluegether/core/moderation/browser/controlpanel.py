"""`@@moderation-controlpanel`: how long one may appeal, how long somebody is suspended at most."""

from bluegether.core import _
from bluegether.core.moderation.interfaces import IModerationSettings
from plone.app.registry.browser.controlpanel import ControlPanelFormWrapper
from plone.app.registry.browser.controlpanel import RegistryEditForm


class SettingsForm(RegistryEditForm):
    """The registry's records."""

    schema = IModerationSettings
    schema_prefix = "bluegether.moderation"
    label = _("Moderation")
    description = _("What members write is visible at once; reports are decided afterwards.")


class ControlPanel(ControlPanelFormWrapper):
    """The form within the control panels."""

    form = SettingsForm
