"""A lead follows the need that it became."""

from bluegether.core.kit.interfaces import INeedClosed
from bluegether.core.leads import api
from zope.component import adapter


@adapter(INeedClosed)
def follow_need(event) -> None:
    """The need was won or lost."""
    api.need_closed(event.uid, won=event.won, actor=event.actor)
