"""Searches that people keep under a name."""

from bluegether.core import _
from bluegether.core.directory.api.criteria import checked
from bluegether.core.directory.api.criteria import query as written
from bluegether.core.directory.api.criteria import sorting
from bluegether.core.directory.storage import Directory
from bluegether.core.directory.storage import KEY
from bluegether.core.directory.storage import Searches
from bluegether.core.directory.storage.searches import Search
from bluegether.core.kit.annotation import store
from bluegether.core.kit.annotation import stored
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.people import api as people
from bluegether.core.people.api.rules import check_text
from plone import api
from urllib.parse import parse_qs
import secrets


MAX_SEARCHES = 30
MAX_NAME = 80


def saved(userid: str) -> list[Search]:
    """Return the person's searches by name."""
    found = _of(userid)
    return sorted(found.kept.values(), key=lambda search: (search.name.casefold(), search.id)) if found else []


def save(userid: str, *, name: str, form) -> Search:
    """Keep the criteria and the order of a form under a name; the same name replaces the search of before.

    Raises NotAllowed for who has no part in the network, Invalid for a bad name, criteria or none, Conflict when there
    are 30 already.
    """
    account = people.account(userid)
    if account is None or account.kind == "client":
        raise NotAllowed(_("Only members keep searches."))
    name = " ".join(name.split())
    check_text(name, field="name", maximum=MAX_NAME, required=True)
    query = written(checked(form), sort=sorting(form))
    if not query:
        raise Invalid(_("Look for something first: there is nothing to keep."), field="name")
    before = [search for search in saved(userid) if search.name.casefold() == name.casefold()]
    if not before and len(saved(userid)) >= MAX_SEARCHES:
        message = _("You keep ${max} searches already: delete one first.", mapping={"max": MAX_SEARCHES})
        raise Conflict(message, field="name")
    search_id = before[0].id if before else secrets.token_hex(8)
    kept = store(api.portal.get(), KEY, Directory).searches
    if userid not in kept:
        kept[userid] = Searches()
    kept[userid].kept[search_id] = Search(search_id, name=name, query=query, created=now())
    return kept[userid].kept[search_id]


def discard(userid: str, search_id: str) -> None:
    """Delete one of the person's searches; raise Missing when they have none such."""
    found = _of(userid)
    if found is None or search_id not in found.kept:
        raise Missing(_("There is no such search."))
    del found.kept[search_id]


def works(search: Search) -> bool:
    """Return whether the criteria still make sense: a unit or a skill may be gone."""
    try:
        checked({name: values if name == "skill" else values[0] for name, values in parse_qs(search.query).items()})
    except BluegetherError:
        return False
    return True


def held(userid: str) -> dict:
    """Return the searches as JSON-compatible data."""
    found = [{"name": one.name, "query": one.query, "created": one.created.isoformat()} for one in saved(userid)]
    return {"searches": found} if found else {}


def forget(userid: str) -> None:
    """Erase the searches of this person."""
    kept = stored(api.portal.get(), KEY)
    if kept is not None:
        kept.searches.pop(userid, None)


def _of(userid: str) -> Searches | None:
    kept = stored(api.portal.get(), KEY)
    return kept.searches.get(userid) if kept is not None else None
