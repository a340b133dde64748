"""The seam to matching: what a need asks for, as matching reads it; who fits, and why."""

from bluegether.core import _
from bluegether.core.needs.api import rules


def criteria() -> dict:
    """Return the criteria that may exclude somebody, by name."""
    return {"skills": _("Required skills"), "start": _("Availability"), "place": _("Place"), "remote": _("Remote work")}


def follow(need, record) -> None:
    """Let matching know what the need asks for while it is in progress, and forget it otherwise."""
    if record.state in rules.VISIBLE:
        keep(record)
    else:
        drop(record.uid)


def keep(record) -> None:
    """Let matching know."""


def drop(uid: str) -> None:
    """Let matching forget the need."""
