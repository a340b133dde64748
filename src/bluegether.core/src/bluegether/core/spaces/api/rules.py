"""Who may do what in a space, and the bounds of what is accepted."""

from bluegether.core import _
from bluegether.core.kit.annotation import stored
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.text import cleaned
from bluegether.core.people import api as people
from bluegether.core.spaces.interfaces import COMMENT
from bluegether.core.spaces.interfaces import ISpace
from bluegether.core.spaces.interfaces import MEMBER
from bluegether.core.spaces.interfaces import MODERATOR
from bluegether.core.spaces.interfaces import OPEN
from bluegether.core.spaces.interfaces import OWNER
from bluegether.core.spaces.interfaces import PAIRS
from bluegether.core.spaces.interfaces import RIGHTS
from bluegether.core.spaces.interfaces import SECRET
from bluegether.core.spaces.interfaces import TEMPLATES
from bluegether.core.spaces.storage import KEY
from bluegether.core.spaces.storage import Record
from bluegether.core.spaces.storage import Spaces
from plone import api
from zope.interface import Invalid as Unfit
from zope.schema import getFieldsInOrder
from zope.schema import ValidationError


PREFIX = "bluegether.spaces."
STEWARDS = frozenset({"Manager", "Site Administrator"})
LEADERS = STEWARDS | {"Animator"}
MAX_MESSAGE = 1000
# What each role may give to others.
ASSIGNABLE = {OWNER: (MODERATOR, MEMBER), MODERATOR: (), MEMBER: (), "": ()}


def setting(name: str, default=()):
    return api.portal.get_registry_record(f"{PREFIX}{name}", default=default) or default


def templates() -> tuple[str, ...]:
    """Return the kinds of spaces that the company offers."""
    chosen = setting("templates", TEMPLATES)
    return tuple(name for name in TEMPLATES if name in chosen)


def trees() -> Spaces | None:
    return stored(api.portal.get(), KEY)


def record(uid: str) -> Record | None:
    """Return what is known of the space without waking it, or None."""
    kept = trees()
    return kept.records.get(uid) if kept is not None and isinstance(uid, str) else None


def known(uid: str, userid: str) -> Record:
    """Return the space's record; raise Missing when there is none that this person may know of."""
    found = record(uid)
    if found is None or not knows(found, userid):
        raise Missing(_("There is no such space."))
    return found


def role_in(found: Record, userid: str) -> str:
    """Return the person's role, empty for none."""
    entry = found.members.get(userid) if userid else None
    return entry[0] if entry is not None else ""


def is_outside(userid: str) -> bool:
    """Return whether this person sees their own spaces only: kinds that the company says so of, and clients."""
    person = people.account(userid) if userid else None
    if person is None:
        return not userid
    if person.kind == "client":
        return True
    kinds = setting("outside_kinds")
    return bool(kinds) and (person.kind in kinds or ("freelance" in kinds and person.employment == "freelance"))


def sees(found: Record, userid: str) -> bool:
    """Return whether this person sees what is inside: a member, or anybody of the network if it is open."""
    if not userid:
        return False
    return userid in found.members or (found.visibility == OPEN and not is_outside(userid))


def knows(found: Record, userid: str) -> bool:
    """Return whether this person may know that the space is there."""
    if sees(found, userid) or (userid and userid in found.invited):
        return True
    if found.visibility == SECRET or is_outside(userid):
        return is_steward(userid)
    return True


def is_steward(userid: str) -> bool:
    """Return whether this person administers the site: they repair what nobody else can."""
    return bool(userid) and bool(people.roles_of(userid) & STEWARDS)


def is_moderator(found: Record, userid: str) -> bool:
    """Return whether this person leads the space: its owner or a moderator."""
    return userid in found.moderators


def is_owner(found: Record, userid: str) -> bool:
    return bool(userid) and found.owner == userid


def may_talk(found: Record, userid: str) -> bool:
    """Return whether this person publishes in the space's stream: members, if these do more than read."""
    if found.archived or userid not in found.members:
        return False
    return RIGHTS.index(found.powers) >= RIGHTS.index(COMMENT) or is_moderator(found, userid)


def can_create(userid: str) -> bool:
    """Return whether this person may create spaces: the kinds that the company chose, animators, administrators."""
    if not userid:
        return False
    if people.roles_of(userid) & LEADERS:
        return True
    person = people.account(userid)
    return person is not None and person.kind in setting("creator_kinds") and not is_outside(userid)


def can_configure(found: Record, userid: str) -> bool:
    """Return whether this person changes the space's settings, roles and state: its owner, administrators."""
    return is_owner(found, userid) or is_steward(userid)


def can_moderate(found: Record, userid: str) -> bool:
    """Return whether this person accepts, invites and removes members: who leads the space, administrators."""
    return is_moderator(found, userid) or is_steward(userid)


def require(allowed: bool) -> None:
    """Raise NotAllowed unless it is allowed."""
    if not allowed:
        raise NotAllowed(_("You may not do this."))


def require_open(found: Record) -> None:
    """Raise Conflict for an archived space."""
    if found.archived:
        raise Conflict(_("This space is archived: it is read only."))


def check_member(userid: str, field: str = "userid") -> None:
    """Raise Missing when this is nobody who can be a member: clients cannot."""
    person = people.account(userid) if isinstance(userid, str) else None
    if person is None or person.kind == "client" or not people.has_access(userid):
        raise Missing(_("There is no such member."), field=field)


def checked_message(message) -> str:
    """Return the cleaned message; raise Invalid when it is too long or no text."""
    if not isinstance(message, str) or len(message) > MAX_MESSAGE:
        raise Invalid(_("At most ${maximum} characters.", mapping={"maximum": MAX_MESSAGE}), field="message")
    return cleaned(message)


class _Values:
    """Values as attributes, for the schema's invariants."""

    def __init__(self, values: dict):
        vars(self).update(values)


def check_values(values: dict) -> None:
    """Raise Invalid, naming the field, when a space cannot be so."""
    for name, field in getFieldsInOrder(ISpace):
        try:
            field.bind(None).validate(values.get(name))
        except ValidationError as error:
            raise Invalid(error.doc(), field=name) from None
        if field.required and isinstance(values[name], str) and not values[name].strip():
            raise Invalid(_("This is required."), field=name)
    try:
        ISpace.validateInvariants(_Values(values))
    except Unfit as error:
        field = "reason" if values["joining"] in PAIRS[values["visibility"]] else "joining"
        raise Invalid(error.args[0], field=field) from None
