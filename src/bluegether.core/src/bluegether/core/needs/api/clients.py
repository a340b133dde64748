"""The seam to missions: clients as a reader may know them, and who sees amounts."""

from bluegether.core.missions import api as missions


def choices(reader: str) -> list[tuple[str, str]]:
    """Return (uid, name) of the clients that this person may choose."""
    return missions.client_choices(reader)


def name_of(client: str, reader: str) -> str:
    """Return what this reader is shown of a client, "" when it is confidential to them."""
    return missions.client_shown(client, reader) if client else ""


def plain_name(client: str) -> str:
    """Return the name itself, whoever asks: to look for it in texts, never to show it."""
    record = missions.client(client) if client else None
    return record.title if record is not None else ""


def is_confidential(client: str) -> bool:
    """Return whether the client is confidential everywhere, whatever the need says."""
    record = missions.client(client) if client else None
    return record is not None and record.confidential


def sees_amounts(userid: str) -> bool:
    """Return whether this person sees rates."""
    return missions.can_view_amounts(userid)
