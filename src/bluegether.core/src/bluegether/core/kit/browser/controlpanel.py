"""`@@address-controlpanel`: where the portal is found."""

from bluegether.core import _
from bluegether.core.kit.interfaces import IAddressSettings
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
