"""`@@matching-controlpanel`: how much each part counts, with an example that is reckoned by what is typed."""

from bluegether.core import _
from bluegether.core.matching import api as matching
from bluegether.core.matching.interfaces import IMatchingSettings
from plone.app.registry.browser.controlpanel import ControlPanelFormWrapper
from plone.app.registry.browser.controlpanel import RegistryEditForm
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from z3c.form import button


class MatchingForm(RegistryEditForm):
    """The weights; `preview` reckons the example and stores nothing."""

    schema = IMatchingSettings
    schema_prefix = "bluegether.matching"
    label = _("Matching of people and needs")
    description = _(
        "How much each part counts in a score. Only the relation of the weights matters; a part that a need does not "
        "ask about does not count; what is not known counts half. Everybody reads these rules beside their own scores."
    )
    buttons = RegistryEditForm.buttons.copy()
    handlers = RegistryEditForm.handlers.copy()
    typed = None

    @button.buttonAndHandler(_("Preview"), name="preview")
    def handle_preview(self, action) -> None:
        """Reckon the example by what is typed."""
        data, errors = self.extractData()
        self.status = self.formErrorsMessage if errors else _("The example is reckoned; nothing is saved yet.")
        self.typed = data if not errors else None


class MatchingControlPanel(ControlPanelFormWrapper):
    """The form within the control panels, the example below."""

    form = MatchingForm
    index = ViewPageTemplateFile("controlpanel.pt")

    def example(self) -> matching.Match:
        return matching.example(self.form_instance.typed)
