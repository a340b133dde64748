"""The published rules of bonuses: versions with the day from which they hold, never changed and never retroactive."""

from bluegether.core import _
from bluegether.core.kit.clock import now
from bluegether.core.kit.clock import today
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.referrals.api.model import can_set_rules
from bluegether.core.referrals.api.model import kept
from bluegether.core.referrals.api.model import text
from bluegether.core.referrals.api.model import writable
from bluegether.core.referrals.interfaces import MAX_TEXT
from bluegether.core.referrals.interfaces import MILESTONES
from bluegether.core.referrals.interfaces import PROFILES
from bluegether.core.referrals.storage import Rule
from bluegether.core.referrals.storage import Rules
from datetime import date


ANY = ""
MAX_ROWS = 40
MAX_MONTHS = 24
MAX_CENTS = 2_000_000
PARTNER = "partner"


class MustConfirm(BluegetherError):
    """The rules may pay more than was meant: `warnings` says where; sent again with `confirmed` they are published."""

    status = 409

    def __init__(self, warnings: list):
        super().__init__(_("These rules may pay twice. Read the warnings, then correct or confirm."), field="rows")
        self.warnings = warnings


def versions() -> list[Rules]:
    """Return every version, the newest first."""
    root = kept()
    return list(reversed(root.rules.values())) if root is not None else []


def in_force(day: date | None = None) -> Rules | None:
    """Return the version that holds on this day, or today; None when there is none."""
    day = day or today()
    return next((one for one in versions() if one.since <= day), None)


def number_in_force() -> int:
    """Return the number of the version that holds today, 0 for none."""
    found = in_force()
    return found.number if found is not None else 0


def version(number: int) -> Rules | None:
    """Return a version, None for none."""
    root = kept()
    return root.rules.get(number) if root is not None else None


def publish(rows, *, since: date | None, text_: str, userid: str, confirmed: bool = False) -> Rules:
    """Publish a new version from a day on; earlier referrals keep theirs.

    Raises NotAllowed, Invalid (a row, a day that has passed or that is not after the last version's), MustConfirm.
    """
    if not can_set_rules(userid):
        raise NotAllowed(_("Only direction publishes the rules of bonuses."))
    rows = tuple(_row(row) for row in rows)
    _check_rows(rows)
    said = text(text_, field="text", maximum=MAX_TEXT, lines=True)
    root = writable()
    last = max(root.rules.keys(), default=0)
    _check_day(since, root.rules[last] if last else None)
    found = warnings(rows)
    if found and confirmed is not True:
        raise MustConfirm(found)
    root.rules[last + 1] = Rules(last + 1, since, rows, said, userid, now())
    return root.rules[last + 1]


def withdraw(number: int, *, userid: str) -> None:
    """Take the last version back before its day. Raises NotAllowed, Missing, Conflict."""
    if not can_set_rules(userid):
        raise NotAllowed(_("Only direction publishes the rules of bonuses."))
    found = version(number)
    if found is None:
        raise Missing(_("There is no such version."))
    if found.since <= today() or number != versions()[0].number:
        raise Conflict(_("Rules that are in force are never changed: publish a new version."))
    del writable().rules[number]


def paying(found: Rules | None, profile: str, milestone: str) -> list[Rule]:
    """Return the rows that pay for this milestone of this profile."""
    rows = found.rows if found is not None else ()
    fitting = (profile,) if profile == PARTNER else (profile, ANY)
    return [row for row in rows if row.milestone == milestone and row.profile in fitting]


def warnings(rows) -> list:
    """Return what may pay twice, as translatable sentences."""
    found = []
    for milestone in MILESTONES:
        here = [row for row in rows if row.milestone == milestone]
        general = [row for row in here if row.profile == ANY]
        for profile in PROFILES:
            count = sum(row.profile == profile for row in here)
            general_too = bool(general) and count and profile != PARTNER
            if count > 1 or general_too:
                found.append((profile, milestone, "twice" if count > 1 else "general"))
        if len(general) > 1:
            found.append((ANY, milestone, "twice"))
    return found


def _row(row) -> Rule:
    profile, milestone, months, cents = row
    if profile not in (ANY, *PROFILES) or milestone not in MILESTONES:
        raise Invalid(_("${name} cannot be read.", mapping={"name": "rows"}), field="rows")
    if not _whole(months, 0, MAX_MONTHS):
        raise Invalid(_("Between 0 and ${max} months.", mapping={"max": MAX_MONTHS}), field="rows")
    if not _whole(cents, 1, MAX_CENTS):
        raise Invalid(_("An amount is between 0.01 and ${max} euros.", mapping={"max": MAX_CENTS // 100}), field="rows")
    return Rule(profile, milestone, months, cents)


def _whole(value, least: int, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most


def _check_rows(rows: tuple[Rule, ...]) -> None:
    if not 0 < len(rows) <= MAX_ROWS:
        raise Invalid(_("Give between 1 and ${max} amounts.", mapping={"max": MAX_ROWS}), field="rows")
    if len({row[:3] for row in rows}) != len(rows):
        raise Invalid(_("Two rows pay for the same profile, milestone and month: that would pay twice."), field="rows")


def _check_day(since: date | None, last: Rules | None) -> None:
    if not isinstance(since, date):
        raise Invalid(_("This is no date."), field="since")
    if since < today():
        raise Invalid(_("Rules are never retroactive: choose today or a day to come."), field="since")
    if last is not None and since < last.since:
        raise Invalid(_("Choose a day after that of the version before."), field="since")
