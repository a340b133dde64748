"""`@@address-controlpanel`: where the portal is found; `@@limits-controlpanel`: how much one person sends an hour."""

from bluegether.core import _
from bluegether.core.kit.interfaces import IAddressSettings
from bluegether.core.kit.interfaces import ILimits
from plone.app.registry.browser.controlpanel import ControlPanelFormWrapper
from plone.app.registry.browser.controlpanel import RegistryEditForm


class AddressForm(RegistryEditForm):
    """One record."""

    schema = IAddressSettings
    schema_prefix = "bluegether"
    label = _("Public address")


class AddressControlPanel(ControlPanelFormWrapper):
    """The form within the control panels."""

    form = AddressForm


class LimitsForm(RegistryEditForm):
    """The limits; 0 is none."""

    schema = ILimits
    schema_prefix = "bluegether.limits"
    label = _("Limits per hour")
    description = _("Who sends more is asked to wait and loses no text. 0 means no limit.")


class LimitsControlPanel(ControlPanelFormWrapper):
    """The form within the control panels."""

    form = LimitsForm
