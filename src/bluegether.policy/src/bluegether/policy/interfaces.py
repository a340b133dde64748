"""What the site knows of its own making, in the registry under `bluegether.policy`."""

from zope import schema
from zope.interface import Interface


class ISiteState(Interface):
    """Written by `site.create`, read at every start."""

    completed = schema.ASCIILine(
        title="Profile version with which the creation ended",
        description="Written last: a site without it is half-made, and is completed by the next start.",
        required=False,
    )
    demo_accounts = schema.Tuple(
        title="User ids of the demo accounts, whose password is public",
        value_type=schema.ASCIILine(),
        default=(),
        required=False,
    )
