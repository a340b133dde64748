"""Who may, and what a lead must be."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.leads.storage import Lead
from bluegether.core.leads.storage import readable
from bluegether.core.people import api as people
from bluegether.core.people.api.accounts import folded
from bluegether.core.people.api.login import holders
from bluegether.core.people.interfaces.profile import plain
from plone import api
from zope.schema import ValidationError


HAND_IN = "BlueGether: Hand In Leads"
HANDLE = "BlueGether: Handle Leads"
SALES, DIRECTION = "Sales Referent", "Director"
STATES = ("new", "taken", "qualified", "need", "signed", "dropped")
OPEN = ("new", "taken", "qualified", "need")
# Step -> (states that it starts from, state that it leads to).
STEPS = {
    "take": (("new", "taken", "qualified", "need"), ""),  # a lead of a colleague can be taken over
    "qualify": (("new", "taken"), "qualified"),
    "need": (("taken", "qualified"), "need"),
    "sign": (("qualified", "need"), "signed"),
    "drop": (OPEN, "dropped"),
    "reopen": (("dropped",), "taken"),
}
WHEN = ("now", "quarter", "later", "unknown")
SURE = ("rumour", "likely", "sure")
MAX_COMPANY, MAX_HEARD, MAX_CONTACT, MAX_REASON, MAX_NOTE = 120, 2000, 200, 500, 2000
# What the name of a company does not differ by.
FORMS = frozenset({"sa", "sas", "sasu", "sarl", "groupe", "group", "france", "se", "sca", "ste", "societe"})


def can_hand_in(userid: str) -> bool:
    """Return whether this person hands leads in: every member."""
    return _may(HAND_IN, userid)


def can_handle(userid: str) -> bool:
    """Return whether this person answers leads: sales and direction."""
    return _may(HANDLE, userid)


def can_view(lead: Lead, userid: str) -> bool:
    """Return whether this person sees the lead: who handed it in, sales, direction."""
    return bool(userid) and (lead.author == userid or can_handle(userid))


def require_handler(userid: str) -> None:
    """Raise NotAllowed for whoever does not answer leads."""
    if not can_handle(userid):
        raise NotAllowed(_("Only sales and direction answer leads."))


def lead_of(key, userid: str) -> Lead:
    """Return the lead; raise Missing for one that is not there or that this person does not see."""
    trees = readable()
    found = trees.leads.get(key) if trees is not None and isinstance(key, int) and 0 <= key < 2**62 else None
    if found is None or not can_view(found, userid):
        raise Missing(_("There is no such lead."))
    return found


def handlers(*roles: str) -> list[str]:
    """Return the user ids of those with access who hold one of these roles."""
    return [userid for userid in holders(roles) if people.has_access(userid)]


def checked(values: dict) -> dict:
    """Return what somebody hands in, cleaned; raise Invalid, naming the field."""
    return {
        "company": text(values.get("company"), "company", MAX_COMPANY, required=True),
        "heard": text(values.get("heard"), "heard", MAX_HEARD, required=True, lines=True),
        "contact": text(values.get("contact"), "contact", MAX_CONTACT),
        "when": _choice(values.get("when") or "unknown", "when", WHEN),
        "sure": _choice(values.get("sure") or "likely", "sure", SURE),
    }


def text(value, field: str, maximum: int, *, required: bool = False, lines: bool = False) -> str:
    """Return plain text; raise Invalid for what is none, empty or too long."""
    if value is not None and not isinstance(value, str):
        raise Invalid(_("The text must be plain text."), field=field)
    found = (value or "").strip()
    found = found if lines else " ".join(found.split())
    if required and not found:
        raise Invalid(MISSING[field], field=field)
    if len(found) > maximum:
        raise Invalid(_("At most ${maximum} signs are possible.", mapping={"maximum": maximum}), field=field)
    try:
        plain(found)
    except ValidationError as error:
        raise Invalid(error.doc(), field=field) from None
    return found


def company_key(name: str) -> str:
    """Return what the spellings of one company have in common: letters and figures, without its legal form."""
    signs = "".join(sign if sign.isalnum() else " " for sign in folded(name).replace("&", " et "))
    words = [word for word in signs.split() if word not in FORMS] or signs.split()
    return "".join(words)


def _choice(value, field: str, known: tuple[str, ...]) -> str:
    if value not in known:
        raise Invalid(_("${value} is no choice here.", mapping={"value": str(value)[:40]}), field=field)
    return value


def _may(permission: str, userid: str) -> bool:
    if not userid:
        return False
    if api.user.get_current().getId() == userid:
        return bool(api.user.has_permission(permission, obj=api.portal.get()))
    return api.user.get(userid=userid) is not None and bool(
        api.user.has_permission(permission, username=userid, obj=api.portal.get())
    )


MISSING = {
    "company": _("Say which client or company it is about."),
    "heard": _("Say in a sentence what you heard."),
    "reason": _("Say why: who handed the lead in reads it."),
    "note": _("Write something."),
}
