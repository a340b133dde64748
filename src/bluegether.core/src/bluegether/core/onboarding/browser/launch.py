"""`@@launch`: the cockpit: how far the launch is, what comes next, every step, who did what."""

from bluegether.core import _
from bluegether.core.onboarding import api as onboarding
from bluegether.core.onboarding.browser.words import LaunchView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Launch(LaunchView):
    """For those who lead the launch."""

    index = ViewPageTemplateFile("launch.pt")
    title = _("Launch")

    def __call__(self) -> str:
        self.steps = onboarding.steps()
        self.progress = onboarding.progress()
        self.history = onboarding.history(10)
        return self.index()

    def next_step(self) -> onboarding.Step | None:
        """Return the step to do now."""
        return next((step for step in self.steps if step.id == self.progress.next), None)

    def title_of(self, step_id: str) -> str:
        return next(step.definition.title for step in self.steps if step.id == step_id)

    def answers(self, step: onboarding.Step) -> list[dict]:
        """Return what was written down, in the order of the questions."""
        return [
            {"title": question.title, "text": step.answers[question.id]}
            for question in step.definition.questions
            if question.id in step.answers
        ]

    def css(self, step: onboarding.Step) -> str:
        """Return the class that the list of steps shows a state by."""
        if step.settled:
            return "done"
        if step.late:
            return "late"
        return "current" if step.id == self.progress.next else ""
