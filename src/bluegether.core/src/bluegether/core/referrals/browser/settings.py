"""`@@referrals-controlpanel`: the control panel."""

from bluegether.core import _
from bluegether.core.referrals.interfaces import IReferralsSettings
from plone.app.registry.browser.controlpanel import ControlPanelFormWrapper
from plone.app.registry.browser.controlpanel import RegistryEditForm


class SettingsForm(RegistryEditForm):
    """The registry's records."""

    schema = IReferralsSettings
    schema_prefix = "bluegether.referrals"
    label = _("Referrals")
    description = _("Delays of consent, how long data are kept, what notices say, the code for payroll.")


class Settings(ControlPanelFormWrapper):
    """The page around the form."""

    form = SettingsForm
