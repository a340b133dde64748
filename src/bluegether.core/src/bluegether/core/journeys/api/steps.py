"""The steps of an arrival, by kind of account and unit, and which template an account gets."""

from bluegether.core import _
from bluegether.core.journeys.api.model import MODEL
from bluegether.core.journeys.api.rules import can_keep_templates
from bluegether.core.journeys.api.rules import checked_text
from bluegether.core.journeys.api.rules import MAX_TEXT
from bluegether.core.journeys.api.rules import MAX_TITLE
from bluegether.core.journeys.api.rules import WHO
from bluegether.core.journeys.api.trees import kept
from bluegether.core.journeys.api.trees import writable
from bluegether.core.journeys.storage import Step
from bluegether.core.journeys.storage import Template
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.people import api as people
from plone import api
from urllib.parse import urlsplit
from zope.i18n import translate
import secrets


KINDS = tuple(kind for kind in people.KINDS if kind != "client")
MAX_STEPS = 60
MAX_DAY = 365


def templates(*, actor: str) -> list[Template]:
    """Return all templates by title. Raises NotAllowed."""
    _check(actor)
    trees = kept()
    return sorted(trees.templates.values(), key=lambda one: one.title.casefold()) if trees is not None else []


def template(template_id: str, *, actor: str) -> Template:
    """Return a template; raise NotAllowed, Missing."""
    _check(actor)
    trees = kept()
    found = trees.templates.get(template_id) if trees is not None else None
    if found is None:
        raise Missing(_("There is no such template."))
    return found


def save_template(
    template_id: str = "", *, title: str, kinds: list[str], units: list[str], steps: list[dict], actor: str
) -> Template:
    """Write a template, a new one without an id, and return it. Arrivals that run keep the steps that they began with.

    A step is a dict of day, who, title, text, link, and id for one that was there. Raises NotAllowed, Missing, Invalid
    naming the field (`steps.<number from 0>.<name>`).
    """
    _check(actor)
    title = checked_text(title, field="title", maximum=MAX_TITLE, required=True)
    _check_choice(kinds, KINDS, "kinds")
    _check_choice(units, people.units(), "units")
    if not kinds:
        raise Invalid(_("Choose at least one kind of account."), field="kinds")
    if not 0 < len(steps) <= MAX_STEPS:
        raise Invalid(_("A template has 1 to ${count} steps.", mapping={"count": MAX_STEPS}), field="steps")
    checked = sorted((_step(number, step) for number, step in enumerate(steps)), key=lambda step: step.day)
    found = template(template_id, actor=actor) if template_id else Template(secrets.token_hex(6))
    found.title, found.kinds, found.units, found.steps = title, tuple(kinds), tuple(units), tuple(checked)
    found.changed, found.changed_by = now(), actor
    writable().templates[found.id] = found
    return found


def delete_template(template_id: str, *, actor: str) -> None:
    """Delete a template; arrivals that run go on. Raises NotAllowed, Missing."""
    template(template_id, actor=actor)
    del writable().templates[template_id]


def model_steps(language: str) -> list[dict]:
    """Return the steps that a first template may start from, in this language."""
    words = ("title", "text")
    return [step | {name: translate(step[name], target_language=language) for name in words} for step in MODEL]


def template_for(userid: str) -> Template | None:
    """Return the template of this person's kind: one that names their unit before one for all units."""
    person, trees = people.account(userid), kept()
    if person is None or trees is None or person.kind == "client":
        return None
    fits = [one for one in trees.templates.values() if person.kind in one.kinds]
    fits = [one for one in fits if not one.units or person.unit in one.units]
    return max(fits, key=lambda one: (bool(one.units), one.changed), default=None)


def _check(actor: str) -> None:
    if not can_keep_templates(actor):
        raise NotAllowed(_("Only HR and animators write the steps of arrivals."))


def _check_choice(values, known, field: str) -> None:
    if not isinstance(values, list) or any(value not in known for value in values):
        raise Invalid(_("This choice is not known."), field=field)


def _step(number: int, step: dict) -> Step:
    def field(name: str) -> str:
        return f"steps.{number}.{name}"

    if not isinstance(step, dict) or step.get("who") not in WHO:
        raise Invalid(_("Say who does it."), field=field("who"))
    return Step(
        id=step.get("id") if _is_id(step.get("id")) else secrets.token_hex(4),
        day=_day(step.get("day"), field("day")),
        who=step["who"],
        title=checked_text(step.get("title"), field=field("title"), maximum=MAX_TITLE, required=True),
        text=checked_text(step.get("text"), field=field("text"), maximum=MAX_TEXT),
        link=_link(step.get("link"), field("link")),
    )


def _is_id(value) -> bool:
    return isinstance(value, str) and len(value) == 8 and value.isalnum()


def _day(value, field: str) -> int:
    day = int(value) if isinstance(value, str) and value.strip().isdecimal() else value
    if isinstance(day, bool) or not isinstance(day, int) or not 1 <= day <= MAX_DAY:
        message = _("A day is a number from 1, the day of arrival, to ${max}.", mapping={"max": MAX_DAY})
        raise Invalid(message, field=field)
    return day


def _link(value, field: str) -> str:
    """Return a path in the portal, made absolute where it is shown, or a web address; raise Invalid for the rest."""
    link = checked_text(value, field=field, maximum=300)
    parts = urlsplit(link)
    inside = link.startswith("/") and not link.startswith("//") and "\\" not in link
    if link and not inside and not (parts.scheme in ("https", "http") and parts.netloc):
        message = _("A link is a path in the portal that begins with / or an address that begins with https.")
        raise Invalid(message, field=field)
    return link


def address_of(step: Step) -> str:
    """Return the absolute address that the step leads to, or an empty string."""
    return f"{api.portal.get().absolute_url()}{step.link}" if step.link.startswith("/") else step.link
