"""Referring somebody: name and contact, nothing else, and a link for them."""

from bluegether.core import _
from bluegether.core.kit import found as known
from bluegether.core.kit import limit
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.people import api as people
from bluegether.core.referrals.api import consent
from bluegether.core.referrals.api import contacts
from bluegether.core.referrals.api.erasing import erase
from bluegether.core.referrals.api.model import can_refer
from bluegether.core.referrals.api.model import enter
from bluegether.core.referrals.api.model import kept
from bluegether.core.referrals.api.model import note_count
from bluegether.core.referrals.api.model import put
from bluegether.core.referrals.api.model import referral
from bluegether.core.referrals.api.model import text
from bluegether.core.referrals.api.model import writable
from bluegether.core.referrals.api.rules import number_in_force
from bluegether.core.referrals.interfaces import KINDS
from bluegether.core.referrals.interfaces import LANGUAGES
from bluegether.core.referrals.interfaces import MAX_MAIL
from bluegether.core.referrals.interfaces import MAX_NAME
from bluegether.core.referrals.interfaces import MAX_PHONE
from bluegether.core.referrals.storage import free_key
from bluegether.core.referrals.storage import members
from bluegether.core.referrals.storage import Referral


NEED = "Need"


def refer(
    userid: str,
    *,
    name: str,
    email: str,
    phone: str = "",
    kind: str = "candidate",
    company: str = "",
    need: str = "",
    language: str = "fr",
    agreed: bool = False,
) -> Referral:
    """Refer somebody; they get a mail with a link and nothing else of them is kept until they agree.

    Raises NotAllowed (not of the company), Invalid (a field; the referrer has not asked the person; oneself; one's own
    team), Conflict (known already, with us already or lately), TooMany.
    """
    if not can_refer(userid) or not people.has_access(userid):
        raise NotAllowed(_("Only the company’s own people refer somebody."))
    values = _checked(kind, language, name, email, phone, company)
    need = _need(need)
    if agreed is not True:
        raise Invalid(_("Ask the person first, then say so here."), field="agreed")
    # Counted before anything is looked up: asking for many people, to learn whom the company knows, is stopped too.
    limit.count("referral", userid)
    root = kept()
    contacts.check_stranger(root, userid, values["name"], values["email"])
    contacts.check_free(root, values["email"], values["phone"])
    return _keep(userid, kind, language, need, values)


def take_back(number: int, *, userid: str) -> None:
    """Take one's own referral back before the person has answered. Raises Missing, NotAllowed afterwards."""
    found = referral(number, userid=userid)
    if found.by != userid or found.state != "submitted":
        raise NotAllowed(_("The person has answered: it is theirs to withdraw now."))
    root = writable()
    enter(root, found, "withdrawn", actor=userid)
    erase(root, found)


def _checked(kind, language, name, email, phone, company) -> dict:
    if kind not in KINDS or language not in LANGUAGES:
        field = "language" if kind in KINDS else "kind"
        raise Invalid(_("${name} cannot be read.", mapping={"name": field}), field=field)
    return {
        "name": text(name, field="name", maximum=MAX_NAME, required=True),
        "company": text(company, field="company", maximum=MAX_NAME, required=True) if kind == "partner" else "",
        "email": contacts.address(text(email, field="email", maximum=MAX_MAIL, required=True)),
        "phone": contacts.number(text(phone, field="phone", maximum=MAX_PHONE)),
    }


def _need(uid: str) -> str:
    """Return the UID of a need that the acting person sees, or nothing; raise Invalid."""
    if not uid:
        return ""
    need = known.content(uid) if isinstance(uid, str) else None
    if need is None or need.portal_type != NEED:
        raise Invalid(_("There is no such need, or it is not open any more."), field="need")
    return uid


def _keep(userid: str, kind: str, language: str, need: str, values: dict) -> Referral:
    root = writable()
    number = free_key(root.referrals, now())
    found = Referral(number, kind=kind, by=userid, at=now(), language=language, need=need)
    for name, value in values.items():
        setattr(found, name, value)
    found.rules = number_in_force()
    found.profile = "partner" if kind == "partner" else ""
    root.referrals[number] = found
    members(root.referred, userid).insert(number)
    contacts.claim(root, found)
    put(root, found)
    note_count(root, "submitted")
    consent.ask(root, found)
    return found
