"""Mail of the people room, in the language of who receives it."""

from bluegether.core import _
from bluegether.core.kit import mail
from plone import api
from zope.i18n import translate
from zope.i18nmessageid import Message


def send_invitation(invitation, token: str) -> None:
    """Send the link that leads to the charter and, once it is accepted, to a password."""
    link = f"{api.portal.get().absolute_url()}/@@join?token={token}"
    _send(
        invitation,
        _("Your invitation to ${site}"),
        _("You are invited to join ${site}."),
        _("This link leads to the charter. Once you have accepted it, you choose your password:"),
        link,
        _(
            "The link is yours alone and works until ${date}. If you did not expect it, do nothing.",
            mapping={"date": invitation.expires.strftime("%d/%m/%Y")},
        ),
    )


def send_welcome(invitation, link: str) -> None:
    """Send the address where the new member sets a password."""
    _send(
        invitation,
        _("Choose your password for ${site}"),
        _("Welcome to ${site}: you have accepted the charter and your account is ready."),
        _("Your user name is ${userid}. Choose your password here:", mapping={"userid": invitation.userid}),
        link,
    )


def send_refusal(request) -> None:
    """Tell a visitor that there will be no account, and why."""
    _send(
        request,
        _("Your request for an account on ${site}"),
        _("Your request for an account on ${site} was not accepted. The reason given:"),
        request.reason,
    )


def _send(person, subject, *paragraphs) -> None:
    site = api.portal.get().Title()
    hello = _("Hello ${name},", mapping={"name": person.fullname})

    def say(text) -> str:
        if not isinstance(text, Message):
            return text
        mapping = {"site": site} | (text.mapping or {})
        return translate(Message(text, mapping=mapping), target_language=person.language)

    body = "\n\n".join(say(text) for text in (hello, *paragraphs, site))
    mail.send(person.email, " ".join(say(subject).split()), body + "\n")
