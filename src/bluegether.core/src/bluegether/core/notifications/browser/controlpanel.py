"""`@@notifications-controlpanel`: the site's defaults and quiet hours."""

from bluegether.core import _
from bluegether.core.notifications.interfaces import INotificationSettings
from plone.app.registry.browser.controlpanel import ControlPanelFormWrapper
from plone.app.registry.browser.controlpanel import RegistryEditForm


class SettingsForm(RegistryEditForm):
    """The registry's records."""

    schema = INotificationSettings
    schema_prefix = "bluegether.notifications"
    label = _("Notifications")
    description = _("Defaults that each person may change, the right to disconnect, what is kept and for how long.")


class ControlPanel(ControlPanelFormWrapper):
    """The form within the control panels."""

    form = SettingsForm
