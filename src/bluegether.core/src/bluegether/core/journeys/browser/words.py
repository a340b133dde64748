"""How pages say what the api holds."""

from bluegether.core import _


WHO = {
    "newcomer": _("Newcomer"),
    "buddy": _("Buddy"),
    "manager": _("Manager"),
    "hr": _("HR"),
    "animator": _("Animation of the network"),
}
# How the newcomer reads who does a step
WHO_FOR_NEWCOMER = {
    "newcomer": _("For you"),
    "buddy": _("With your buddy"),
    "manager": _("With your manager"),
    "hr": _("HR sees to it"),
}
OUTCOMES = {"finished": _("Finished"), "stopped": _("Stopped"), "left": _("Left meanwhile")}
KINDS = {"consultant": _("Consultant"), "staff": _("Staff"), "direction": _("Direction"), "partner": _("Partner")}
QUESTIONS = {
    30: _("One month already: how is it going?"),
    90: _("Three months already: how did your arrival go?"),
}
SCALE = {1: _("Badly"), 2: _("Not so well"), 3: _("So-so"), 4: _("Well"), 5: _("Very well")}
STATES = {
    "proposed": (_("To be confirmed by HR"), "text-bg-warning"),
    "planned": (_("Planned"), "text-bg-info"),
    "done": (_("Has left"), "text-bg-secondary"),
}
TASKS = {
    "knowledge": _("Knowledge handed over"),
    "documents": _("Documents filed where colleagues find them"),
    "interview": _("Exit interview"),
    "equipment": _("Equipment returned"),
}
HISTORY = {
    "proposed": _("Proposed"),
    "planned": _("Planned"),
    "moved": _("Last day changed"),
    "successor": _("Successor chosen"),
    "left": _("Access ended, the rest handed over"),
}
REASONS = {
    "mission": _("The missions"),
    "pay": _("The pay"),
    "career": _("The prospects"),
    "management": _("How I was managed"),
    "training": _("Too little to learn"),
    "place": _("The place or the travelling"),
    "client": _("A client hires me"),
    "personal": _("Something personal"),
    "retirement": _("Retirement"),
    "other": _("Something else"),
}
AREAS = {
    "people": _("Team and invitations"),
    "career": _("Interviews and careers"),
    "spaces": _("Spaces"),
    "questions": _("Questions"),
    "requests": _("Approvals"),
    "missions": _("Missions"),
}
