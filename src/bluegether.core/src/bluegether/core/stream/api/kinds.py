"""What each kind of post has besides its text, and what is accepted."""

from bluegether.core import _
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.interfaces import IValues
from bluegether.core.people import api as people
from bluegether.core.stream.api import rules
from bluegether.core.stream.storage import first_id
from bluegether.core.stream.storage import ids
from bluegether.core.stream.storage import Poll
from bluegether.core.stream.storage import Stream
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from plone import api
from zope.component import getAdapters


OPTIONS = (2, 6)
OPTION_LENGTH = 120
LONGEST = timedelta(days=365)
PRAISED = 10
QUOTA = "bluegether.stream.praises_per_month"
USUAL_QUOTA = 5


def feedback(technology, sector) -> dict[str, str]:
    """Return what a feedback names; raise Invalid when it names neither."""
    values = {
        "technology": rules.checked_label(technology, "technology"),
        "sector": rules.checked_label(sector, "sector"),
    }
    if not (values["technology"] or values["sector"]):
        raise Invalid(_("A feedback names a technology or a sector."), field="technology")
    return values


def poll(options, several, ends, moment: datetime) -> dict:
    """Return the poll of these options; raise Invalid for too few, too many, two alike, or an end that is past."""
    if not isinstance(options, list | tuple):
        raise Invalid(_("The options must be a list of texts."), field="options")
    wanted = [line for line in (_option(one) for one in options) if line]
    fewest, most = OPTIONS
    if not fewest <= len(wanted) <= most or len({line.casefold() for line in wanted}) != len(wanted):
        mapping = {"fewest": fewest, "most": most}
        raise Invalid(_("A poll has ${fewest} to ${most} different options.", mapping=mapping), field="options")
    if not isinstance(several, bool):
        raise Invalid(_("Send true or false."), field="several")
    return {"poll": Poll(tuple(wanted), several=several, ends=_end(ends, moment))}


def praise(praised, value, *, author: str) -> dict:
    """Return whom and what praise names; raise Invalid, or Missing for nobody of the network."""
    if not isinstance(praised, list | tuple) or not all(isinstance(one, str) for one in praised):
        raise Invalid(_("The people must be a list of user ids."), field="praised")
    named = tuple(dict.fromkeys(one.strip().lstrip("@") for one in praised if one.strip()))
    if not 0 < len(named) <= PRAISED:
        raise Invalid(_("Praise names 1 to ${count} people.", mapping={"count": PRAISED}), field="praised")
    for userid in named:
        _check_praised(userid, author)
    return {"praised": named, "value": _value(value)}


def check_quota(trees: Stream, author: str, moment: datetime) -> None:
    """Raise Conflict when the person has praised as often this month as is possible."""
    most = api.portal.get_registry_record(QUOTA, default=USUAL_QUOTA)
    first = moment.astimezone(UTC).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    given = sum(1 for _id in ids([trees.line("praise", author)], above=first_id(first)))
    if given >= most:
        raise Conflict(_("You have praised ${count} times this month: wait for the next.", mapping={"count": given}))


def values(language: str = "") -> list[tuple[str, str]]:
    """Return (key, title) of what praise may name."""
    found = []
    for name, room in sorted(getAdapters((api.portal.get(),), IValues)):
        found += [(f"{name}:{key}", title) for key, title in room.values(language)]
    return found


def _value(key) -> str:
    """Return the title as it is today: praise of last year keeps the words of last year's charter."""
    known = dict(values())
    if not known and not key:
        return ""
    if key not in known:
        raise Invalid(_("Choose the article of the charter that you praise."), field="value")
    return known[key]


def _check_praised(userid: str, author: str) -> None:
    person = people.account(userid)
    if person is None or person.kind == "client" or not people.has_access(userid):
        raise Missing(_("“${name}” is not the user id of a member.", mapping={"name": userid[:64]}), field="praised")
    if userid == author:
        raise Invalid(_("Praise somebody else than yourself."), field="praised")


def _option(text) -> str:
    if not isinstance(text, str):
        raise Invalid(_("The options must be a list of texts."), field="options")
    line = " ".join(rules.checked_text(text, empty=True).split())
    if len(line) > OPTION_LENGTH:
        message = _("An option has at most ${maximum} signs.", mapping={"maximum": OPTION_LENGTH})
        raise Invalid(message, field="options")
    return line


def _end(ends, moment: datetime) -> datetime | None:
    """Return the end as an aware datetime; a form sends a day, which it holds as a whole."""
    if ends in ("", None):
        return None
    try:
        end = datetime.fromisoformat(ends) if isinstance(ends, str) else ends
    except ValueError:
        raise Invalid(_("This is no date."), field="ends") from None
    if not isinstance(end, datetime):
        raise Invalid(_("This is no date."), field="ends")
    if isinstance(ends, str) and len(ends) == len("2026-01-31"):
        end += timedelta(days=1)
    end = end if end.tzinfo is not None else end.replace(tzinfo=now().tzinfo)
    if not moment < end <= moment + LONGEST:
        raise Invalid(_("The end lies within the next 365 days."), field="ends")
    return end.astimezone(UTC)
