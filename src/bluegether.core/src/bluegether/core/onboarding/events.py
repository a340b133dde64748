"""What happened to the launch."""

from bluegether.core.kit.activity import Activity
from bluegether.core.onboarding.interfaces import ILaunchStepDone
from zope.interface import implementer


@implementer(ILaunchStepDone)
class LaunchStepDone(Activity):
    """A step of the launch was reported done."""

    verb = "onboarding.step_done"

    def __init__(self, site, *, step: str, actor: str):
        super().__init__(site, actor=actor)
        self.step = step
