"""Everyone's own choice and order, and how often applications are opened."""

from bluegether.core import _
from bluegether.core.kit.annotation import store
from bluegether.core.kit.annotation import stored
from bluegether.core.kit.clock import today
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.launcher.api.reading import is_for
from bluegether.core.launcher.api.reading import is_for_members
from bluegether.core.launcher.storage import App
from bluegether.core.launcher.storage import KEY
from bluegether.core.launcher.storage import Launcher
from plone import api


MOST = 50


def choose(app_id: str, chosen: bool, *, userid: str) -> None:
    """Put an application among one's own, at the end, or take it away. Raises Missing, Invalid for too many."""
    one = _mine(app_id, userid)
    kept = store(api.portal.get(), KEY, Launcher)
    before = [other for other in kept.chosen.get(userid, ()) if other in kept.apps]
    after = [other for other in before if other != one.id] + ([one.id] if chosen and one.id not in before else [])
    if chosen and one.id in before:
        return
    if len(after) > MOST:
        raise Invalid(_("At most ${count} applications.", mapping={"count": MOST}))
    kept.chosen[userid] = tuple(after)


def move(app_id: str, by: int, *, userid: str) -> None:
    """Move one of one's own by so many places, at most to an end. Raises Missing when it is not among them."""
    kept = stored(api.portal.get(), KEY)
    order = [other for other in kept.chosen.get(userid, ()) if other in kept.apps] if kept is not None else []
    if app_id not in order:
        raise Missing(_("This application is not among yours."))
    place = order.index(app_id)
    order.insert(max(0, min(len(order) - 1, place + by)), order.pop(place))
    kept.chosen[userid] = tuple(order)


def note_opened(app_id: str, *, userid: str) -> None:
    """Count that somebody opened it: how often, never who. Raises Missing."""
    _mine(app_id, userid).count(today().isoformat()[:7])


def forget(userid: str) -> None:
    """Forget what this person chose."""
    kept = stored(api.portal.get(), KEY)
    if kept is not None:
        kept.chosen.pop(userid, None)


def _mine(app_id: str, userid: str) -> App:
    kept = stored(api.portal.get(), KEY)
    found = kept.apps.get(app_id) if kept is not None else None
    if found is None or not (is_for_members(userid) and is_for(found, userid)):
        raise Missing(_("There is no such application (any more)."))
    return found
