"""`PATCH @launch`: change one step; the body names it, the revision that was read, and the new values."""

from bluegether.core import _
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.service import WriteService
from bluegether.core.onboarding import api as onboarding
from bluegether.core.onboarding.services.get import step_json
from plone import api


class Launch(WriteService):
    """Answers the step as it then stands; 409 says what others changed since."""

    def answer(self) -> dict:
        body = self.body()
        step_id, revision = body.pop("step", None), body.pop("revision", None)
        if not isinstance(step_id, str):
            raise Invalid(_("Name the step."), field="step")
        if type(revision) is not int:
            raise Invalid(_("Give the revision that you read, a whole number."), field="revision")
        step = onboarding.save(step_id, body, revision=revision, actor=api.user.get_current().getId())
        return step_json(step, self.request)

    def refuse(self, error: BluegetherError) -> dict:
        body = super().refuse(error)
        if isinstance(error, onboarding.StepChanged):
            changes = [
                {"actor": entry.actor, "revision": entry.revision, "values": [name for name, *_rest in entry.changes]}
                for entry in error.changes
            ]
            body |= {"changes": changes, "step": step_json(onboarding.step(error.step_id), self.request)}
        return body
