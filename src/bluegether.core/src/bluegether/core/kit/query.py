"""Query parameters that a person can send, checked where they enter."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid


MAX_BATCH = 200


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
