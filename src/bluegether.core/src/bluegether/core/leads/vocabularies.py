"""The words of leads: states with the class of their badge, steps, choices of the form."""

from bluegether.core import _


STATES = {
    "new": (_("Waits for an answer"), "text-bg-warning"),
    "taken": (_("Taken by sales"), "text-bg-info"),
    "qualified": (_("Qualified by sales"), "text-bg-primary"),
    "need": (_("Became a need"), "text-bg-primary"),
    "signed": (_("Signed with the client"), "text-bg-success"),
    "dropped": (_("Not followed"), "text-bg-secondary"),
}
STEPS = {
    "take": _("Take it"),
    "qualify": _("It is worth following: qualify"),
    "need": _("Make a need of it"),
    "sign": _("It is signed"),
    "drop": _("Do not follow it"),
    "reopen": _("Take it up again"),
}
# What a line of the history says to who handed the lead in.
WHAT = {
    "new": _("Handed in"),
    "take": _("Taken by sales"),
    "qualify": _("Qualified by sales"),
    "need": _("Became a need"),
    "sign": _("Signed with the client"),
    "drop": _("Not followed"),
    "reopen": _("Taken up again"),
    "need won": _("The need is won: signed"),
    "need lost": _("The need was lost"),
    "handed over": _("Somebody else of sales follows it now"),
}
WHEN = {
    "now": _("Right now, or within a month"),
    "quarter": _("Within three months"),
    "later": _("Later"),
    "unknown": _("I do not know"),
}
SURE = {
    "rumour": _("A rumour"),
    "likely": _("Somebody of the client said it"),
    "sure": _("Certain: it is decided there"),
}
