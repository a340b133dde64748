"""The questions of the home page. Nothing here writes."""

from bluegether.core.kit.clock import local
from bluegether.core.kit.clock import now
from bluegether.core.kit.todo import Todo
from bluegether.core.people import api as people
from datetime import datetime
from datetime import timedelta
from plone import api


NEWS = 4
# In Plone's public and intranet workflows.
PUBLISHED = ("published", "internally_published")
SOON = timedelta(days=7)


def part_of_day() -> str:
    """Return `morning`, `afternoon` or `evening` by the site's clock; the night is evening."""
    hour = local(now()).hour
    if 5 <= hour < 12:
        return "morning"
    return "afternoon" if 12 <= hour < 18 else "evening"


def first_name(userid: str) -> str:
    """Return how to address a person, empty when the portal knows no name: an administrator of Zope has none."""
    person = people.account(userid)
    if person is not None:
        return person.fullname.split()[0]
    user = api.user.get(userid=userid)
    fullname = user.getProperty("fullname", "") if user is not None else ""
    return fullname.split()[0] if fullname else ""


def is_client(userid: str) -> bool:
    """Return whether the account is a client's: nothing of the network is for them."""
    person = people.account(userid)
    return person is not None and person.kind == "client"


def latest_news(limit: int = NEWS) -> list:
    """Return catalog brains of the published news that the person may see, newest first; wakes no object.

    `Date` is when an item was published, or last changed when that was never noted.
    """
    catalog = api.portal.get_tool("portal_catalog")
    return catalog(
        portal_type="News Item",
        review_state=PUBLISHED,
        sort_on="Date",
        sort_order="descending",
        sort_limit=limit,
    )[:limit]


def grouped(todos: list[Todo]) -> dict[str, list[Todo]]:
    """Return the things to do under `late`, `soon` (seven days) and `later` (or no date); empty groups left out."""
    moment = now()
    groups: dict[str, list[Todo]] = {"late": [], "soon": [], "later": []}
    for todo in todos:
        groups[_urgency(todo, moment)].append(todo)
    return {name: found for name, found in groups.items() if found}


def _urgency(todo: Todo, moment: datetime) -> str:
    if todo.due is None or todo.due > moment + SOON:
        return "later"
    return "late" if todo.due < moment else "soon"
