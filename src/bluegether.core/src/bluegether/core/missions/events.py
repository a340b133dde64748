"""What happens to missions."""

from bluegether.core.kit.activity import Activity
from bluegether.core.kit.clock import now
from bluegether.core.missions.interfaces import IMissionAnnounced
from bluegether.core.missions.interfaces import IMissionEnded
from bluegether.core.missions.interfaces import IMissionEnding
from bluegether.core.missions.interfaces import IMissionMoved
from bluegether.core.missions.interfaces import IMissionStarted
from bluegether.core.missions.interfaces import IPeriodsChanged
from zope.interface import implementer
from zope.interface.interfaces import ObjectEvent


@implementer(IPeriodsChanged)
class PeriodsChanged(ObjectEvent):
    """See `IPeriodsChanged`."""

    def __init__(self, site, *, userids: tuple[str, ...]):
        super().__init__(site)
        self.userids = userids


@implementer(IMissionMoved)
class MissionMoved(ObjectEvent):
    """Base of the three."""

    def __init__(self, mission, *, actor: str, userids: tuple[str, ...]):
        super().__init__(mission)
        self.actor = actor
        self.userids = userids
        self.happened = now()


@implementer(IMissionStarted)
class MissionStarted(MissionMoved):
    """See `IMissionStarted`."""


@implementer(IMissionEnding)
class MissionEnding(MissionMoved):
    """See `IMissionEnding`."""


@implementer(IMissionEnded)
class MissionEnded(MissionMoved):
    """See `IMissionEnded`."""


@implementer(IMissionAnnounced)
class MissionAnnounced(Activity):
    """See `IMissionAnnounced`."""

    verb = "missions.started"

    def __init__(self, mission, *, actor: str, client: str):
        super().__init__(mission, actor=actor)
        self.client = client
        self.role = mission.title
