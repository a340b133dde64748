"""Keeping the index equal to what people's own records say."""

from bluegether.core.directory.api.facets import filed
from bluegether.core.directory.api.facets import SKILLS
from bluegether.core.directory.api.text import initials
from bluegether.core.directory.api.text import name_words
from bluegether.core.directory.api.text import plain
from bluegether.core.directory.api.text import words
from bluegether.core.directory.storage import Directory
from bluegether.core.directory.storage import KEY
from bluegether.core.directory.storage import Record
from bluegether.core.kit.annotation import store
from bluegether.core.kit.annotation import stored
from bluegether.core.people import api as people
from collections.abc import Iterator
from plone import api
import transaction


SAVE_AFTER = 200  # people: what a rebuild has woken is let go from time to time


def index(userid: str) -> None:
    """File a person as they are now; take them out when they are no more, or have no access."""
    record = record_of(userid)
    if record is not None:
        store(api.portal.get(), KEY, Directory).put(record)
    else:
        drop(userid)


def drop(userid: str) -> None:
    """Take a person out; one who is not in changes nothing."""
    kept = stored(api.portal.get(), KEY)
    if kept is not None:
        kept.drop(userid)


def record_of(userid: str) -> Record | None:
    """Return what a person is to be filed under, or None when they are not to be found."""
    account = people.account(userid)
    if account is None or not people.has_access(userid):
        return None
    tokens, days = filed(account, people.person(userid))
    return Record(
        userid=userid,
        key=plain(account.fullname),
        arrived=int(account.arrived.timestamp()),
        words=name_words(account.fullname),
        jobs=tuple(words(account.job)),
        initials=initials(account.fullname),
        tokens=tokens,
        days=days,
    )


def rebuild() -> int:
    """Make the whole index anew, saved searches aside; return how many people are in it."""
    kept = store(api.portal.get(), KEY, Directory)
    kept.clear()
    count = 0
    for count, record in enumerate(_records(), 1):
        kept.put(record)
        if count % SAVE_AFTER == 0:
            _let_go(kept)
    return count


def differences() -> list[str]:
    """Return the user ids whose index is not what their records say, and sets that do not fit the records kept.

    Empty when all is well. A set's name is its key, as text.
    """
    kept = stored(api.portal.get(), KEY) or Directory()
    fresh = Directory()
    for record in _records():
        fresh.put(record)
    is_now, should_be = kept.contents(), fresh.contents()
    before, after = is_now.pop("records"), should_be.pop("records")
    people_found = {userid for userid in before.keys() | after.keys() if before.get(userid) != after.get(userid)}
    keys = {str(key) for key in is_now.keys() | should_be.keys() if is_now.get(key) != should_be.get(key)}
    return [*sorted(people_found), *sorted(keys)]


def skill_gone(old: str) -> int:
    """File whoever is filed under a skill that is no more as it is now; return how many they were."""
    kept = stored(api.portal.get(), KEY)
    found = kept.filed_under(SKILLS, old) if kept is not None else ()
    for userid in found:
        index(userid)
    return len(found)


def _records() -> Iterator[Record]:
    for userid in people.userids():
        record = record_of(userid)
        if record is not None:
            yield record


def _let_go(kept: Directory) -> None:
    # A savepoint writes what changed to a temporary file, so that the cache may forget it.
    transaction.savepoint(optimistic=True)
    kept._p_jar.cacheGC()
