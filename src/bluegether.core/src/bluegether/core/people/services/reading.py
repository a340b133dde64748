"""JSON as programs send it, made into what verbs take; only the shape is checked here, the rules are the verbs'."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.people.api.profile import SCHEMAS
from datetime import date
from zope.schema import getFields
from zope.schema.interfaces import IChoice
from zope.schema.interfaces import IDate
from zope.schema.interfaces import IList
from zope.schema.interfaces import IObject


def values_from(group: str, data: dict) -> dict:
    """Return field -> value of one group; raise Invalid, naming the field."""
    fields = getFields(SCHEMAS[group])
    return {name: _value(fields[name], value, name) if name in fields else value for name, value in data.items()}


def _value(field, value, name: str):
    """Return the value: what `GET` shows (`{"token": …, "title": …}`) is taken as well as its token."""
    if IObject.providedBy(field):
        return _row(field, value, name)
    if IList.providedBy(field) and isinstance(value, list):
        return [_value(field.value_type, one, name) for one in value]
    if isinstance(value, dict) and "token" in value:
        value = value["token"]
    if IDate.providedBy(field) and value is not None:
        return _day(value, name)
    return _term(field, value) if IChoice.providedBy(field) and field.vocabulary is not None else value


def _row(field, row, name: str):
    if not isinstance(row, dict):
        return row
    columns = getFields(field.schema)
    return {title: _value(columns[title], one, name) if title in columns else one for title, one in row.items()}


def _day(value, name: str) -> date:
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise Invalid(_("A date like 2026-12-31 is expected."), field=name) from None


def _term(field, value):
    known = field.vocabulary.by_token
    return known[str(value)].value if str(value) in known and not isinstance(value, bool) else value
