"""Settings and names of moderation."""

from bluegether.core import _
from zope import schema
from zope.interface import Interface


# Decision -> title. All but `keep` name the article of the charter that the thing breaks.
DECISIONS = {
    "keep": _("Keep it"),
    "hide": _("Hide it"),
    "remove": _("Delete it for good"),
    "warn": _("Warn its author"),
    "suspend": _("Suspend its author and hide it"),
}
# What is said afterwards.
OUTCOMES = {
    "keep": _("kept"),
    "hide": _("hidden"),
    "remove": _("deleted"),
    "warn": _("kept, its author warned"),
    "suspend": _("hidden, its author suspended"),
}
STATES = {
    "open": _("To decide"),
    "appealed": _("Appeals"),
    "decided": _("Decided"),
    "closed": _("Judged on appeal"),
}


class IModerationSettings(Interface):
    """In the registry under `bluegether.moderation`."""

    appeal_days = schema.Int(
        title=_("Days in which an author may appeal against a decision"), min=1, max=365, default=14
    )
    longest_suspension = schema.Int(title=_("Longest suspension in days"), min=1, max=365, default=30)
