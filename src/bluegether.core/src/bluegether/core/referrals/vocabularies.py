"""Titles of kinds, stages, milestones and the like, with the badge that shows a state."""

from bluegether.core import _
from zope.i18n import translate


KINDS = {"candidate": _("A candidate"), "partner": _("A partner company")}
LANGUAGES = {"fr": "Français", "en": "English"}
PROFILES = {
    "junior": _("Junior (under three years)"),
    "confirmed": _("Confirmed (three to seven years)"),
    "senior": _("Senior (over seven years)"),
    "expert": _("Rare expert"),
    "partner": _("Partner company"),
}
STATES = {
    "submitted": (_("Waits for their consent"), "text-bg-warning"),
    "consented": (_("Consented"), "text-bg-info"),
    "qualified": (_("Qualified"), "text-bg-info"),
    "interview": (_("In interviews"), "text-bg-info"),
    "offer": (_("Offer made"), "text-bg-primary"),
    "hired": (_("Hired"), "text-bg-success"),
    "trial_passed": (_("Trial period passed"), "text-bg-success"),
    "declined": (_("Not retained"), "text-bg-secondary"),
    "withdrawn": (_("Withdrawn"), "text-bg-secondary"),
    "expired": (_("Without an answer"), "text-bg-secondary"),
}
# What the same stages are called for a partner company.
PARTNER_STATES = {
    "interview": _("Meetings"),
    "offer": _("Contract proposed"),
    "hired": _("Contract signed"),
    "trial_passed": _("First mission completed"),
}
# Stage -> the button that leads there.
MOVES = {
    "qualified": _("Qualify"),
    "interview": _("Go on to interviews"),
    "offer": _("An offer was made"),
    "hired": _("Hire"),
    "trial_passed": _("The trial period is passed"),
    "declined": _("Not retained: close"),
    "withdrawn": _("The candidate withdraws: close"),
}
MILESTONES = {"hired": _("At the start"), "trial_passed": _("After the trial period")}
BONUS_STATES = {
    "due": (_("Due bonus"), "text-bg-warning"),
    "approved": (_("Approved"), "text-bg-info"),
    "exported": (_("Sent to payroll"), "text-bg-primary"),
    "paid": (_("Paid bonus"), "text-bg-success"),
    "cancelled": (_("Cancelled bonus"), "text-bg-secondary"),
}
REASONS = {
    "referrer_left": _("The referrer left before the date."),
    "hire_left": _("The person who was hired left before the date."),
    "never_started": _("The person never started."),
}
GRADES = {5: _("5: excellent"), 4: _("4: good"), 3: _("3: fair"), 2: _("2: doubtful"), 1: _("1: no")}


def state_title(kind: str, state: str):
    """Return what a stage is called for this kind."""
    return PARTNER_STATES.get(state, STATES[state][0]) if kind == "partner" else STATES[state][0]


def rule_profile(profile: str):
    """Return what a rule's profile is called."""
    return PROFILES.get(profile, _("Any profile"))


def money(cents: int, request=None) -> str:
    """Return an amount as the reader's language writes it."""
    euros = f"{abs(cents) / 100:,.2f}" if cents % 100 else f"{abs(cents) // 100:,}"
    sign = "−" if cents < 0 else ""
    pattern = _("€${amount}")
    if translate(pattern, context=request).startswith("€"):
        return f"{sign}€{euros}"
    return f"{sign}{euros}".replace(",", "\u202f").replace(".", ",") + "\u00a0€"
