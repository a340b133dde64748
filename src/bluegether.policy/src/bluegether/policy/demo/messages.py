"""Private messages of the demo: a few conversations of the last days, one of them with a file, some of it unread."""

from bluegether.core.messaging import api as messaging
from bluegether.policy.demo.message_texts import CONVERSATIONS
from bluegether.policy.demo.message_texts import FILE
from bluegether.policy.demo.past import at
from datetime import datetime
from datetime import timedelta


READ = 6  # hours: what is older has been read


def build(site, moment: datetime) -> None:
    """Write the conversations at their times, unless some are there."""
    if messaging.conversations("consultante").items:
        return
    talks = [converse(site, moment, *values) for values in CONVERSATIONS]
    attach(site, moment, talks[3])
    messaging.pin(talks[2], userid="consultante")
    for person in ("consultante", "manager"):
        messaging.accept_receipts(True, userid=person)


def converse(site, moment: datetime, title: str, others: tuple[str, ...], lines) -> int:
    """Write one conversation and return its id."""
    found = None
    for hours, who, text in lines:
        with at(site, moment - timedelta(hours=hours)):
            if found is None:
                found = messaging.start(others, text, author=who, title=title).id
            else:
                messaging.send(found, text, author=who)
            if hours > READ:
                read(found, (*others, lines[0][1]))
    return found


def read(found: int, userids: tuple[str, ...]) -> None:
    for userid in userids:
        messaging.mark_read(found, userid=userid)


def attach(site, moment: datetime, found: int) -> None:
    """Send the file, and let it be read."""
    name, text = FILE
    with at(site, moment - timedelta(hours=121)):
        messaging.send(found, "Le voici, nettoyé.", author="consultante", files=[(name, text.encode())])
        read(found, ("consultante", "consultant"))
