"""The words that people read for kinds, levels, orders and the like."""

from bluegether.core import _


TONES = ("", "avatar-tone-2", "avatar-tone-3", "avatar-tone-4", "avatar-tone-5", "avatar-tone-6")
# Page -> (title, icon), in the order of the menu.
PAGES = {
    "directory": (_("Directory"), "people"),
    "org-chart": (_("Organisation chart"), "diagram-3"),
    "skills-map": (_("Map of skills"), "grid-3x3"),
    "newcomers": (_("Newly arrived"), "person-plus"),
    "saved-searches": (_("My searches"), "bookmark"),
}
SORTS = {
    "relevance": _("Relevance"),
    "name": _("Name"),
    "arrival": _("Arrived last"),
    "availability": _("Soonest available"),
}
VIEWS = {"faces": _("Faces"), "list": _("List")}
KINDS = {
    "consultant": _("Consultant"),
    "staff": _("Staff"),
    "direction": _("Direction"),
    "partner": _("Partner"),
    "client": _("Client"),
}
EMPLOYMENTS = {"employee": _("Employee"), "freelance": _("Freelance")}
LEVELS = {1: _("Beginner"), 2: _("Intermediate"), 3: _("Advanced"), 4: _("Expert")}
LEAST = {
    "1": _("Any level"),
    "2": _("Intermediate or more"),
    "3": _("Advanced or more"),
    "4": _("Expert"),
    "expert": _("Recognised expert"),
}
SHARES = {"50": _("Half-time or more"), "80": _("Four days a week or more"), "100": _("Full time")}
REMOTES = {"partly": _("Partly remote at least"), "full": _("Wholly remote")}
LANGUAGE_LEVELS = {"A1": "A1", "A2": "A2", "B1": "B1", "B2": "B2", "C1": "C1", "C2": "C2", "native": _("Mother tongue")}
REMOTE = {"no": _("At the client’s site"), "partly": _("Partly remote"), "full": _("Wholly remote")}
