"""`@@messages-controlpanel`: limits, files, how long a message can be changed, read receipts."""

from bluegether.core import _
from bluegether.core.messaging.interfaces import IMessagingSettings
from plone.app.registry.browser.controlpanel import ControlPanelFormWrapper
from plone.app.registry.browser.controlpanel import RegistryEditForm


class SettingsForm(RegistryEditForm):
    """The registry's records."""

    schema = IMessagingSettings
    schema_prefix = "bluegether.messaging"
    label = _("Messages")
    description = _("Private messages are read by those who take part, and by no administrator.")


class ControlPanel(ControlPanelFormWrapper):
    """The form within the control panels."""

    form = SettingsForm
