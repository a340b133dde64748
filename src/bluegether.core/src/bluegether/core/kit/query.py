"""Query parameters that a person can send, checked where they enter.

Plone's own listings take some of the same parameters and answer 500 to a bad one, or fetch as much as they are told:
`check` looks at them once, before anything is published, wherever a listing may read them.
"""

from bluegether.core import _
from bluegether.core.kit.access import published_class
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.interfaces import IBluegetherLayer
from DateTime.interfaces import DateTimeError
from plone.app.querystring.querybuilder import QueryBuilder
from plone.rest.interfaces import IAPIRequest
from urllib.parse import parse_qsl
from zExceptions import BadRequest
from ZPublisher.Converters import type_converters
import json


MAX_BATCH = 200
# Parameter of Plone's listings -> largest value.
BOUNDS = {
    "b_size": MAX_BATCH,
    "b_start": 10**6,
    "depth": 100,
    "expand.contextnavigation.bottomLevel": 10,
    "expand.contextnavigation.topLevel": 10,
    "expand.navigation.depth": 10,
    "limit": 1000,
    "max": 1000,
    "page": 10**6,
    "perPage": MAX_BATCH,
    "size": MAX_BATCH,
    "sort_limit": 1000,
    "version": 10**6,
}
IN_PAGES = frozenset({"b_size", "b_start", "perPage"})  # the other names are too common in forms
IN_ADDRESSES = frozenset(BOUNDS) - {"page", "size"}  # those two only inside the JSON of `batch`
IN_REST = IN_ADDRESSES - {"version"}  # in a body, a service's own
AS_JSON = ("batch", "query")
RECORDS = ("created",)
TYPES = frozenset({"date", "date_international", "float", "int", "json", "long", "required"})
MAX_BODY = 1_000_000


def integer(form, name: str, *, default: int, minimum: int = 0, maximum: int = 10**9) -> int:
    """Return the parameter as a number; raise Invalid (400) when it is not one or out of bounds."""
    value = form.get(name, default)
    try:
        number = int(value)
    except (TypeError, ValueError):
        raise Invalid(_("${name} must be a whole number.", mapping={"name": name}), field=name) from None
    if not minimum <= number <= maximum:
        message = _(
            "${name} must be between ${minimum} and ${maximum}.",
            mapping={"name": name, "minimum": minimum, "maximum": maximum},
        )
        raise Invalid(message, field=name)
    return number


def batch(form, *, size: int = 25) -> tuple[int, int]:
    """Return (start, size) from `b_start` and `b_size`, bounded; raise Invalid otherwise."""
    start = integer(form, "b_start", default=0)
    return start, integer(form, "b_size", default=size, minimum=1, maximum=MAX_BATCH)


def check(event) -> None:
    """Raise Invalid (400) for a bad batch parameter, in the address or in JSON (subscriber, once per request)."""
    request = event.request
    if not IBluegetherLayer.providedBy(request):
        return
    _check_bounds(request.form, IN_ADDRESSES if IAPIRequest.providedBy(request) else IN_PAGES)
    for name in AS_JSON:
        value = request.form.get(name)
        if isinstance(value, str) and value.lstrip()[:1] in ("{", "["):
            _check_bounds(_parsed(value, name), BOUNDS)
    _check_records(request.form, RECORDS)
    if issubclass(published_class(request), QueryBuilder):
        _check_records(request.form, ("query",))
    _check_bounds(_body(request), IN_REST)


def _check_bounds(data: dict, names) -> None:
    for name in names:
        if data.get(name) is not None:
            integer(data, name, default=0, maximum=BOUNDS[name])


def _parsed(text: str, name: str) -> dict:
    try:
        data = json.loads(text)
    except ValueError:
        raise Invalid(_("${name} is not JSON.", mapping={"name": name}), field=name) from None
    if not isinstance(data, dict):
        raise Invalid(_("${name} must be a JSON object.", mapping={"name": name}), field=name)
    return data


def _check_records(data, names) -> None:
    """Plone reads these as records (`created.query:record`); a plain text there would be a 500."""
    for name in names:
        if isinstance(data.get(name), str):
            raise Invalid(_("${name} cannot be understood.", mapping={"name": name}), field=name)


def check_types(event) -> None:
    """Raise BadRequest (400) for `name:int=abc` in the address: Zope itself would answer 500 (subscriber, at start)."""
    for name, value in parse_qsl(event.request.get("QUERY_STRING", ""), keep_blank_values=True):
        for kind in set(name.split(":")[1:]) & TYPES:
            try:
                type_converters[kind](value)
            except (ValueError, DateTimeError):
                raise BadRequest(f"The value of {name[:60]!r} does not fit its type") from None


def _body(request) -> dict:
    """Return the request's JSON object, or an empty one: what is not JSON is for the service to refuse."""
    if "json" not in (request.getHeader("Content-Type") or "") or not 0 < len(request.get("BODY") or "") < MAX_BODY:
        return {}
    try:
        data = json.loads(request["BODY"])
    except ValueError:
        return {}
    return data if isinstance(data, dict) else {}
