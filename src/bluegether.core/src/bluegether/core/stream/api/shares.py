"""Who shared what, and where: entries that quote an entry or attach a document."""

from bluegether.core.kit.annotation import stored
from bluegether.core.stream.api.gathering import Shown
from bluegether.core.stream.api.reading import line
from bluegether.core.stream.api.reading import total
from bluegether.core.stream.storage import KEY
from plone import api


SHARES = 20


def shares_of_entry(entry_id: int, *, userid: str, limit: int = SHARES) -> list[Shown]:
    """Return the newest entries that share this one, of those that the person may see."""
    return line("quoted", str(entry_id), userid=userid, limit=limit)


def shares_of_document(uid: str, *, userid: str, limit: int = SHARES) -> list[Shown]:
    """Return the newest entries that attach this content, of those that the person may see."""
    return line("document", uid, userid=userid, limit=limit)


def times_shared(entry_id: int) -> int:
    """Return how often the entry was shared with everyone."""
    return total("quoted", str(entry_id))


def is_author(entry_id: int, userid: str) -> bool:
    """Return whether this person wrote the entry, whoever asks and may see it."""
    trees = stored(api.portal.get(), KEY)
    found = trees.get(entry_id) if trees is not None else None
    return found is not None and found.author == userid
