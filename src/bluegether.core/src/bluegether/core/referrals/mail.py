"""Mail to candidates, in their language. What they were told about them is not repeated: a mail is not private."""

from bluegether.core import _
from bluegether.core.kit import address
from bluegether.core.kit import mail
from bluegether.core.people import api as people
from bluegether.core.referrals.api.model import company
from bluegether.core.referrals.api.model import expires
from collections.abc import Iterator
from contextlib import contextmanager
from plone import api
from threading import local
from zope.i18n import translate
from zope.i18nmessageid import Message


_silent = local()


@contextmanager
def silence() -> Iterator[None]:
    """Send nothing inside the block, in this thread: for imports and the demo, whose candidates expect no mail."""
    before = getattr(_silent, "on", False)
    _silent.on = True
    try:
        yield
    finally:
        _silent.on = before


def site_address() -> str:
    """Return the portal's public address."""
    return address.public_url() or api.portal.get().absolute_url()


def send_question(found, link: str) -> None:
    """Ask for consent."""
    _send(
        found,
        _("${referrer} would like to introduce you to ${site}"),
        _("${referrer}, who works at ${site}, thinks that we should meet, and gave us your name and this address."),
        _("Nothing else about you is kept until you agree. Read what would be kept, and answer yes or no, here:"),
        link,
        _(
            "The link is yours alone and works until ${date}. If you do nothing, what we have is erased then; if you "
            "refuse, at once."
        ),
    )


def send_reminder(found, link: str) -> None:
    """Ask once more."""
    _send(
        found,
        _("Your answer about ${site}"),
        _("${referrer} wished to introduce you to ${site}; we have not heard from you."),
        _("You may still read what would be kept, and answer yes or no, here:"),
        link,
        _("This is the only reminder. Without an answer everything we have about you is erased on ${date}."),
    )


def send_thanks(found, link: str) -> None:
    """Confirm, with the link by which consent is taken back."""
    _send(
        found,
        _("Thank you: ${site} will contact you"),
        _("You have agreed that we keep your data for this application. Somebody of HR will contact you."),
        _("With this link you add your CV or a few words, and take your consent back whenever you like:"),
        link,
        _("If you take it back, everything about you is erased at once."),
    )


def _send(found, subject, *paragraphs) -> None:
    if getattr(_silent, "on", False):
        return
    referrer = people.account(found.by)
    site = company()
    values = {
        "site": site,
        "referrer": referrer.fullname if referrer is not None else site,
        "date": f"{expires(found):%d/%m/%Y}",
        "name": found.name,
    }

    def say(text) -> str:
        if not isinstance(text, Message):
            return text
        return translate(Message(text, mapping=values), target_language=found.language)

    body = "\n\n".join(say(text) for text in (_("Hello ${name},"), *paragraphs, site))
    mail.send(found.email, " ".join(say(subject).split()), body + "\n")
