"""What happens elsewhere and matters here: a profile changed, a person was erased."""

from bluegether.core.dossiers import api as dossiers
from bluegether.core.missions.interfaces import IMissionEnded
from bluegether.core.people.interfaces import IPersonChanged
from plone.uuid.interfaces import IUUID
from zope.component import adapter


@adapter(IPersonChanged)
def follow(event) -> None:
    """See whether it was about skills or experiences."""
    dossiers.follow(event.object)


@adapter(IMissionEnded)
def mission_ended(event) -> None:
    """Ask its consultants to look at their profiles, once for each mission."""
    for userid in event.userids:
        dossiers.nudge(userid, f"missions/{IUUID(event.object)}")
