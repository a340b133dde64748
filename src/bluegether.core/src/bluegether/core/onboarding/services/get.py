"""`GET @launch`: every step as it stands, how far the launch is."""

from bluegether.core.kit.service import ReadService
from bluegether.core.onboarding import api as onboarding
from dataclasses import asdict
from zope.i18n import translate


def step_json(step: onboarding.Step, request) -> dict:
    """Return a step as JSON-compatible data; days are ISO texts."""
    fact = step.fact
    return {
        "id": step.id,
        "title": translate(step.definition.title, context=request),
        "why": translate(step.definition.why, context=request),
        "checked": step.definition.checked,
        "fact": translate(fact.text, context=request) if fact is not None else None,
        "revision": step.revision,
        "owner": step.owner,
        "target": step.target.isoformat() if step.target else None,
        "state": step.state,
        "late": step.late,
        "done": step.done.isoformat() if step.done else None,
        "evidence": step.evidence,
        "note": step.note,
        "reason": step.reason,
        "answers": dict(step.answers),
    }


class Launch(ReadService):
    """The cockpit as data."""

    def answer(self) -> dict:
        progress = onboarding.progress()
        return {
            "@id": f"{self.context.absolute_url()}/@launch",
            "progress": asdict(progress) | {"percent": progress.percent},
            "steps": [step_json(step, self.request) for step in onboarding.steps()],
        }
