"""The one family of errors that verbs raise; forms show the message, REST services give the status.

One that leaves a page becomes its status and a readable page, or JSON (see `browser/error.py`).
"""


class BluegetherError(Exception):
    """A rule was not met. `message` is translatable; `field` names the input at fault, or is None."""

    status = 400
    title = None  # translatable heading of the page, or None
    link = None  # address where the person can do something about it, or None
    link_title = None  # translatable text of the link, or None for "Continue"
    details: dict[str, str | None] = {}  # what a program is told besides the message
    redirect = None  # address that a browser is sent to instead of being shown a page, or None
    headers: dict[str, str] = {}

    def __init__(self, message, *, field: str | None = None):
        super().__init__(message)
        self.message = message
        self.field = field


class Invalid(BluegetherError):
    """The input cannot be accepted."""


class NotAllowed(BluegetherError):
    """The person may not do this."""

    status = 403


class Missing(BluegetherError):
    """What was asked for is not there."""

    status = 404


class Conflict(BluegetherError):
    """The state of things does not allow it (any more)."""

    status = 409


class TooMany(BluegetherError):
    """Too much in too short a time: nothing is lost, it can be sent again in so many `seconds`."""

    status = 429

    def __init__(self, message, *, field: str | None = None, seconds: int = 60):
        super().__init__(message, field=field)
        self.headers = {"Retry-After": str(max(1, seconds))}
        self.details = {"retry_after": str(max(1, seconds))}
