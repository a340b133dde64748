"""Events of the launch."""

from bluegether.core.kit.interfaces import IActivity
from zope.interface import Attribute


class ILaunchStepDone(IActivity):
    """A step of the launch was reported done; `object` is the site."""

    step = Attribute("Identifier of the step")
