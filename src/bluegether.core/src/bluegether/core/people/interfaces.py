"""Schemas, settings and events of people."""

from bluegether.core import _
from bluegether.core.kit.interfaces import IActivity
from zope import schema
from zope.interface import Interface


class IPeopleSettings(Interface):
    """Settings of the people room, in the registry under `bluegether.people`."""

    units = schema.Dict(
        title=_("Units"),
        description=_("Identifier and title of each unit of the company."),
        key_type=schema.ASCIILine(title=_("Identifier")),
        value_type=schema.TextLine(title=_("Title")),
        default={},
    )


class IAccountCreated(IActivity):
    """A person received an account; `object` is the site, `userid` who it is."""
