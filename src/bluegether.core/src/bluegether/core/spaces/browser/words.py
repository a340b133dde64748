"""Words and colours of spaces."""

from bluegether.core import _


VISIBILITY = {
    "open": {"title": _("Open to all"), "css": "text-bg-success", "icon": "globe2"},
    "listed": {"title": _("Closed"), "css": "text-bg-warning", "icon": "lock"},
    "secret": {"title": _("Secret"), "css": "text-bg-danger", "icon": "eye-slash"},
}
ARCHIVED = {"title": _("Archived space"), "css": "text-bg-secondary", "icon": "archive"}
ROLES = {"owner": _("Owner of the space"), "moderator": _("Moderator"), "member": _("Member")}
TEMPLATES = {
    "project": _("Project"),
    "community": _("Community"),
    "client": _("Client account"),
    "training": _("Training"),
    "direction": _("Dialogue with the direction"),
}
ABOUT = {
    "project": _("A team, a goal, an end: documents, agenda and decisions in one place."),
    "community": _("People who share a craft or an interest, across units and missions."),
    "client": _("What the team of one client shares; closed, because its contract says so."),
    "training": _("Material, dates and questions of a course, before and after it."),
    "direction": _("Everybody asks, votes show what matters, the direction answers in front of all."),
}
ICONS = {
    "project": "kanban",
    "community": "people",
    "client": "building",
    "training": "mortarboard",
    "direction": "chat-square-quote",
}


def initials(name: str) -> str:
    """Return the first letters of the first and the last word."""
    found = [word for word in name.split() if word[0].isalnum()]
    return "".join(word[0] for word in (found[:1] + found[1:][-1:])).upper() or "?"
