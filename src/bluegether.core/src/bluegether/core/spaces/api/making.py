"""Spaces come into being, change and are archived."""

from bluegether.core import _
from bluegether.core.kit.annotation import store
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Invalid
from bluegether.core.spaces.api.placing import place
from bluegether.core.spaces.api.rules import can_configure
from bluegether.core.spaces.api.rules import can_create
from bluegether.core.spaces.api.rules import check_member
from bluegether.core.spaces.api.rules import check_values
from bluegether.core.spaces.api.rules import known
from bluegether.core.spaces.api.rules import require
from bluegether.core.spaces.api.rules import require_open
from bluegether.core.spaces.api.rules import templates
from bluegether.core.spaces.api.rules import trees
from bluegether.core.spaces.api.templates import furnish
from bluegether.core.spaces.events import MembershipChanged
from bluegether.core.spaces.events import SpaceCreated
from bluegether.core.spaces.interfaces import ISpace
from bluegether.core.spaces.interfaces import OWNER
from bluegether.core.spaces.interfaces import SECRET
from bluegether.core.spaces.storage import KEY
from bluegether.core.spaces.storage import Record
from bluegether.core.spaces.storage import Spaces
from plone import api
from plone.dexterity.utils import createContent
from plone.i18n.normalizer.interfaces import IURLNormalizer
from plone.uuid.interfaces import IUUID
from zope.component import getUtility
from zope.event import notify
from zope.i18n import translate
from zope.schema import getFieldNamesInOrder
import secrets


FOLDER = "spaces"
FIELDS = tuple(getFieldNamesInOrder(ISpace))
ANSWERS = frozenset({"edit", "sharing", "view"})  # the folder's own addresses


def container():
    """Return the folder of spaces, or None."""
    return api.portal.get().get(FOLDER)


def ensure():
    """Return the folder of spaces, made when it is missing."""
    found = container()
    if found is not None:
        return found
    site = api.portal.get()
    title = translate(_("Spaces"), target_language=api.portal.get_default_language())
    site._setObject(FOLDER, createContent("Spaces", id=FOLDER, title=title), set_owner=0)
    folder = site[FOLDER]
    folder.creators = ()  # nobody wrote it: a folder of the site has no author to show
    folder.reindexObject()
    return folder


def space(uid: str):
    """Return the content of this space whoever asks, or None."""
    kept, folder = trees(), container()
    found = kept.records.get(uid) if kept is not None else None
    return folder.get(found.id) if found is not None and folder is not None else None


def create_space(*, actor: str, owner: str = "", furnished: bool = True, **values):
    """Create a space and return it. `values` are the fields of `ISpace`; what is left out has its default.

    The template sets its folders up. Without `owner` it is the actor's. Raises NotAllowed, Missing for an owner who is
    nobody, Invalid for values that cannot be.
    """
    require(can_create(actor))
    check_member(owner or actor, field="owner")
    whole = {name: values.get(name, ISpace[name].default) for name in FIELDS}
    _check(whole)
    folder = ensure()
    made = createContent("Space", id=_free_id(folder, whole), **whole)
    made.creators = (actor,)
    made._v_making = (actor, owner or actor, furnished)
    folder._setObject(made.id, made, set_owner=0)
    return folder[made.id]


def settle(made) -> None:
    """Make a space of content that was just added by a page, Plone's form or REST. Same checks as `create_space`."""
    current = api.user.get_current().getId() or ""
    actor, owner, furnished = getattr(made, "_v_making", (current, current, True))
    require(can_create(actor))
    _check(_values_of(made))
    kept = store(api.portal.get(), KEY, Spaces)
    found = kept.records[IUUID(made)] = Record(IUUID(made))
    _follow(made, found)
    found.owner = owner
    kept.enter(found, owner, OWNER, now())
    place(made, found)
    if furnished:
        furnish(made, owner)
    notify(MembershipChanged(made, userid=owner, before="", after=OWNER))
    notify(SpaceCreated(made, actor=owner))


def update_space(uid: str, *, actor: str, **values) -> None:
    """Change settings of a space. Raises Missing, NotAllowed, Invalid, Conflict for an archived one."""
    found = known(uid, actor)
    require(can_configure(found, actor))
    require_open(found)
    content = space(uid)
    before = _values_of(content)
    if set(values) - set(FIELDS):
        raise Invalid(_("This cannot be changed."), field=sorted(set(values) - set(FIELDS))[0])
    _check(before | values, kind=before["template"])
    for name, value in values.items():
        setattr(content, name, value)
    follow(content)


def follow(content) -> None:
    """Take over what was changed of the content, by a page, Plone's form or REST. Raises Invalid when it cannot be."""
    kept = trees()
    found = kept.records.get(IUUID(content)) if kept is not None else None
    if found is None:
        return
    check_values(_values_of(content))
    _follow(content, found)
    place(content, found)


def archive(uid: str, *, actor: str) -> None:
    """Make the space read only; it is found and read as before. Raises Missing, NotAllowed."""
    _set_archived(uid, True, actor)


def reopen(uid: str, *, actor: str) -> None:
    """Let members write in an archived space again. Raises Missing, NotAllowed."""
    _set_archived(uid, False, actor)


def forget(uid: str) -> None:
    """Forget a space whose content was deleted."""
    kept = trees()
    if kept is not None:
        kept.remove(uid)


def _set_archived(uid: str, archived: bool, actor: str) -> None:
    found = known(uid, actor)
    require(can_configure(found, actor))
    if found.archived != archived:
        found.archived = archived
        place(space(uid), found)


def _check(values: dict, kind: str = "") -> None:
    check_values(values)
    if values["template"] not in (kind, *templates()):
        raise Invalid(_("This kind of space is not offered."), field="template")


def _values_of(content) -> dict:
    return {name: getattr(content, name, None) for name in FIELDS}


def _follow(content, found: Record) -> None:
    for name in ("title", "id", "visibility", "powers", "template"):
        if getattr(found, name) != getattr(content, name):
            setattr(found, name, getattr(content, name))


def _free_id(folder, values: dict) -> str:
    """Return an address; one that nobody guesses for a secret space, or where that of the title is taken."""
    plain = getUtility(IURLNormalizer).normalize(values["title"], locale="fr", max_length=50) or "espace"
    if values["visibility"] == SECRET or plain in folder or plain in ANSWERS or hasattr(type(folder), plain):
        return f"{plain}-{secrets.token_hex(6)}"
    return plain
