"""`@@discussion-settings`: how long a comment can be changed, what may be attached."""

from bluegether.core import _
from bluegether.core.discussion.interfaces import IDiscussionSettings
from plone.app.registry.browser.controlpanel import ControlPanelFormWrapper
from plone.app.registry.browser.controlpanel import RegistryEditForm


class SettingsForm(RegistryEditForm):
    """The registry's records."""

    schema = IDiscussionSettings
    schema_prefix = "bluegether.discussion"
    label = _("Comments")
    description = _("Comments are visible at once, below contents and publications.")


class ControlPanel(ControlPanelFormWrapper):
    """The form within the control panels."""

    form = SettingsForm
