"""Settings and events of journeys."""

from bluegether.core import _
from zope import schema
from zope.interface import Attribute
from zope.interface import Interface
from zope.interface.interfaces import IObjectEvent


class IJourneysSettings(Interface):
    """Settings of the journeys room, in the registry under `bluegether.journeys`."""

    erase_days = schema.Int(
        title=_("Days after a departure until the person is erased"),
        description=_(
            "The account and the personal data in every room are erased then; what the person published stays, without "
            "their name. The user id is never given again."
        ),
        default=180,
        min=1,
        max=1825,
    )
    buddy_months = schema.Int(
        title=_("Months somebody has been here before they are proposed as a buddy"),
        default=12,
        min=0,
        max=120,
    )


class IPersonLeft(IObjectEvent):
    """Somebody's last day is over and what they held is handed over; `object` is the site. No activity of a member."""

    userid = Attribute("User id of who left")
    successor = Attribute("User id of who took over, empty for nobody")
