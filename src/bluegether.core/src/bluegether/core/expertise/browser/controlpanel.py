"""`@@expertise-controlpanel`: the published numbers."""

from bluegether.core import _
from bluegether.core.expertise.interfaces import IExpertiseSettings
from plone.app.registry.browser.controlpanel import ControlPanelFormWrapper
from plone.app.registry.browser.controlpanel import RegistryEditForm


class ExpertiseForm(RegistryEditForm):
    """What makes an expert."""

    schema = IExpertiseSettings
    schema_prefix = "bluegether.expertise"
    label = _("Experts and endorsements")


class ExpertiseControlPanel(ControlPanelFormWrapper):
    """The form within the control panels."""

    form = ExpertiseForm
