"""What may be written into a step: every value from outside passes here. Nothing here changes anything."""

from bluegether.core import _
from bluegether.core.kit.clock import local
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.onboarding.api.steps import Definition
from bluegether.core.onboarding.api.steps import Question
from bluegether.core.people import api as people
from datetime import date
from plone import api
from urllib.parse import urlsplit
import re


STATES = ("not_started", "under_way", "done", "not_needed")
TEXT = 2000
LINK = 500
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
IN_LINK = re.compile(r"[\s\\<>\"'`\x00-\x1f\x7f]")


def text(value, field: str, maximum: int = TEXT) -> str:
    """Return the text without blanks around it; raise Invalid when it is none, too long or holds control characters."""
    if not isinstance(value, str):
        raise Invalid(_("This must be a text."), field=field)
    value = value.replace("\r\n", "\n").strip()
    if len(value) > maximum:
        raise Invalid(_("At most ${count} characters.", mapping={"count": maximum}), field=field)
    if UNPRINTABLE.search(value):
        raise Invalid(_("This holds characters that cannot be shown."), field=field)
    return value


def day(value, field: str) -> date | None:
    """Return the day of an ISO text (2026-11-30), None for an empty one; raise Invalid otherwise."""
    if value in (None, ""):
        return None
    try:
        found = date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        found = None
    if found is None or not 2000 <= found.year <= 2100:
        raise Invalid(_("This must be a day between 2000 and 2100."), field=field)
    return found


def done(value, field: str = "done") -> date | None:
    """Return the day on which a step was done; raise Invalid for one that is still to come."""
    found = day(value, field)
    if found is not None and found > local(now()).date():
        raise Invalid(_("A step cannot have been done in the future."), field=field)
    return found


def evidence(value, field: str = "evidence") -> str:
    """Return an https address, or a path in the portal that starts with one slash; raise Invalid otherwise."""
    value = text(value, field, LINK)
    site = api.portal.get().absolute_url()
    if value == site or value.startswith(f"{site}/"):
        value = value.removeprefix(site) or "/"
    if not value or (not IN_LINK.search(value) and (_is_path(value) or _is_https(value))):
        return value
    raise Invalid(_("Give an address that starts with https://, or a page of this portal."), field=field)


def _is_path(value: str) -> bool:
    return value.startswith("/") and not value.startswith("//")


def _is_https(value: str) -> bool:
    try:
        parts = urlsplit(value)
        return parts.scheme == "https" and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        return False


def owner(value, field: str = "owner") -> str:
    """Return the user id of a member, or an empty one; raise Invalid for a client or nobody."""
    value = text(value, field, 100)
    person = people.account(value)
    if not value or (person is not None and person.kind != "client"):
        return value
    # The site's first administrator has no account among the people, yet is who starts the launch.
    if person is None and value == api.user.get_current().getId():
        return value
    raise Invalid(_("Choose a member as the owner."), field=field)


def state(value, field: str = "state") -> str:
    """Return the state; raise Invalid when there is none of that name."""
    if value not in STATES:
        raise Invalid(_("This is no state of a step."), field=field)
    return value


def answers(step: Definition, value, field: str = "answers") -> dict:
    """Return the answers given, by question, None for one taken back; raise Invalid for an unknown or bad one."""
    if not isinstance(value, dict) or not set(value) <= {question.id for question in step.questions}:
        raise Invalid(_("This step has no such question."), field=field)
    return {question.id: _answer(question, value[question.id]) for question in step.questions if question.id in value}


def together(step: Definition, values: dict, *, holds: bool) -> dict:
    """Return the values made consistent: a day of completion only when done. `holds`: the portal sees it done.

    Raises Invalid for done without a required answer and for not needed without a reason, Conflict for a state
    that the portal sees is not so.
    """
    state = values["state"]
    if step.checked:
        _check_seen(state, holds)
    elif state == "done":
        _check_answered(step, values["answers"])
    if state == "not_needed" and not values["reason"]:
        raise Invalid(_("Say why this step is not needed."), field="reason")
    day_done = (values["done"] or local(now()).date()) if state == "done" else None
    return values | {"done": day_done}


def _check_seen(state: str, holds: bool) -> None:
    if state == "not_needed":
        raise Conflict(_("No launch goes without this step."), field="state")
    if holds != (state == "done"):
        raise Conflict(_("The portal sees by itself whether this step is done."), field="state")


def _check_answered(step: Definition, given: dict) -> None:
    for question in step.questions:
        if question.required and question.id not in given:
            raise Invalid(_("Write this down before the step is done."), field=question.id)


def _answer(question: Question, value):
    if value in ("", None):
        return None
    if not question.maximum:
        return text(value, question.id) or None
    try:
        number = -1 if isinstance(value, (bool, float)) else int(value)
    except (TypeError, ValueError):
        number = -1
    if not 0 <= number <= question.maximum:
        message = _("Give a whole number from 0 to ${maximum}.", mapping={"maximum": question.maximum})
        raise Invalid(message, field=question.id)
    return number
