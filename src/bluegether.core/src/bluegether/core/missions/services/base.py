"""What the room's services share: who asks, what a body may hold, how things are shown."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.service import PRIVATE
from bluegether.core.kit.service import ReadService
from bluegether.core.kit.service import WriteService
from bluegether.core.missions.interfaces import Period
from datetime import date
from plone import api


class Asking:
    """Who asks."""

    @property
    def userid(self) -> str:
        return api.user.get_current().getId() or ""


class Reading(Asking, ReadService):
    """A GET. What it answers is private: nobody keeps a copy on the way."""

    keeping = PRIVATE


class Writing(Asking, WriteService):
    """A change: `sent` returns the body with these names only."""


def day(value, field: str) -> date | None:
    """Return an ISO date of a body, None for none; raise Invalid."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise Invalid(_("This is no date."), field=field) from None


def needed_day(value, field: str) -> date:
    """Return an ISO date of a body; raise Invalid for none."""
    found = day(value, field)
    if found is None:
        raise Invalid(_("This is required."), field=field)
    return found


def number(value, field: str) -> int:
    """Return a whole number of a body; raise Invalid."""
    if type(value) is not int:
        raise Invalid(_("${name} must be a whole number.", mapping={"name": field}), field=field)
    return value


def text(value, field: str) -> str:
    """Return a text of a body; raise Invalid for anything else."""
    if not isinstance(value, str):
        raise Invalid(_("${name} cannot be read.", mapping={"name": field}), field=field)
    return value


def period_data(one: Period, userid: str = "") -> dict:
    """Return a period as JSON."""
    found = {"start": one.start.isoformat(), "end": one.end.isoformat(), "share": one.share, "confirmed": one.confirmed}
    return ({"userid": userid} if userid else {}) | found
