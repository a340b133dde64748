"""`@@people-controlpanel`: the room's settings."""

from bluegether.core import _
from bluegether.core.people.interfaces import IPeopleSettings
from plone.app.registry.browser.controlpanel import ControlPanelFormWrapper
from plone.app.registry.browser.controlpanel import RegistryEditForm


class PeopleForm(RegistryEditForm):
    """Units, days, requests."""

    schema = IPeopleSettings
    schema_prefix = "bluegether.people"
    label = _("People and invitations")


class PeopleControlPanel(ControlPanelFormWrapper):
    """The form within the control panels."""

    form = PeopleForm
