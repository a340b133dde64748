"""What counts as the network's answer to a need: a comment, a suggestion or an application of somebody not of sales."""

from bluegether.core.kit.clock import now
from bluegether.core.needs import storage
from bluegether.core.needs.api import records
from bluegether.core.needs.api import rules
from plone import api
from plone.uuid.interfaces import IUUID


def answered(need, *, actor: str) -> None:
    """Note the first answer of the network, while the need is in progress."""
    record = records.record(need)
    if record is not None and record.state in rules.VISIBLE and not rules.can_manage(actor):
        storage.write_all(api.portal.get()).note(IUUID(need), "answered", now())
