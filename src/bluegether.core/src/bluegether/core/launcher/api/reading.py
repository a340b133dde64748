"""Which applications somebody has, in their order."""

from bluegether.core import _
from bluegether.core.kit.annotation import stored
from bluegether.core.kit.audience import Audience
from bluegether.core.kit.audience import includes
from bluegether.core.kit.errors import Missing
from bluegether.core.launcher.storage import App
from bluegether.core.launcher.storage import KEY
from bluegether.core.people import api as people
from dataclasses import dataclass
from plone import api
from urllib.parse import quote


@dataclass(frozen=True)
class Tile:
    """An application as one person has it; `url` is filled in for them."""

    id: str
    title: str
    description: str
    url: str
    icon: str
    pictured: bool
    category: str
    mandatory: bool
    chosen: bool


def apps(userid: str, *, language: str = "") -> list[Tile]:
    """Return the applications of this person: chosen ones in their order, then mandatory ones, then by title.

    Addresses that tell a language tell this one, else the site's.
    """
    kept = stored(api.portal.get(), KEY)
    if kept is None or not is_for_members(userid):
        return []
    chosen = kept.chosen.get(userid, ())
    places = {app_id: place for place, app_id in enumerate(chosen)}
    found = [one for one in kept.apps.values() if is_for(one, userid)]
    found.sort(key=lambda one: (places.get(one.id, len(places)), not one.mandatory, one.title.casefold()))
    person, spoken = people.account(userid), language or api.portal.get_default_language()
    values = {"userid": userid, "email": person.email if person else "", "language": spoken[:2]}
    return [_tile(one, values, one.id in places) for one in found]


def is_for_members(userid: str) -> bool:
    """Return whether this is a member: clients have no launcher."""
    person = people.account(userid) if userid else None
    return person is not None and person.kind != "client"


def is_for(one: App, userid: str) -> bool:
    return not (one.kinds or one.units) or includes(Audience(kinds=one.kinds, units=one.units), userid)


def picture(app_id: str, *, userid: str) -> App:
    """Return the application whose picture is asked for. Raises Missing where there is none for this person."""
    kept = stored(api.portal.get(), KEY)
    found = kept.apps.get(app_id) if kept is not None else None
    if found is None or not found.picture or not (is_for_members(userid) and is_for(found, userid)):
        raise Missing(_("There is no such application (any more)."))
    return found


def _tile(one: App, values: dict[str, str], chosen: bool) -> Tile:
    url = one.url
    for name, value in values.items():
        url = url.replace(f"{{{name}}}", quote(value, safe=""))
    return Tile(
        one.id, one.title, one.description, url, one.icon, bool(one.picture), one.category, one.mandatory, chosen
    )
