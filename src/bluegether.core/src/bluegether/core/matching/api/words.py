"""The reasons of a score in words; made for those who are shown, never for those who are only ranked."""

from bluegether.core import _
from bluegether.core.kit.clock import spoken
from bluegether.core.matching.api.parts import Finding
from datetime import date


REMOTE = {
    "no": _("at the client’s site"),
    "partly": _("partly remote"),
    "full": _("wholly remote"),
}
WISHES = {
    "skills": _("skills"),
    "sector": _("sector"),
    "place": _("place"),
    "date": _("date"),
}
UNKNOWN = {
    "start_unknown": _("Nothing is said about availability: it counts half."),
    "place_unknown": _("Nothing is said about places: it counts half."),
    "wishes_unknown": _("No wish is said that this need could meet: it counts half."),
    "freshness_unknown": _("It is not known when the profile was refreshed: it counts half."),
    "elsewhere": _("None of the places offered is one of those asked for."),
    "no_share": _("The share of full time offered is zero."),
    "missing_skills": _("A required skill is not said."),
}


def why(finding: Finding, say=str):
    """Return the reason as a translatable text; `say` translates what is put into it."""
    if finding.reason in UNKNOWN:
        return UNKNOWN[finding.reason]
    return SENTENCES[finding.reason](finding.about, say)


def _levels(about, _say):
    return _("${met} of ${count} at the level asked for.", mapping={"met": about[0], "count": about[1]})


def _free(_about, _say):
    return _("Free at the start.")


def _smaller_share(about, _say):
    return _("Free at the start, for ${share} % only.", mapping={"share": about[1]})


def _late(about, _say):
    day, share, late = about
    mapping = {"day": spoken(date.fromordinal(day)), "share": share, "days": late}
    return _("Free from ${day} for ${share} %: ${days} days after the start.", mapping=mapping)


def _place(about, _say):
    return _("Offers a place that is asked for.")


def _remote(about, say):
    asked, offered = say(REMOTE[about[0]]), say(REMOTE[about[1]])
    if asked == offered:
        return _("Both: ${how}.", mapping={"how": asked})
    return _("Asked: ${asked}. Wanted: ${offered}.", mapping={"asked": asked, "offered": offered})


def _remote_unknown(about, say):
    return _("Asked: ${asked}. The person says nothing: it counts half.", mapping={"asked": say(REMOTE[about[0]])})


def _wishes(about, say):
    met, unmet = (", ".join(say(WISHES[name]) for name in names) for names in about)
    if not unmet:
        return _("Meets the wishes about: ${met}.", mapping={"met": met})
    if not met:
        return _("Does not meet the wishes about: ${unmet}.", mapping={"unmet": unmet})
    return _("Meets the wishes about: ${met}; not about: ${unmet}.", mapping={"met": met, "unmet": unmet})


def _fresh(about, _say):
    return _("Changed or confirmed on ${day}.", mapping={"day": spoken(date.fromordinal(about[0]))})


SENTENCES = {
    "levels": _levels,
    "free": _free,
    "smaller_share": _smaller_share,
    "late": _late,
    "place": _place,
    "remote": _remote,
    "remote_unknown": _remote_unknown,
    "wishes": _wishes,
    "fresh": _fresh,
}
