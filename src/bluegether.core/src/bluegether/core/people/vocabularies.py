"""The names that people read for kinds of account, employments and states."""

from bluegether.core import _


KINDS = {
    "consultant": _("Consultant"),
    "staff": _("Staff"),
    "direction": _("Direction"),
    "partner": _("Partner"),
    "client": _("Client"),
}
EMPLOYMENTS = {"employee": _("Employee"), "freelance": _("Freelance")}
# State -> (title, colour of its badge)
STATES = {
    "open": (_("Awaiting an answer"), "text-bg-info"),
    "accepted": (_("Request or invitation accepted"), "text-bg-success"),
    "declined": (_("Invitation declined"), "text-bg-secondary"),
    "expired": (_("Invitation expired"), "text-bg-warning"),
    "revoked": (_("Invitation revoked"), "text-bg-secondary"),
    "waiting": (_("Waiting for HR"), "text-bg-warning"),
    "refused": (_("Request refused"), "text-bg-secondary"),
}
