"""The seam to missions: clients, who sees amounts, the mission that a need becomes."""

from bluegether.core.needs.api.rules import may


def choices(reader: str) -> list[tuple[str, str]]:
    """Return (uid, name) of the clients that this person may choose."""
    return []


def name_of(client: str, reader: str) -> str:
    """Return what this reader is shown of a client."""
    return ""


def sees_amounts(userid: str) -> bool:
    """Return whether this person sees rates."""
    return may("BlueGether: View Need Amounts", userid)


def plain_name(client: str) -> str:
    """Return the name itself, whoever asks: to look for it in texts, never to show it."""
    return ""
