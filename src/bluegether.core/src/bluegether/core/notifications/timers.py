"""Work that is due as time passes: mail, push messages, what is kept long enough, the site's keys."""

from bluegether.core.kit import turn
from bluegether.core.kit.address import public_url
from bluegether.core.kit.interfaces import ITimer
from bluegether.core.notifications import api as notifications
from zope.interface import implementer
import logging
import transaction


logger = logging.getLogger(__name__)


@implementer(ITimer)
class Mail:
    """Sends the next batch of mail. Without an address to lead to, it waits."""

    def run(self, _site) -> bool:
        if not public_url():
            logger.warning("Mail of notifications waits: the portal's public address is not known")
            return False
        turn.take("notifications.mail")
        steps = notifications.spread()
        return notifications.send_due() == notifications.BATCH or steps > 1


@implementer(ITimer)
class Push:
    """Sends the next batch of push messages: nobody waits for the services, and nothing is written meanwhile."""

    def run(self, _site) -> bool:
        jobs = notifications.jobs() if public_url() else []
        if not jobs:
            return False
        keys = notifications.keys()
        transaction.begin()
        outcomes = [notifications.send(job, keys) for job in jobs]
        turn.take("notifications.push")
        notifications.note(outcomes)
        return False


@implementer(ITimer)
class Pruning:
    """Forgets what was kept long enough."""

    def run(self, _site) -> bool:
        turn.take("notifications.pruning")
        return notifications.prune() > 0
