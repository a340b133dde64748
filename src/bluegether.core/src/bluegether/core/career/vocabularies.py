"""Titles of kinds, states and the like; with the badge that shows a state."""

from bluegether.core import _


KINDS = {
    "yearly": _("Yearly interview"),
    "mission": _("Mid-mission interview"),
    "professional": _("Professional interview"),
}
SIDES = {"person": _("The person"), "manager": _("The manager"), "hr": _("HR")}
HORIZONS = {
    "quarter": _("Within three months"),
    "year": _("Within a year"),
    "years": _("Within three years"),
    "later": _("Later"),
}
GOAL_STATES = {
    "open": (_("In progress"), "text-bg-info"),
    "reached": (_("Reached"), "text-bg-success"),
    "dropped": (_("Dropped"), "text-bg-secondary"),
}
URGENCIES = {"low": _("When there is time"), "normal": _("This year"), "high": _("Needed for my mission")}
WISH_STATES = {
    "asked": (_("Waits for HR"), "text-bg-warning"),
    "accepted": (_("Accepted"), "text-bg-success"),
    "later": (_("Later"), "text-bg-info"),
    "refused": (_("Wish refused"), "text-bg-danger"),
    "done": (_("Followed"), "text-bg-success"),
    "withdrawn": (_("Withdrawn"), "text-bg-secondary"),
}
INTERVIEW_STATES = {
    "planned": (_("Planned"), "text-bg-info"),
    "preparation": (_("In preparation"), "text-bg-info"),
    "held": (_("To be signed"), "text-bg-warning"),
    "half": (_("Signed by one"), "text-bg-warning"),
    "signed": (_("Signed by both"), "text-bg-success"),
    "cancelled": (_("Cancelled"), "text-bg-secondary"),
}
# Subject and verb of a line of the history -> what it says.
STEPS = {
    "goal added": _("wrote the goal “${title}”"),
    "goal changed": _("changed the goal “${title}”"),
    "goal reached": _("reached the goal “${title}”"),
    "goal dropped": _("dropped the goal “${title}”"),
    "goal reopened": _("took up the goal “${title}” again"),
    "goal noted": _("noted progress on “${title}”"),
    "goal answered": _("answered the goal “${title}”"),
    "wish added": _("asked for the training “${title}”"),
    "wish changed": _("changed the training wish “${title}”"),
    "wish withdrawn": _("withdrew the training wish “${title}”"),
    "wish done": _("noted the training “${title}” as followed"),
    "wish accepted": _("accepted the training “${title}”"),
    "wish later": _("put the training “${title}” off"),
    "wish refused": _("refused the training “${title}”"),
    "wish noted": _("wrote about the training “${title}”"),
    "wish answered": _("wrote about the training “${title}”"),
    "next wanted": _("wrote what comes next"),
    "interview planned": _("planned an interview: ${title}"),
    "interview moved": _("moved an interview: ${title}"),
    "interview agenda": _("changed the agenda: ${title}"),
    "interview shared": _("shared their preparation: ${title}"),
    "interview taken": _("took over the lead: ${title}"),
    "interview handed": _("handed the lead over: ${title}"),
    "interview cancelled": _("cancelled an interview: ${title}"),
    "interview held": _("noted that it took place: ${title}"),
    "interview wrote": _("wrote the report: ${title}"),
    "interview cleared": _("changed a signed report, which cleared the signature: ${title}"),
    "interview signed": _("signed the report: ${title}"),
    "interview opened": _("showed an earlier interview to the present manager: ${title}"),
    "interview unopened": _("no longer shows an earlier interview to the present manager: ${title}"),
    "interview_date earlier": _("noted when the last one took place: ${title}"),
}
# What waits in an interview -> (to the person, to who leads).
TASKS = {
    "prepare": (_("Prepare your interview"), _("Prepare the interview with ${person}")),
    "hold": ("", _("Did the interview with ${person} take place?")),
    "write": ("", _("Write the report of the interview with ${person}")),
    "sign": (_("Sign the report of your interview"), _("Sign the report of the interview with ${person}")),
}
