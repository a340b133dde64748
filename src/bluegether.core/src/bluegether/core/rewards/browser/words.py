"""Numbers, amounts, quarters and states as the pages of this room write them."""

from bluegether.core import _
from plone import api
from zope.i18nmessageid import Message


# Page -> (title, icon, question of `rights` by the name of a property of Page; empty for everybody)
PAGES = {
    "my-rewards": (_("My points"), "wallet2", ""),
    "rewards": (_("Catalogue"), "gift", ""),
    "rewards-rules": (_("Rules"), "list-check", ""),
    "rewards-figures": (_("What was paid"), "bar-chart", ""),
    "rewards-leaderboard": (_("Leaderboard"), "trophy", ""),
    "rewards-orders": (_("Orders"), "box-seam", "handles"),
    "rewards-due": (_("To pay"), "cash-coin", "pays"),
    "rewards-draft": (_("Write rules"), "pencil-square", "writes"),
}
# State of an order -> (title, colour of its badge)
ORDERS = {
    "ordered": (_("Waits for approval"), "text-bg-info"),
    "approved": (_("Approved, to be delivered"), "text-bg-primary"),
    "delivered": (_("Delivered"), "text-bg-success"),
    "refused": (_("Order refused"), "text-bg-secondary"),
    "cancelled": (_("Order cancelled"), "text-bg-secondary"),
}
# State of a version -> (title, colour of its badge)
VERSIONS = {
    "draft": (_("Draft of rules"), "text-bg-warning"),
    "coming": (_("To come"), "text-bg-info"),
    "in_force": (_("In force"), "text-bg-success"),
    "earlier": (_("Earlier version"), "text-bg-secondary"),
}
ACTS = {
    "undone": _("No longer holds"),
    "reversal": _("Reversed by decision"),
    "back": _("Points given back"),
}
OPERATORS = {
    "is": _("is"),
    "is_not": _("is not"),
    "at_least": _("is at least"),
    "at_most": _("is at most"),
}
# The same in a sentence of a rule.
CONDITIONS = {
    "is": _("${title}: ${value}"),
    "is_not": _("${title}: not ${value}"),
    "at_least": _("${title}: at least ${value}"),
    "at_most": _("${title}: at most ${value}"),
}
YES_NO = {"yes": _("yes"), "no": _("no")}
CAUTIONS = {
    "overlap": _("One deed may fit both rules: it would be paid twice."),
    "paid_by_room": _("The money for this is paid elsewhere already: with this amount it would be paid twice."),
}


def number(value: int) -> str:
    """Return a number with its thousands apart, as the reader's language writes it."""
    plain = f"{abs(value):,}"
    return ("−" if value < 0 else "") + (plain if english() else plain.replace(",", "\u202f"))


def signed(value: int) -> str:
    """Return a number with its sign."""
    return f"+{number(value)}" if value > 0 else number(value)


def euros(cents: int) -> str:
    """Return an amount with its currency, as the reader's language writes it; without decimals when there are none."""
    whole, rest = divmod(abs(cents), 100)
    minus = "−" if cents < 0 else ""
    if english():
        return f"{minus}€{whole:,}" + (f".{rest:02}" if rest else "")
    return minus + f"{whole:,}".replace(",", "\u202f") + (f",{rest:02}" if rest else "") + "\u00a0€"


def quarter(name: str) -> Message:
    """Return a quarter as people read it: third quarter of 2026."""
    year, place = name.split("-")
    return Message(QUARTERS[place], mapping={"year": year})


QUARTERS = {
    "1": _("First quarter of ${year}"),
    "2": _("Second quarter of ${year}"),
    "3": _("Third quarter of ${year}"),
    "4": _("Fourth quarter of ${year}"),
}


def english() -> bool:
    """Return whether the reader's page is English; all others read French."""
    return api.portal.get_current_language().startswith("en")
