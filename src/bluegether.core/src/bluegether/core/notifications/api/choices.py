"""What reaches a person by which channel: the site's defaults, the person's choice, what cannot be switched off."""

from bluegether.core import _
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.notifications import storage
from bluegether.core.notifications.api.kinds import categories
from bluegether.core.notifications.api.wanted import ALWAYS
from bluegether.core.notifications.api.wanted import is_on
from bluegether.core.notifications.api.wanted import setting
from bluegether.core.notifications.interfaces import CHANNELS
from bluegether.core.notifications.interfaces import RHYTHMS
from bluegether.core.people import api as people
from typing import NamedTuple


NUMBERS = {"hour": 23, "weekday": 6, "quiet_from": 23, "quiet_until": 23}


class Settings(NamedTuple):
    """What counts for one person, the site's own where they chose nothing."""

    rhythm: str
    hour: int
    weekday: int
    quiet_from: int | None
    quiet_until: int | None
    discreet: bool
    channels: dict[str, dict[str, bool]]
    forced: dict[str, tuple[str, ...]]


def chosen(userid: str, name: str):
    """Return the person's rhythm, hour or weekday, the site's where they chose none."""
    mine = storage.choices(userid)
    value = getattr(mine, name, None)
    return setting(name) if value is None else value


def settings(userid: str) -> Settings:
    """Return all that counts for this person."""
    mine = storage.choices(userid)
    return Settings(
        rhythm=chosen(userid, "rhythm"),
        hour=chosen(userid, "hour"),
        weekday=chosen(userid, "weekday"),
        quiet_from=getattr(mine, "quiet_from", None),
        quiet_until=getattr(mine, "quiet_until", None),
        discreet=getattr(mine, "discreet", False),
        channels={
            category: {channel: is_on(userid, category, channel) for channel in CHANNELS} for category in categories()
        },
        forced={category: ALWAYS.get(category, ()) for category in categories()},
    )


def choose(userid: str, *, channels: dict | None = None, **values) -> None:
    """Keep what the person chose; what is not named stays. Raises Invalid, and NotAllowed for who has no account.

    `channels` is category -> {channel: bool}; `values` are rhythm, hour, weekday, quiet_from, quiet_until, discreet.
    """
    if people.account(userid) is None:
        raise NotAllowed(_("You have no account here."))
    checked = {name: _checked(name, value) for name, value in values.items()}
    _check_hours(userid, checked)
    wanted = _checked_channels({} if channels is None else channels)
    before, mine = chosen(userid, "rhythm"), storage.made_choices(userid)
    for name, value in checked.items():
        setattr(mine, name, value)
    mine.channels = mine.channels | {
        category: mine.channels.get(category, {}) | given for category, given in wanted.items()
    }
    if before == "never" and chosen(userid, "rhythm") != "never":
        # What came while the person wanted no mail is no news any more.
        storage.made().due["mail"].sent[userid] = storage.first_id(now())


def _check_hours(userid: str, values: dict) -> None:
    mine = storage.choices(userid)
    hours = [values.get(name, getattr(mine, name, None)) for name in ("quiet_from", "quiet_until")]
    if hours.count(None) == 1:
        raise Invalid(_("Quiet hours have a beginning and an end."), field="quiet_until")


def _checked(name: str, value):
    if name == "discreet" and isinstance(value, bool):
        return value
    if name == "rhythm" and value in RHYTHMS:
        return value
    if name.startswith("quiet_") and name in NUMBERS and value is None:
        return None
    if type(value) is int and 0 <= value <= NUMBERS.get(name, -1):
        return value
    raise Invalid(_("${name} cannot be chosen like this.", mapping={"name": name}), field=name)


def _checked_channels(given) -> dict:
    known = categories()
    if not isinstance(given, dict):
        raise Invalid(_("This is no choice of channels."), field="channels")
    for category, row in given.items():
        if category not in known or not isinstance(row, dict):
            raise Invalid(_("This is no choice of channels."), field="channels")
        for channel, value in row.items():
            _check_channel(category, channel, value)
    return given


def _check_channel(category: str, channel, value) -> None:
    if channel not in CHANNELS or not isinstance(value, bool):
        raise Invalid(_("This is no choice of channels."), field="channels")
    if channel in ALWAYS.get(category, ()) and not value:
        raise Invalid(_("This cannot be switched off."), field="channels")
