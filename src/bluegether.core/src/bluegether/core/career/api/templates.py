"""The points that an interview of each kind starts with: the company's, or else the portal's own."""

from bluegether.core import _
from bluegether.core.career.api.careers import setting
from plone import api
from zope.i18n import translate


POINTS = {
    "yearly": (
        _("The year behind us: missions, results, what I am proud of"),
        _("What was difficult, and what would have helped"),
        _("Skills gained, skills missing"),
        _("Goals for the year to come"),
        _("Training"),
        _("Balance of work and private life, remote work"),
    ),
    "mission": (
        _("The mission: context, tasks, what changed since the start"),
        _("Relations with the client and the team"),
        _("What I learn, what I would like to do more or less of"),
        _("Workload, place, remote work"),
        _("What comes after this mission"),
    ),
    "professional": (
        _("My path so far and what I learned"),
        _("Where I want to go: job, sector, place"),
        _("Training followed and still to follow, certification"),
        _("Validation of experience (VAE), skills assessment, personal training account (CPF)"),
        _("Changes in pay and position since the last one"),
    ),
}


def agenda_of(kind: str) -> tuple[str, ...]:
    """Return the points of a new interview's agenda, as text in the site's language."""
    own = setting(f"agenda_{kind}")
    language = api.portal.get_default_language()
    return tuple(own) if own else tuple(translate(point, target_language=language) for point in POINTS[kind])
