"""Notices that rooms tell."""

from bluegether.core.kit.interfaces import INotice
from bluegether.core.notifications import api as notifications
from zope.component import adapter


@adapter(INotice)
def told(notice) -> None:
    """Deliver it."""
    notifications.deliver(notice)
