"""What happened to needs."""

from bluegether.core.kit.activity import Activity
from bluegether.core.kit.interfaces import INeedClosed
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


@implementer(INeedClosed)
class NeedClosed(ObjectEvent):
    """A need was won or lost; what it came from may follow."""

    def __init__(self, need, *, uid: str, won: bool, actor: str):
        super().__init__(need)
        self.uid = uid
        self.won = won
        self.actor = actor
