"""Who a mail address and a telephone number belong to: normalised, so that another spelling is no other person."""

from bluegether.core import _
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.people import api as people
from bluegether.core.referrals.api.model import fingerprint
from bluegether.core.referrals.api.model import folded
from bluegether.core.referrals.api.model import setting
from bluegether.core.referrals.storage import Referral
from bluegether.core.referrals.storage import Referrals
from dateutil.relativedelta import relativedelta
import phonenumbers
import re


ADDRESS = re.compile(r"[^\s@<>()\",;:\\]+@[^\s@<>()\",;:\\]+\.[^\s@<>()\",;:\\.]{2,}")
WITHOUT_DOTS = {"gmail.com", "googlemail.com"}
KNOWN = _(
    "The company knows this person through an earlier referral or application: yours cannot count for now. Thank you "
    "all the same; HR keeps in touch with them."
)


def address(value: str) -> str:
    """Return the mail address, lower case; raise Invalid."""
    plain = value.strip().lower()
    if not ADDRESS.fullmatch(plain):
        raise Invalid(_("This is no mail address."), field="email")
    return plain


def number(value: str) -> str:
    """Return the telephone number as +33612345678, empty for none; raise Invalid."""
    if not value:
        return ""
    try:
        found = phonenumbers.parse(value, setting("region").upper())
    except phonenumbers.NumberParseException:
        found = None
    if found is None or not phonenumbers.is_possible_number(found):
        raise Invalid(_("This is no telephone number. Abroad, begin with + and the country."), field="phone")
    return phonenumbers.format_number(found, phonenumbers.PhoneNumberFormat.E164)


def spoken_number(e164: str) -> str:
    """Return the number as people write it."""
    if not e164:
        return ""
    found = phonenumbers.parse(e164)
    return phonenumbers.format_number(found, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def mailbox(email: str) -> str:
    """Return the box that mail to this address arrives in: no +tag, and for Gmail no dots."""
    local, _at, domain = email.lower().partition("@")
    local = local.partition("+")[0] or local
    if domain in WITHOUT_DOTS:
        return f"{local.replace('.', '')}@gmail.com"
    return f"{local}@{domain}"


def keys(email: str, phone: str) -> tuple[str, ...]:
    """Return what two referrals of one person have in common."""
    return (f"mail:{mailbox(email)}", *((f"tel:{phone}",) if phone else ()))


def check_free(root: Referrals | None, email: str, phone: str) -> None:
    """Raise Conflict when an earlier referral of this person still counts; nothing is said of it."""
    for key in keys(email, phone):
        first = root.referrals.get(root.claims.get(key, 0)) if root is not None else None
        if first is not None and now() < first.created + relativedelta(months=setting("window_months")):
            raise Conflict(KNOWN, field="email")


def claim(root: Referrals, found: Referral) -> None:
    """Let this referral be the one that counts for its person."""
    found.claims = keys(found.email, found.phone)
    for key in found.claims:
        root.claims[key] = found.id


def unclaim(root: Referrals, found: Referral) -> None:
    """Let go of the person."""
    for key in found.claims:
        if root.claims.get(key) == found.id:
            del root.claims[key]
    found.claims = ()


def check_stranger(root: Referrals | None, userid: str, name: str, email: str) -> None:
    """Raise Invalid for oneself, one's own people, a member, a former member."""
    me, known = people.account(userid), _account(email)
    if known == userid or (me is not None and (mailbox(me.email) == mailbox(email) or _same(me.fullname, name))):
        raise Invalid(_("Nobody refers themselves."), field="name")
    if known in _team(userid) or any(_same(people.account(one).fullname, name) for one in _team(userid)):
        raise Invalid(_("Nobody refers somebody of their own team."), field="name")
    if known and not people.has_ended(known):
        raise Conflict(_("This person is with us already."), field="email")
    if known or _is_former(root, email):
        raise Conflict(
            _("This person was with us less than ${months} months ago.", mapping={"months": setting("former_months")}),
            field="email",
        )


def namesake(name: str) -> str:
    """Return the user id of a member, or of one who left, of the same name; HR looks whether they are the same."""
    return people.member_named(name) if name else ""


def _account(email: str) -> str:
    """Return the user id of whose address it is, within the months that count once they have left."""
    userid = people.account_of(email) or people.account_of(mailbox(email))
    if userid and people.has_ended(userid):
        left = people.closing(userid).ends
        return userid if now() < left + relativedelta(months=setting("former_months")) else ""
    return userid


def _is_former(root: Referrals | None, email: str) -> bool:
    return root is not None and fingerprint(root, mailbox(email)) in root.former


def _team(userid: str) -> list[str]:
    return [one for one in people.team(userid) if people.account(one) is not None]


def _same(one: str, other: str) -> bool:
    return bool(one) and sorted(folded(one).split()) == sorted(folded(other).split())
