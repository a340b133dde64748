"""`@@leads-controlpanel`: the delay."""

from bluegether.core import _
from bluegether.core.leads.interfaces import ILeadSettings
from plone.app.registry.browser.controlpanel import ControlPanelFormWrapper
from plone.app.registry.browser.controlpanel import RegistryEditForm


class LeadsForm(RegistryEditForm):
    """Within what time sales answer."""

    schema = ILeadSettings
    schema_prefix = "bluegether.leads"
    label = _("Leads")


class LeadsControlPanel(ControlPanelFormWrapper):
    """The form within the control panels."""

    form = LeadsForm
