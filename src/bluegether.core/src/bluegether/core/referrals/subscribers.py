"""People come and leave."""

from bluegether.core.journeys.interfaces import IPersonLeft
from bluegether.core.people.interfaces import IAccessChanged
from bluegether.core.people.interfaces import IAccountCreated
from bluegether.core.referrals import api
from zope.component import adapter


@adapter(IAccountCreated)
def arrived(event) -> None:
    """Link the account of somebody hired to their referral."""
    api.arrived(event.userid)


@adapter(IAccessChanged)
def access_changed(event) -> None:
    """Cancel bonuses that somebody who left does not reach."""
    api.left(event.userid)


@adapter(IPersonLeft)
def left(event) -> None:
    """The same, when a departure has been worked through."""
    api.left(event.userid)
