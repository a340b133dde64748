"""Mail out of the portal, plain text with or without HTML, through Plone's MailHost and its queue, never to a server.

A queued mail is a file that is written when the transaction commits: a mail server that is away neither fails
the request nor loses the mail. Plone's own queue tries a failed mail again after three hours only, and not at all
after a restart until somebody sends something; the timer here sees to both. The site's making turns the queue on.
"""

from bluegether.core.kit.interfaces import ITimer
from email.message import EmailMessage
from email.utils import formataddr
from email.utils import formatdate
from pathlib import Path
from plone import api
from Products.MailHost.MailHost import queue_threads
from urllib.parse import urlsplit
from zope.interface import implementer
from zope.sendmail.delivery import QueuedMailDelivery
import time


RETRY_SECONDS = 300
HEADER_LINE = 998  # what mail servers accept


def send(to: str, subject: str, body: str, *, html: str = "", headers: dict[str, str] | None = None) -> None:
    """Queue one mail to one address; it leaves when the transaction commits.

    `subject`, `body` (plain text) and `html` (its alternative, if any) are already translated; `headers` come on top
    (Message-ID, References, List-Unsubscribe). Raises ValueError for an address, subject or header with a line break.
    """
    message = EmailMessage()
    message["Subject"] = subject
    message["From"] = sender()
    message["To"] = to
    message["Date"] = formatdate(localtime=False)
    message["Auto-Submitted"] = "auto-generated"
    for name, value in (headers or {}).items():
        message[name] = value
    message.set_content(body, cte="quoted-printable")
    if html:
        message.add_alternative(html, subtype="html", cte="quoted-printable")
    # Addresses in headers are longer than a line of text: broken in two, programs could not follow them.
    message.policy = message.policy.clone(max_line_length=HEADER_LINE)
    mail_host = api.portal.get_tool("MailHost")
    if getattr(mail_host, "smtp_queue", False) and not mail_host.smtp_host:
        # No server is set: kept without the thread that would try, and log a failure, for each of them.
        QueuedMailDelivery(mail_host.smtp_queue_directory).send(message["From"], [to], message.as_bytes())
        return
    mail_host.send(message, immediate=False, charset="utf-8")


def host() -> str:
    """Return the portal's host name, for addresses and message ids."""
    return urlsplit(api.portal.get().absolute_url()).hostname or "localhost"


def sender() -> str:
    """Return the portal's own address, made of its host name when none is set."""
    address = api.portal.get_registry_record("plone.email_from_address", default=None)
    name = api.portal.get_registry_record("plone.email_from_name", default=None) or api.portal.get().Title()
    return formataddr((name, address or f"noreply@{host()}"))


@implementer(ITimer)
class MailTimer:
    """Deliver what waits after a restart, and what the mail server did not take."""

    def run(self, site) -> None:
        """Start the queue's thread with today's server settings when mail waits, and let failed mail be tried again."""
        mail_host = site.MailHost
        if not (getattr(mail_host, "smtp_queue", False) and mail_host.smtp_host and self.retry(mail_host)):
            return
        mail_host._startQueueProcessorThread()
        thread = queue_threads.get(mail_host._getThreadKey())
        if thread is not None:
            thread.setMailer(mail_host._makeMailer())

    def retry(self, mail_host) -> int:
        """Remove the marks of failed attempts that are old enough; return how many mails wait."""
        waiting = 0
        for folder in ("new", "cur"):
            for path in Path(mail_host.smtp_queue_directory, folder).glob("*"):
                # The mark is a hard link to the mail, touched at each attempt.
                if path.name.startswith(".sending-") and path.stat().st_mtime < time.time() - RETRY_SECONDS:
                    path.unlink(missing_ok=True)
                waiting += not path.name.startswith(".")
        return waiting
