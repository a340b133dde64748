"""`@@dossiers-settings`: the control panel."""

from bluegether.core import _
from bluegether.core.dossiers import api as dossiers
from bluegether.core.dossiers.interfaces import IDossierSettings
from plone.app.registry.browser.controlpanel import ControlPanelFormWrapper
from plone.app.registry.browser.controlpanel import RegistryEditForm
from plone.formwidget.namedfile.widget import NamedImageFieldWidget
from z3c.form.interfaces import WidgetActionExecutionError
from zope.interface import Invalid


class SettingsForm(RegistryEditForm):
    """The registry's records."""

    schema = IDossierSettings
    schema_prefix = "bluegether.dossiers"
    label = _("Skills profiles")
    description = _("The company’s letterhead, confidential clients, when a profile is to be looked at again.")

    def updateFields(self):
        super().updateFields()
        self.fields["logo"].widgetFactory = NamedImageFieldWidget

    def applyChanges(self, data):
        """Refuse a logo that cannot be printed before anything is kept."""
        if data.get("logo") and not dossiers.plain_picture(dossiers.logo_data(data["logo"]), 100):
            raise WidgetActionExecutionError("logo", Invalid(_("Choose a PNG or JPEG picture of at most 1 MB.")))
        return super().applyChanges(data)


class Settings(ControlPanelFormWrapper):
    """The page around the form."""

    form = SettingsForm
