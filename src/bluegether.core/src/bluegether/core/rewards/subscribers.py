"""Deeds of every room enter the ledger."""

from bluegether.core.kit.interfaces import IDeed
from bluegether.core.rewards import api as rewards
from zope.component import adapter


@adapter(IDeed)
def told(deed) -> None:
    """Log it and give what the rules give."""
    rewards.hear(deed)
