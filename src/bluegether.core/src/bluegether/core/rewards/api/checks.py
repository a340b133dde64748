"""What people send, checked: every way into the room asks here."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.rewards.api.judging import number_of
from bluegether.core.rewards.api.judging import OPERATORS
from bluegether.core.rewards.api.kinds import kind_named
from bluegether.core.rewards.storage import Condition
from bluegether.core.rewards.storage import Rule
from decimal import Decimal
from decimal import InvalidOperation


MAX_TEXT = 600
MAX_TITLE = 100
MAX_NOTE = 1000
MAX_REASON = 1000
MAX_POINTS = 100_000
MAX_CENTS = 10_000_000
MAX_CAP = 1000
MAX_CONDITIONS = 5
MAX_STOCK = 100_000


def text(value, field: str, *, maximum: int, empty: bool = False) -> str:
    """Return a text without spaces around; raise Invalid for none, or one that is too long or no text."""
    if not isinstance(value, str):
        raise Invalid(_("This must be a text."), field=field)
    plain = value.strip()
    if not plain and not empty:
        raise Invalid(_("This must be filled in."), field=field)
    if len(plain) > maximum:
        raise Invalid(_("At most ${maximum} characters.", mapping={"maximum": maximum}), field=field)
    return plain


def whole(value, field: str, *, minimum: int = 0, maximum: int) -> int:
    """Return a whole number, also one that was typed; raise Invalid."""
    plain = str(value).strip() if isinstance(value, int | str) and not isinstance(value, bool) else ""
    number = int(plain) if plain.removeprefix("-").isdecimal() and plain.isascii() and len(plain) < 12 else None
    if number is None or not minimum <= number <= maximum:
        mapping = {"minimum": minimum, "maximum": maximum}
        raise Invalid(_("Give a whole number from ${minimum} to ${maximum}.", mapping=mapping), field=field)
    return number


def cents(value, field: str) -> int:
    """Return an amount in euros, typed with a comma or a point, in cents; empty is nothing. Raises Invalid."""
    plain = str(value or 0).replace(" ", "").replace("\u00a0", "").replace("\u202f", "").replace(",", ".")
    try:
        amount = Decimal(plain) * 100
    except InvalidOperation:
        amount = Decimal("NaN")
    if not amount.is_finite() or amount != amount.to_integral_value() or not 0 <= amount <= MAX_CENTS:
        mapping = {"maximum": MAX_CENTS // 100}
        raise Invalid(
            _("Give an amount from 0 to ${maximum} euros, with two decimals at most.", mapping=mapping), field=field
        )
    return int(amount)


def rule(values: dict, *, key: str) -> Rule:
    """Return a rule of: kind, points, amount (euros), cap, conditions (name, op, value), text_fr, text_en.

    Raises Invalid, naming the field: an unknown kind, a rule that gives nothing, a condition that the kind has no value
    for, no text for everyone in either language.
    """
    kind = kind_named(values.get("kind") if isinstance(values.get("kind"), str) else "")
    if kind is None:
        raise Invalid(_("Choose what earns."), field="kind")
    points = whole(values.get("points") or 0, "points", maximum=MAX_POINTS)
    amount = cents(values.get("amount"), "amount")
    if not (points or amount):
        raise Invalid(_("A rule gives points or an amount."), field="points")
    return Rule(
        key=key,
        kind=kind.name,
        points=points,
        cents=amount,
        cap=whole(values.get("cap") or 0, "cap", maximum=MAX_CAP),
        conditions=_conditions(values.get("conditions") or (), kind),
        text_fr=text(values.get("text_fr", ""), "text_fr", maximum=MAX_TEXT),
        text_en=text(values.get("text_en", ""), "text_en", maximum=MAX_TEXT),
    )


def _conditions(rows, kind) -> tuple[Condition, ...]:
    if not isinstance(rows, list | tuple) or len(rows) > MAX_CONDITIONS:
        raise Invalid(_("At most ${count} conditions.", mapping={"count": MAX_CONDITIONS}), field="conditions")
    return tuple(dict.fromkeys(_condition(row, kind) for row in rows))


def _condition(row, kind) -> Condition:
    if not isinstance(row, list | tuple) or len(row) != 3 or not all(isinstance(one, str) for one in row):
        raise Invalid(_("A condition has a value, a comparison and what it is compared with."), field="conditions")
    name, op, value = (one.strip() for one in row)
    if name not in kind.values or op not in OPERATORS or not value or len(value) > 100:
        raise Invalid(_("A condition has a value, a comparison and what it is compared with."), field="conditions")
    choices = kind.values[name][1]
    if choices and op in ("is", "is_not") and value not in choices:
        raise Invalid(_("Choose one of the values that there are."), field="conditions")
    if op in ("at_least", "at_most") and number_of(value) is None:
        raise Invalid(_("At least and at most compare numbers."), field="conditions")
    return Condition(name, op, value)
