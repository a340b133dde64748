"""Activities of the portal enter the stream, and leave it with what they are about."""

from bluegether.core.discussion.interfaces import ITalkChanged
from bluegether.core.kit.interfaces import IActivity
from bluegether.core.missions.interfaces import IMissionAnnounced
from bluegether.core.people import api as people
from bluegether.core.people.interfaces import IAccountCreated
from bluegether.core.spaces import api as spaces
from bluegether.core.stream import api as stream
from bluegether.core.stream.interfaces import IPublication
from datetime import UTC
from plone import api
from plone.uuid.interfaces import IUUID
from Products.CMFCore.interfaces import IActionSucceededEvent
from Products.CMFCore.interfaces import IContentish
from zope.component import adapter
from zope.lifecycleevent.interfaces import IObjectRemovedEvent


@adapter(IActivity)
def enter(event) -> None:
    """Announce what other rooms tell of; rooms whose activities are no news to all are left out by their verb."""
    uid = IUUID(event.object, "")
    if uid and not (IAccountCreated.providedBy(event) or IMissionAnnounced.providedBy(event)):
        stream.announce(event.verb, actor=event.actor, uid=uid, moment=event.happened)


@adapter(IAccountCreated)
def joined(event) -> None:
    """Announce a new member, on the day of arrival; a client's account is nobody's business."""
    person = people.account(event.userid)
    if person is not None and person.kind != "client":
        stream.announce(event.verb, actor=event.userid, thing=event.userid, moment=person.arrived)


@adapter(IMissionAnnounced)
def started(event) -> None:
    """Announce that somebody's mission began; role and client are on their page, for who may know them there."""
    thing = f"{IUUID(event.object)} {event.actor}"
    stream.announce(event.verb, actor=event.actor, thing=thing, moment=event.happened)


@adapter(IContentish, IActionSucceededEvent)
def published(item, _event) -> None:
    """Announce news and pages when they are published, withdraw them when they no longer are."""
    space = spaces.space_around(item)
    if item.portal_type not in (stream.IN_SPACES if space else stream.PUBLISHED_TYPES):
        return
    if api.content.get_state(item, default="") in stream.PUBLISHED_STATES:
        actor = api.user.get_current().getId() or item.Creator()
        stream.announce(stream.PUBLISHED, actor=actor, uid=IUUID(item), space=space, moment=_effective(item))
    else:
        stream.withdraw(IUUID(item), (stream.PUBLISHED,))


@adapter(ITalkChanged)
def talked_about(event) -> None:
    """Keep the counts of an entry's comments and reactions beside."""
    if IPublication.providedBy(event.object):
        stream.note_talk(event.object)


@adapter(IContentish, IObjectRemovedEvent)
def removed(item, event) -> None:
    """Withdraw what is about deleted content; with the whole site everything goes."""
    uid = IUUID(item, "")
    if uid and event.newParent is None:
        stream.withdraw(uid)


def _effective(item):
    moment = item.effective()
    return moment.asdatetime().astimezone(UTC) if moment.year() > 1970 else None
