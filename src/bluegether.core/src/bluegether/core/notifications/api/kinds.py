"""What notices say, and who may hear it: asked when they are delivered, shown and mailed."""

from bluegether.core import _
from bluegether.core.kit.audience import includes
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.interfaces import INoticeKind
from bluegether.core.kit.notice import CATEGORIES
from bluegether.core.kit.notice import ignores
from bluegether.core.kit.notice import Said
from bluegether.core.notifications.storage import ForMany
from bluegether.core.notifications.storage import Group
from bluegether.core.notifications.storage import moment_of
from bluegether.core.people import api as people
from plone import api
from zope.component import getAdapters
from zope.component import queryAdapter


OTHER = "other"


def kind_of(name: str):
    """Return the `INoticeKind` of this name, None when its room is not there (any more)."""
    return queryAdapter(api.portal.get(), INoticeKind, name)


def categories() -> dict[str, str]:
    """Return the categories that some kind has, with their titles, in the order in which they are offered."""
    used = {kind.category for _name, kind in getAdapters((api.portal.get(),), INoticeKind)}
    found = {name: title for name, title in CATEGORIES.items() if name in used}
    return found | ({OTHER: CATEGORIES[OTHER]} if used - set(CATEGORIES) else {})


def category_of(kind) -> str:
    """Return the category that people choose channels for; one that nobody titled is "other"."""
    return kind.category if kind.category in CATEGORIES else OTHER


def reachable(userid: str, kind) -> bool:
    """Return whether the person is here, and whether a client is told of such things at all."""
    person = people.account(userid)
    if person is None or not has_access(userid):
        return False
    return person.kind != "client" or getattr(kind, "for_clients", False)


def has_access(userid: str) -> bool:
    """Return whether the person's access has neither ended nor been suspended."""
    return getattr(people, "has_access", _always)(userid)


def said(group: Group, userid: str) -> Said | None:
    """Return what the notices say to this person now; None when they may not, or would not, hear it.

    Those whom the person ignores are left out; when nobody is left, nothing is said.
    """
    kind = kind_of(group.kind)
    if kind is None or not reachable(userid, kind):
        return None
    actors = [actor for actor in group.actors if actor != userid and not ignores(userid, actor)]
    if group.actors and not actors:
        return None
    try:
        return kind.describe(group.thing, userid, [name_of(actor) for actor in actors])
    except BluegetherError:
        return None


def belongs(many: ForMany, userid: str) -> bool:
    """Return whether a notice for many is for this person: never for its author, nor for who came later."""
    if userid in many.group.actors:
        return False
    if many.recipients is not None:
        return userid in many.recipients
    person = people.account(userid)
    if person is None or person.arrived > moment_of(many.group.last):
        return False
    return includes(many.audience, userid)


def name_of(userid: str) -> str:
    """Return the name of who caused something, translatable when there is no account (any more)."""
    person = people.account(userid)
    if person is not None:
        return person.fullname
    user = None if userid.startswith("former-") else api.user.get(userid=userid)
    if user is None:
        return _("Former member")
    return user.getProperty("fullname", "") or _("Administration")


def _always(_userid: str) -> bool:
    return True
