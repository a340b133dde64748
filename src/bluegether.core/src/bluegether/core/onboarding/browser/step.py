"""`@@launch-step?step=…`: one step: read it, and write down owner, date, state, evidence."""

from AccessControl import Unauthorized
from bluegether.core import _
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.query import integer
from bluegether.core.onboarding import api as onboarding
from bluegether.core.onboarding.browser.words import LaunchView
from bluegether.core.onboarding.browser.words import STATES
from bluegether.core.onboarding.browser.words import VALUES
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound


PREFIX = "answer."


class LaunchStep(LaunchView):
    """For the step's owner and for those who lead the launch.

    The form carries the revision that it shows. When somebody else changed the step meanwhile, the person sees
    what changed beside their own input, which is kept; saving once more is then a decision.
    """

    index = ViewPageTemplateFile("step.pt")

    def __call__(self):
        self.step = self._wanted()
        if not onboarding.can_report(self.step.id, self.userid):
            raise Unauthorized("launch-step")
        self.leads = onboarding.can_lead(self.userid)
        self.error = None
        if self.request.method == "POST" and self._save():
            api.portal.show_message(_("The step is saved."), self.request)
            target = f"@@launch#step-{self.step.id}" if self.leads else f"@@launch-step?step={self.step.id}"
            return self.request.response.redirect(f"{self.context.absolute_url()}/{target}")
        return self.index()

    @property
    def title(self) -> str:
        return self.step.definition.title

    def _wanted(self) -> onboarding.Step:
        try:
            return onboarding.step(str(self.request.form.get("step", "")))
        except Missing:
            raise NotFound("step") from None

    def _save(self) -> bool:
        """Save the form; return False and keep the error when the step refuses."""
        CheckAuthenticator(self.request)
        try:
            revision = integer(self.request.form, "revision", default=-1)
            onboarding.save(self.step.id, self._values(), revision=revision, actor=self.userid)
        except BluegetherError as error:
            self.error = error
            self.request.response.setStatus(error.status)
            return False
        return True

    def _values(self) -> dict:
        """Return what the form sent: of the values, those that this person may change."""
        names = ("owner", "target", *self._own()) if self.leads else self._own()
        form = self.request.form
        values = {name: form[name] for name in names if name in form}
        values["answers"] = {name.removeprefix(PREFIX): form[name] for name in form if name.startswith(PREFIX)}
        return values

    def _own(self) -> tuple[str, ...]:
        return ("evidence", "note") if self.step.definition.checked else ("state", "done", "reason", "evidence", "note")

    def value(self, name: str) -> str:
        """Return what the field shows: what was sent, else what is kept."""
        found = self.request.form.get(name) if self.error is not None else None
        kept = getattr(self.step, name) or ""
        return found if isinstance(found, str) else str(kept)

    def questions(self) -> list[dict]:
        """Return the questions with what was sent or kept, and the error that is theirs."""
        return [
            {
                "id": question.id,
                "name": f"{PREFIX}{question.id}",
                "title": question.title,
                "maximum": question.maximum,
                "required": question.required,
                "value": self._answer(question.id),
                "error": self.message(question.id),
            }
            for question in self.step.definition.questions
        ]

    def _answer(self, question_id: str) -> str:
        found = self.request.form.get(f"{PREFIX}{question_id}") if self.error is not None else None
        return found if isinstance(found, str) else str(self.step.answers.get(question_id, ""))

    def message(self, field: str):
        """Return the error that belongs to a field, or None."""
        return self.error.message if self.error is not None and self.error.field == field else None

    def states(self) -> list[dict]:
        return [{"id": name, "title": title} for name, (title, _css) in STATES.items()]

    def candidates(self) -> list[tuple[str, str]]:
        return onboarding.candidates(self.userid, self.step.owner)

    def history(self) -> list[onboarding.Entry]:
        return onboarding.history(20, step_id=self.step.id)

    def changes(self) -> list[dict]:
        """Return what others changed since the form was opened: who, what, and what it is now."""
        if not isinstance(self.error, onboarding.StepChanged):
            return []
        return [
            {"who": self.name(entry.actor), "what": VALUES[name], "now": self._shown(name, after)}
            for entry in self.error.changes
            for name, _before, after in entry.changes
        ]

    def _shown(self, name: str, value) -> str:
        """Return a value as text."""
        if name == "state":
            return STATES[value][0]
        if name == "owner":
            return onboarding.name(value) or _("nobody yet")
        if name == "answers":
            return "; ".join(str(answer) for answer in value.values())
        return self.day(value) if name in ("target", "done") and value else str(value or "")
