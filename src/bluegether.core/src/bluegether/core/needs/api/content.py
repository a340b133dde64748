"""A need as content: created, changed, and what a reader is shown of it."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.needs import storage
from bluegether.core.needs.api import clients
from bluegether.core.needs.api import records
from bluegether.core.needs.api import rules
from bluegether.core.needs.interfaces import INeed
from plone import api
from plone.dexterity.utils import createContent
from plone.dexterity.utils import createContentInContainer
from zope.event import notify
from zope.i18n import translate
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent
from zope.schema import getFields
from zope.schema import ValidationError


AMOUNTS = ("rate_min", "rate_max")
CLIENT = ("client", "client_name")


def container():
    """Return the folder of needs; raise Missing before it is made."""
    found = api.portal.get().get(records.FOLDER)
    if found is None:
        raise Missing(_("There is no folder of needs yet."))
    return found


def ensure():
    """Return the folder of needs, made when it is missing."""
    site = api.portal.get()
    if records.FOLDER not in site.objectIds():
        title = translate(_("Needs"), target_language=api.portal.get_default_language())
        site._setObject(records.FOLDER, createContent("Needs", id=records.FOLDER, title=title), set_owner=0)
        site[records.FOLDER].creators = ()  # nobody wrote it: a folder of the site has no author to show
        site[records.FOLDER].reindexObject()
    return site[records.FOLDER]


def create_need(*, actor: str, **values):
    """Create a draft and return it. Raises NotAllowed, Invalid naming the field; the actor follows it by default."""
    rules.require_manager(actor)
    values = _checked({"manager": actor} | values, actor)
    if not values.get("title"):
        raise Invalid(_("Say in a few words what is needed."), field="title")
    need = createContentInContainer(container(), "Need", checkConstraints=False, **values)
    need.creators = (actor,)
    need.reindexObject(idxs=["Creator"])
    return need


def change_need(need, values: dict, *, actor: str) -> None:
    """Change fields of a need. Raises NotAllowed, Invalid naming the field."""
    rules.require_manager(actor)
    values = _checked(values, actor)
    fresh = {name: value for name, value in values.items() if getattr(need, name, None) != value}
    for name, value in fresh.items():
        setattr(need, name, value)
    if fresh:
        notify(ObjectModifiedEvent(need, Attributes(INeed, *(f"INeed.{name}" for name in fresh))))


def _checked(values: dict, actor: str) -> dict:
    fields = getFields(INeed)
    for name, value in values.items():
        if name not in fields or (name in AMOUNTS and not clients.sees_amounts(actor)):
            raise Invalid(_("${name} cannot be read.", mapping={"name": name}), field=name)
        try:
            fields[name].bind(api.portal.get()).validate(value)
        except ValidationError as error:
            raise Invalid(error.doc(), field=name) from None
    return values


def need_of(uid: str, *, reader: str):
    """Return the need of this UID; raise Missing when there is none that this reader may see."""
    record = storage.read_all(api.portal.get()).record(uid)
    if record is None or not rules.sees(record, reader):
        raise Missing(_("There is no such need."))
    return records.need_at(record)


def sees_client(need, reader: str) -> bool:
    """Return whether this reader may know the client of the need."""
    return rules.may("BlueGether: Know Need Client", reader, need)


def shown(need, reader: str) -> dict:
    """Return the need's values as this reader may see them; raise Missing when they may not see it."""
    record = records.record(need)
    if record is None or not rules.sees(record, reader):
        raise Missing(_("There is no such need."))
    hidden = set(() if clients.sees_amounts(reader) else AMOUNTS)
    hidden |= set(() if sees_client(need, reader) else CLIENT)
    values = {name: getattr(need, name, None) for name in getFields(INeed) if name not in hidden}
    values["client_shown"] = client_shown(need, reader)
    return values


def client_shown(need, reader: str) -> str:
    """Return the client's name as this reader may know it, "" when they may not."""
    if not sees_client(need, reader):
        return ""
    return clients.name_of(need.client, reader) or need.client_name or ""
