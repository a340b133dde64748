"""`@@commitments`: how the company keeps its half; its editors update it here."""

from bluegether.core import _
from bluegether.core.charter import api as charter
from bluegether.core.charter.browser.page import COMMITMENT_STATES
from bluegether.core.charter.browser.page import Page
from bluegether.core.charter.interfaces import STATES
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import NotAllowed
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


UPDATE = "BlueGether: Update Commitments"


class Commitments(Page):
    """Every member reads; animator, HR and direction also update states and notes."""

    index = ViewPageTemplateFile("commitments.pt")
    title = _("Our commitments")

    def post(self) -> str:
        if not self.may_update():
            raise NotAllowed(_("You may not update the company's commitments."))
        version = charter.version_in_force()
        if version is None:
            raise Conflict(_("No charter is in force."))
        charter.update_commitments(version, self.sent(), userid=self.userid)
        self.notify(_("The company's commitments are up to date."))
        return f"{self.portal_url}/@@commitments"

    def sent(self) -> dict[int, tuple[str, str]]:
        """Return the form's states and notes by article number."""
        numbers = [article.number for article in charter.engagements()]
        found = {number: (self.text(f"state_{number}"), self.text(f"note_{number}").strip()) for number in numbers}
        if not all(state for state, _note in found.values()):
            raise Invalid(_("The charter changed meanwhile. Please look at the page again."))
        return found

    def may_update(self) -> bool:
        return self.allowed(UPDATE)

    def editing(self) -> bool:
        """Return whether the form is shown."""
        return self.may_update() and (self.request.form.get("edit") == "1" or self.error is not None)

    def articles(self) -> list:
        return charter.engagements(self.language)

    def badge(self, state: str) -> tuple:
        """Return title and class of a state."""
        return COMMITMENT_STATES[state]

    def states(self) -> list:
        """Return the states that one can choose from."""
        return list(STATES)

    def counts(self) -> list[tuple]:
        """Return (title, class, how many) for each state."""
        found = [article.state for article in self.articles()]
        return [(*COMMITMENT_STATES[state], found.count(state)) for state in ("kept", "late", "not_yet")]
