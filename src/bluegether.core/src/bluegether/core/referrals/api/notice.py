"""The data-protection notice: what a candidate agrees to, in their language, as plain paragraphs under headings."""

from bluegether.core import _
from bluegether.core.kit import mail
from bluegether.core.people import api as people
from bluegether.core.referrals.api.model import company
from bluegether.core.referrals.api.model import setting
from bluegether.core.referrals.storage import Referral
from email.utils import parseaddr
from zope.i18n import translate
from zope.i18nmessageid import Message
import hashlib


PARTS = (
    (
        _("Who refers you"),
        _("${referrer}, who works with us, gave us your name and how to reach you, and says that you know of it."),
    ),
    (_("Who is responsible"), _("${controller}. Questions about your data: ${contact}.")),
    (
        _("What we have now"),
        _(
            "Your name, your mail address and your telephone number if it was given, since ${day}. Nothing else: "
            "no CV, no skills, no opinion about you."
        ),
    ),
    (
        _("What we keep if you agree"),
        _(
            "What you tell us of yourself here (CV, skills, a few words), why ${referrer} recommends you, the stages "
            "of your application and the notes of who meets you. Only HR and the recruiter in charge read them; "
            "${referrer} sees the names and dates of the stages, and nothing more. The purpose is recruitment or a "
            "partnership, the basis your consent. Nobody outside the company gets them and no computer decides."
        ),
    ),
    (
        _("How long"),
        _(
            "Without your answer everything is erased after ${days} days, and at once if you refuse. If you agree, "
            "your data are erased ${months} months after our last contact; figures without names stay."
        ),
    ),
    (
        _("Your rights"),
        _(
            "You may see, correct and receive your data, restrict their use or object to it, and take your consent "
            "back at any time by the link in our mail: everything is then erased at once. You may also complain to "
            "the data protection authority (in France, the CNIL)."
        ),
    ),
)


def paragraphs(found: Referral, language: str) -> list[tuple[str, str]]:
    """Return (heading, text) of each part, in this language, as it is for this person."""
    values = _values(found)
    return [
        (translate(title, target_language=language), translate(Message(text, mapping=values), target_language=language))
        for title, text in PARTS
    ]


def sha256(found: Referral, language: str) -> str:
    """Return the hash of the notice: what is kept as proof of what was agreed to."""
    text = "\n".join(f"{title}\n{said}" for title, said in paragraphs(found, language))
    return hashlib.sha256(text.encode()).hexdigest()


def referrer_name(found: Referral) -> str:
    """Return the name of who refers, as the person knows them."""
    account = people.account(found.by)
    return account.fullname if account is not None else company()


def _values(found: Referral) -> dict:
    return {
        "referrer": referrer_name(found),
        "controller": setting("controller") or company(),
        "contact": setting("contact") or parseaddr(mail.sender())[1],
        "day": f"{found.created:%d/%m/%Y}",
        "days": setting("consent_days"),
        "months": setting("kept_months"),
    }
