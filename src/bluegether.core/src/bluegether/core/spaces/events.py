"""What happened in spaces."""

from bluegether.core.kit.activity import Activity
from bluegether.core.spaces.interfaces import IMembershipChanged
from bluegether.core.spaces.interfaces import ISpaceCreated
from zope.interface import implementer
from zope.interface.interfaces import ObjectEvent


@implementer(ISpaceCreated)
class SpaceCreated(Activity):
    """A space was created."""

    verb = "spaces.created"


@implementer(IMembershipChanged)
class MembershipChanged(ObjectEvent):
    """Somebody joined, left or has another role."""

    def __init__(self, space, *, userid: str, before: str, after: str):
        super().__init__(space)
        self.userid, self.before, self.after = userid, before, after
