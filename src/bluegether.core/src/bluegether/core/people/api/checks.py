"""What a group of fields may hold; pages, REST and scripts check it here."""

from bluegether.core import _
from bluegether.core.kit.clock import local
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Invalid
from bluegether.core.people.api.accounts import account
from bluegether.core.people.api.accounts import member_named
from bluegether.core.people.api.profile import ABSENCE
from bluegether.core.people.api.profile import SCHEMAS
from bluegether.core.people.api.rules import check_text
from bluegether.core.people.interfaces import profile
from bluegether.core.skills import api as skills
from bluegether.core.skills.interfaces import ISkillField
from bluegether.core.skills.interfaces import ISkillListField
from zope.schema import getFieldsInOrder
from zope.schema import Text
from zope.schema import ValidationError
from zope.schema.interfaces import IText
from zope.schema.interfaces import RequiredMissing
from zope.schema.interfaces import TooBig
from zope.schema.interfaces import TooLong
from zope.schema.interfaces import TooSmall


# Rows of a field that are the same thing twice when these columns are equal.
KEYS = {"skills": ("skill",), "languages": ("language",), "certifications": ("title", "issuer", "obtained")}


def checked(group: str, values: dict, *, userid: str) -> dict:
    """Return the group's values, cleaned: every column there, no spaces around. Raise Invalid, naming the field.

    Unknown fields and columns are refused. A message about a row says which.
    """
    fields = dict(getFieldsInOrder(SCHEMAS[group]))
    unknown = sorted(set(values) - set(fields))
    if unknown:
        raise Invalid(_("${name} cannot be read.", mapping={"name": unknown[0][:40]}), field=unknown[0][:40])
    found = {name: _clean(fields[name], value, name) for name, value in values.items()}
    for check in RULES.get(group, ()):
        check(found, userid)
    return found


def _clean(field, value, name: str):
    if _row_schema(field) is None:
        return _validated(field, value, name)
    if not isinstance(value, list | tuple):
        raise Invalid(_("A list is expected."), field=name)
    if len(value) > field.max_length:
        raise Invalid(_("At most ${maximum} rows.", mapping={"maximum": field.max_length}), field=name)
    rows = [_clean_row(field, row, name, number) for number, row in enumerate(value, 1)]
    _refuse_twice(rows, name)
    return rows


def _row_schema(field):
    return getattr(getattr(field, "value_type", None), "schema", None)


def _clean_row(field, row, name: str, number: int) -> dict:
    columns = dict(getFieldsInOrder(_row_schema(field)))
    if not isinstance(row, dict) or set(row) - set(columns):
        raise in_row(number, _("It cannot be read."), field=name)
    try:
        cleaned = {title: _validated(column, row.get(title), title) for title, column in columns.items()}
    except Invalid as error:
        message = _("${field}: ${reason}", mapping={"field": columns[error.field].title, "reason": error.message})
        raise in_row(number, message, field=name) from None
    for check in ROW_RULES.get(name, ()):
        check(cleaned, name, number)
    return cleaned


def in_row(number: int, message, *, field: str) -> Invalid:
    """Return the error of one row."""
    return Invalid(_("Row ${number}: ${reason}", mapping={"number": number, "reason": message}), field=field)


def _validated(field, value, name: str):
    """Return a plain value, stripped and validated."""
    value = _stripped(field.default if value is None else value)
    value = _known_skills(field, value, name)
    if value is None:
        if field.required:
            raise Invalid(_("This is required."), field=name)
        return [] if field.missing_value == [] else None
    if IText.providedBy(field) and isinstance(value, str):
        check_text(value, field=name, maximum=field.max_length or profile.TEXT, lines=type(field) is Text)
    try:
        field.bind(None).validate(value)
    except ValidationError as error:
        raise Invalid(reason(error, field), field=name) from None
    return value


def _known_skills(field, value, name: str):
    """Return ids for what names skills, in any spelling; raise Invalid for what names none."""
    if ISkillField.providedBy(field) and isinstance(value, str):
        return _known_skill(value, name)
    if ISkillListField.providedBy(field) and isinstance(value, list):
        return list(dict.fromkeys(_known_skill(one, name) for one in value))
    return value


def _known_skill(text, name: str) -> str:
    found = skills.resolve(text) if isinstance(text, str) else ""
    if not found:
        message = _("“${text}” is not in the list of skills.", mapping={"text": str(text)[:80]})
        raise Invalid(message, field=name)
    return found


def _stripped(value):
    """Return the value without spaces around; None for an empty text; a list without empty or repeated entries."""
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, list | tuple):
        found = [one.strip() if isinstance(one, str) else one for one in value]
        return [one for place, one in enumerate(found) if one != "" and one not in found[:place]]
    return value


def reason(error: ValidationError, field):
    """Return what is wrong, in words that help to put it right."""
    if isinstance(error, TooBig | TooSmall):
        bounds = {"minimum": field.min, "maximum": field.max}
        return _("A number from ${minimum} to ${maximum} is expected.", mapping=bounds)
    if isinstance(error, TooLong):
        return _("Too long: at most ${maximum}.", mapping={"maximum": field.max_length})
    if isinstance(error, RequiredMissing):
        return _("This is required.")
    inner = next((one for one in getattr(error, "errors", None) or () if isinstance(one, ValidationError)), None)
    if inner is not None:
        return reason(inner, getattr(field, "value_type", field))
    own = isinstance(error, profile.HasMarkup | profile.NoPhone)
    return error.doc() if own else _("This value cannot be accepted.")


def _refuse_twice(rows: list[dict], name: str) -> None:
    seen = {}
    for number, row in enumerate(rows, 1):
        key = tuple(_folded(row[column]) for column in KEYS.get(name, ())) or number
        if key in seen:
            message = _("The same as row ${other}.", mapping={"other": seen[key]})
            raise in_row(number, message, field=name)
        seen[key] = number


def _folded(value):
    return value.casefold() if isinstance(value, str) else value


def _order(first: str, last: str, message):
    def check(row: dict, name: str, number: int) -> None:
        if row.get(first) and row.get(last) and row[last] < row[first]:
            raise in_row(number, message, field=name)

    return check


def _not_future(column: str, message):
    def check(row: dict, name: str, number: int) -> None:
        today = local(now()).date()
        value = row.get(column)
        if value is not None and (value > today.year if isinstance(value, int) else value > today):
            raise in_row(number, message, field=name)

    return check


def _absence(values: dict, userid: str) -> None:
    start, end = values.get("away_from"), values.get("away_until")
    replacement = values.get("away_replacement")
    if replacement:
        replacement = values["away_replacement"] = member_named(replacement)
    if bool(start) != bool(end):
        raise Invalid(_("Give both days, or none."), field="away_until" if start else "away_from")
    if start and end < start:
        raise Invalid(_("The last day is before the first."), field="away_until")
    if replacement is not None:
        other = account(replacement)
        if other is None or other.kind == "client" or replacement == userid:
            raise Invalid(_("Choose another member."), field="away_replacement")


ROW_RULES = {
    "skills": (_not_future("last_used", _("The year of last use is in the future.")),),
    "certifications": (
        _order("obtained", "expires", _("It would expire before it was obtained.")),
        _not_future("obtained", _("It is obtained in the future.")),
    ),
    "experiences": (_order("start", "end", _("The end is before the start.")),),
}
RULES = {ABSENCE: (_absence,)}
