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


def check_person(*, fullname: str, email: str, kind: str, employment: str, unit: str, job: str) -> None:
    """Raise Invalid, naming the field, when a particular cannot be accepted."""
    check_text(fullname, field="fullname", maximum=MAX_NAME, required=True)
    check_email(email)
    if kind not in KINDS:
        raise Invalid(_("${kind} is no kind of account.", mapping={"kind": kind[:40]}), field="kind")
    if employment not in EMPLOYMENTS or (employment and kind != "consultant"):
        raise Invalid(_("Only a consultant is an employee or a freelance."), field="employment")
    if unit and unit not in units():
        raise Invalid(_("${unit} is no unit of the company.", mapping={"unit": unit[:40]}), field="unit")
    check_text(job, field="job", maximum=MAX_JOB)


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
