"""What a person's particulars may be; every way into the portal checks them here."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from plone import api
import re
import unicodedata


# Kind of account -> global roles. A client is no Member: nothing of the network is granted to them.
KINDS = {
    "consultant": ("Member", "Consultant"),
    "staff": ("Member", "Staff"),
    "direction": ("Member", "Director"),
    "partner": ("Member", "Partner"),
    "client": ("Client",),
}
EMPLOYMENTS = ("employee", "freelance", "")
USERID = re.compile(r"[a-z][a-z0-9._-]{1,63}\Z")
EMAIL = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,63}\Z"
)
MAX_NAME = 100
MAX_JOB = 100
MAX_EMAIL = 254
LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d"})


def units() -> dict[str, str]:
    """Return identifier -> title of the company's units."""
    return api.portal.get_registry_record("bluegether.people.units", default=None) or {}


def check_person(**person: str) -> None:
    """Raise Invalid, naming the field, when a particular cannot be accepted."""
    for check in PERSON_CHECKS:
        check(person)


def _check_fullname(person: dict) -> None:
    check_text(person["fullname"], field="fullname", maximum=MAX_NAME, required=True)


def _check_email(person: dict) -> None:
    check_email(person["email"])


def _check_kind(person: dict) -> None:
    if person["kind"] not in KINDS:
        message = _("${kind} is no kind of account.", mapping={"kind": person["kind"][:40]})
        raise Invalid(message, field="kind")


def _check_employment(person: dict) -> None:
    if person["employment"] not in EMPLOYMENTS or (person["employment"] and person["kind"] != "consultant"):
        raise Invalid(_("Only a consultant is an employee or a freelance."), field="employment")


def _check_unit(person: dict) -> None:
    if person["unit"] and person["unit"] not in units():
        message = _("${unit} is no unit of the company.", mapping={"unit": person["unit"][:40]})
        raise Invalid(message, field="unit")


def _check_job(person: dict) -> None:
    check_text(person["job"], field="job", maximum=MAX_JOB)


PERSON_CHECKS = (_check_fullname, _check_email, _check_kind, _check_employment, _check_unit, _check_job)


def check_text(value: str, *, field: str, maximum: int, required: bool = False, lines: bool = False) -> None:
    """Raise Invalid for text that is too long, empty when required, or holds control characters."""
    if required and not value.strip():
        raise Invalid(_("This is required."), field=field)
    if len(value) > maximum:
        raise Invalid(_("At most ${maximum} characters.", mapping={"maximum": maximum}), field=field)
    allowed = "\r\n\t" if lines else ""
    if any(unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp") and sign not in allowed for sign in value):
        raise Invalid(_("Line breaks and control characters cannot be used here."), field=field)


def check_email(email: str) -> None:
    """Raise Invalid when this is no mail address that the portal can write to."""
    if len(email) > MAX_EMAIL or not EMAIL.match(email):
        raise Invalid(_("This is not a valid mail address."), field="email")


def check_userid(userid: str) -> None:
    """Raise Invalid when this cannot be a user id."""
    if not USERID.match(userid):
        raise Invalid(
            _("A user id is 2 to 64 lower-case letters, digits, dots and dashes, and starts with a letter."),
            field="userid",
        )


def userid_from(fullname: str) -> str:
    """Return `prenom.nom` for a full name: no accents, `-` inside a part; `membre` when nothing is left."""
    plain = unicodedata.normalize("NFKD", fullname.lower().translate(LIGATURES))
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    words = [re.sub(r"[^a-z0-9]+", "-", word).strip("-") for word in plain.split()]
    words = [word for word in words if word]
    derived = ".".join(filter(None, (words[0], "-".join(words[1:])))) if words else ""
    derived = derived.lstrip("0123456789.-")[:56].rstrip(".-")
    return derived if USERID.match(derived) else "membre"
