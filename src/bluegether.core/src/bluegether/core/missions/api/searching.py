"""Lists of missions: from what is kept, no mission is woken."""

from bluegether.core.kit.clock import today
from bluegether.core.missions.api.clients import client
from bluegether.core.missions.api.missions import shown
from bluegether.core.missions.api.periods import periods
from bluegether.core.missions.api.rules import kept
from bluegether.core.missions.api.rules import sees_business
from bluegether.core.missions.interfaces import ENDED
from bluegether.core.missions.interfaces import PLANNED
from bluegether.core.missions.interfaces import Shown
from bluegether.core.missions.storage import Record
from bluegether.core.people import api as people


def search(reader: str, *, text: str = "", state: str = "") -> list[Record]:
    """Return the missions that this person sees whole, the one that ends last first; wakes no account."""
    words = {word: people.named(word) for word in people.folded(text).split()}
    found = [one for one in _visible(reader) if state in ("", one.state) and _fits(one, words)]
    return sorted(found, key=lambda one: (_last(one), one.uid))


def missions_at(client_uid: str, *, reader: str) -> list[Shown]:
    """Return a client's missions as the reader may know them: those under way, then the latest."""
    trees = kept()
    uids = trees.of_client.get(client_uid, ()) if trees is not None else ()
    records = sorted((trees.records[uid] for uid in uids), key=lambda one: (one.state == ENDED, _last(one)))
    return [found for found in (shown(one, reader) for one in records) if found is not None]


def running_at(client_uid: str) -> int:
    """Return how many missions are under way at a client."""
    trees = kept()
    uids = trees.of_client.get(client_uid, ()) if trees is not None else ()
    return sum(trees.records[uid].state not in (PLANNED, ENDED) for uid in uids)


def _visible(reader: str) -> list[Record]:
    trees = kept()
    if trees is None or not reader:
        return []
    if sees_business(reader):
        return list(trees.records.values())
    uids = {one.mission_uid for userid in (reader, *people.team(reader)) for one in periods(userid)}
    for client_uid in trees.of_manager.get(reader, ()):
        uids |= set(trees.of_client.get(client_uid, ()))
    return [trees.records[uid] for uid in uids]


def _fits(record: Record, words: dict[str, frozenset[str]]) -> bool:
    if not words:
        return True
    known = client(record.client)
    text = people.folded(f"{record.title} {known.title if known is not None else ''} {record.place}")
    return all(word in text or not named.isdisjoint(record.userids) for word, named in words.items())


def _last(record: Record) -> int:
    return -max((period.end.toordinal() for _userid, period in record.periods), default=0)


def naming_skill(skill_id: str) -> int:
    """Return how many missions name this skill, whoever may see them."""
    trees = kept()
    return len(trees.skills.get(skill_id, ())) if trees is not None else 0


def ahead(userid: str) -> list[Record]:
    """Return the missions on which this person has confirmed work from today on, whoever asks."""
    trees, day = kept(), today()
    uids = dict.fromkeys(one.mission_uid for one in periods(userid) if one.confirmed and one.end >= day)
    return [trees.records[uid] for uid in uids]
