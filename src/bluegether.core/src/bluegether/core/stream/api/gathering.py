"""Entries made ready for a page: allowed, with the content that they are about and what they share.

The catalog is asked once for a page, whatever its entries are about, attach or share.
"""

from bluegether.core.spaces import api as spaces
from bluegether.core.stream.api.rules import Reader
from bluegether.core.stream.api.rules import sees
from bluegether.core.stream.storage import Entry
from bluegether.core.stream.storage import Stream
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from itertools import islice
from plone import api


@dataclass
class Shown:
    """An entry as a page shows it: `brain` is the catalog's of the content; `more` the older ones folded into it.

    `quoted` is the entry that it shares, None when the reader may not (or no longer) see that one; `documents` the
    brains of those attached that the reader may see.
    """

    entry: Entry
    brain: object = None
    more: list = field(default_factory=list)
    quoted: object = None
    documents: list = field(default_factory=list)


def each(trees: Stream, places, who: Reader, wanted, chunk: int) -> Iterator[tuple]:
    """Return (place, what the reader sees of it or None) of (place, id); each chunk is twice the last."""
    places = iter(places)
    while some := list(islice(places, chunk)):
        chunk *= 2
        found = [allowed(trees.get(entry_id), who, wanted) for _place, entry_id in some]
        complete = _Completing(trees, who, found)
        for (place, _entry_id), entry in zip(some, found, strict=True):
            yield place, complete(entry)


def one(trees: Stream, entry_id: int, who: Reader) -> Shown | None:
    """Return the entry if the reader sees it."""
    found = allowed(trees.get(entry_id), who, None)
    return _Completing(trees, who, [found])(found)


def allowed(found: Entry | None, who: Reader, wanted) -> Entry | None:
    """Return the entry unless the reader may not see it or left it out; of content, the catalog decides later."""
    if found is None or not sees(found, who):
        return None
    if wanted is None or wanted.name not in ("all", "me"):
        return found
    if found.author in who.muted or (wanted.name == "me" and wanted.order == "activity" and not _concerns(found, who)):
        return None
    return found


def _concerns(found: Entry, who: Reader) -> bool:
    """Return whether the entry is in "for me": mine, naming me, or of whom or what I follow."""
    if who.userid == found.author or who.userid in found.mentions:
        return True
    mine = who.choices
    if found.audience.spaces and heard_spaces(who.userid, mine).intersection(found.audience.spaces):
        return True
    return mine is not None and (found.author in mine.people or any(tag in mine.hashtags for tag in found.hashtags))


def heard_spaces(userid: str, mine) -> set[str]:
    """Return the UIDs of the spaces that the person hears of: those they are in, and those they follow."""
    return {*spaces.spaces_of(userid), *((mine.spaces or ()) if mine is not None else ())}


class _Completing:
    """Looks up what some entries need, all at once."""

    def __init__(self, trees: Stream, who: Reader, found: list):
        self.quoted = {one.quoted: allowed(trees.get(one.quoted), who, None) for one in found if one and one.quoted}
        everything = [one for one in (*found, *self.quoted.values()) if one is not None]
        uids = {uid for one in everything for uid in (one.uid, *one.documents) if uid}
        self.brains = _brains(uids)

    def __call__(self, found: Entry | None) -> Shown | None:
        shown = self._shown(found)
        if shown is not None and found.quoted:
            shown.quoted = self._shown(self.quoted[found.quoted])
        return shown

    def _shown(self, found: Entry | None) -> Shown | None:
        if found is None or (found.uid and found.uid not in self.brains):
            return None
        documents = [self.brains[uid] for uid in found.documents if uid in self.brains]
        return Shown(found, self.brains.get(found.uid), documents=documents)


def _brains(uids: set[str]) -> dict:
    """Return UID -> catalog brain of the content that the signed-in person may see."""
    return {brain.UID: brain for brain in api.portal.get_tool("portal_catalog")(UID=list(uids))} if uids else {}
