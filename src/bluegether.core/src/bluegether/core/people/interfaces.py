"""Schemas, settings and events of people."""

from bluegether.core import _
from bluegether.core.kit.interfaces import IActivity
from zope import schema
from zope.interface import Attribute
from zope.interface import Interface
from zope.interface.interfaces import IObjectEvent


class IPeopleSettings(Interface):
    """Settings of the people room, in the registry under `bluegether.people`."""

    units = schema.Dict(
        title=_("Units"),
        description=_("Identifier and title of each unit of the company."),
        key_type=schema.ASCIILine(title=_("Identifier")),
        value_type=schema.TextLine(title=_("Name of the unit")),
        default={},
        required=False,
    )
    invitation_days = schema.Int(
        title=_("Days an invitation is valid"),
        description=_("After that the link no longer works; the invitation can be sent again."),
        default=14,
        min=1,
        max=90,
    )
    kept_days = schema.Int(
        title=_("Days a closed invitation is kept"),
        description=_("Accepted, declined, expired and revoked invitations and answered requests are then erased."),
        default=90,
        min=1,
        max=730,
    )
    requests_open = schema.Bool(
        title=_("Visitors may ask for an account"),
        default=True,
        required=False,
    )


class IAccountCreated(IActivity):
    """A person received an account; `object` is the site, `userid` who it is."""


class IInvitationExpired(IObjectEvent):
    """An invitation was not answered in time; `object` is the site. No activity of a member."""

    userid = Attribute("User id that the person would have had")
    invited_by = Attribute("User id of who invited")
    language = Attribute("Language that the person was written to in")


class IAccessChanged(IObjectEvent):
    """A person's access ended, was suspended, or was given back; `object` is the site. `api.has_access` tells which."""

    userid = Attribute("User id of whose access it is")


class IThrottle(Interface):
    """Utility that slows down visitors who ask for accounts again and again."""

    def allowed(address):
        """Count one attempt from this address and return whether it is one too many (False) or not (True)."""

    def clear():
        """Forget every address."""
