"""What notices say, and who may hear it: asked when they are delivered, shown and mailed."""

from bluegether.core import _
from bluegether.core.kit.audience import includes
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.interfaces import INoticeKind
from bluegether.core.kit.notice import CATEGORIES
from bluegether.core.kit.notice import ignores
from bluegether.core.kit.notice import Said
from bluegether.core.notifications.api.wanted import is_on
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


class Hearer:
    """One person who may be told things: what does not change from one notice to the next is looked up once."""

    def __init__(self, userid: str):
        self.userid = userid
        self.person = people.account(userid) if people.has_access(userid) else None
        self._on: dict[tuple[str, str], bool] = {}

    def hears(self, kind) -> bool:
        """Return whether the person is here, and whether a client is told of such things at all."""
        if self.person is None:
            return False
        return self.person.kind != "client" or getattr(kind, "for_clients", False)

    def wants(self, kind, channel: str) -> bool:
        """Return whether such notices reach the person by this channel."""
        key = (category_of(kind), channel)
        if key not in self._on:
            self._on[key] = is_on(self.userid, *key)
        return self._on[key]


def said(group: Group, hearer: Hearer, channel: str = "") -> Said | None:
    """Return what the notices say to this person now; None when they may not, or would not, hear it.

    With `channel`, only what the person wants to reach them there. Those whom the person ignores are left out; when
    nobody is left, nothing is said.
    """
    kind = kind_of(group.kind)
    if kind is None or not hearer.hears(kind) or (channel and not hearer.wants(kind, channel)):
        return None
    userid = hearer.userid
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
