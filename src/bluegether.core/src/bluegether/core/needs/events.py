"""What happened to needs."""

from bluegether.core.kit.activity import Activity
from bluegether.core.needs.interfaces import INeedChanged
from bluegether.core.needs.interfaces import INeedOpened
from zope.interface import implementer
from zope.interface.interfaces import ObjectEvent


@implementer(INeedOpened)
class NeedOpened(Activity):
    """A need was opened to the network."""

    verb = "needs.opened"


@implementer(INeedChanged)
class NeedChanged(ObjectEvent):
    """A need changed."""
