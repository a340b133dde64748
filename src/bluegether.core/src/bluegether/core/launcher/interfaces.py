"""What an application may look like."""

from bluegether.core import _


# Name of an icon -> what it shows. The icons are Bootstrap's, which Plone brings.
ICONS = {
    "window": _("A window"),
    "calendar-check": _("Activity report, leave"),
    "receipt": _("Expenses, invoices"),
    "wallet2": _("Pay"),
    "airplane": _("Travel"),
    "envelope": _("Mail"),
    "camera-video": _("Video meetings"),
    "kanban": _("Tickets, projects"),
    "git": _("Source code"),
    "cloud": _("Files"),
    "mortarboard": _("Training"),
    "heart-pulse": _("Health insurance"),
    "headset": _("Help desk"),
    "building": _("Works council"),
    "graph-up": _("Figures"),
    "shield-lock": _("Passwords, security"),
}
