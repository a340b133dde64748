"""What one reader chooses: people and hashtags to follow, people to mute, bookmarks."""

from bluegether.core import _
from bluegether.core.kit.annotation import store
from bluegether.core.kit.annotation import stored
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.notice import tell
from bluegether.core.people import api as people
from bluegether.core.stream.api.reading import entry
from bluegether.core.stream.api.reading import reader
from bluegether.core.stream.api.rules import MAX_ID
from bluegether.core.stream.api.text import folded
from bluegether.core.stream.api.text import is_hashtag
from bluegether.core.stream.storage import KEY
from bluegether.core.stream.storage import Person
from bluegether.core.stream.storage import Stream
from dataclasses import dataclass
from plone import api


MOST = 500
BOOKMARKS = 5000


@dataclass(frozen=True)
class Choices:
    """Whom and what a person follows, and whom they muted."""

    people: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()
    muted: tuple[str, ...] = ()


def choices(userid: str) -> Choices:
    """Return the person's choices."""
    mine = _mine(userid)
    return Choices(tuple(mine.people), tuple(mine.hashtags), tuple(mine.muted)) if mine is not None else Choices()


def is_muted(userid: str, person: str) -> bool:
    """Return whether `userid` muted the person; loads what the one chose, nothing else."""
    mine = _mine(userid)
    return mine is not None and person in mine.muted


def is_bookmarked(entry_id: int, userid: str) -> bool:
    """Return whether the person keeps the entry."""
    mine = _mine(userid)
    return mine is not None and -entry_id in mine.bookmarks


def follow(userid: str, *, person: str = "", hashtag: str = "") -> None:
    """Follow a person or a hashtag; twice is once. Raises Missing, Invalid, Conflict beyond 500."""
    if person:
        known = person in choices(userid).people
        _add("people", _other(userid, person), userid)
        if not known:
            tell("stream.follow", thing=userid, actor=userid, recipients=[person])
    else:
        _add("hashtags", _checked(hashtag), userid)


def unfollow(userid: str, *, person: str = "", hashtag: str = "") -> None:
    """Follow no longer; also when it was not followed."""
    reader(userid)
    mine = _mine(userid)
    if mine is not None:
        _discard(mine.people, person)
        _discard(mine.hashtags, folded(hashtag))


def mute(userid: str, person: str) -> None:
    """Leave the person's entries out of the stream and follow them no longer. Raises Missing, Invalid."""
    _add("muted", _other(userid, person), userid)
    _discard(_mine(userid).people, person)


def unmute(userid: str, person: str) -> None:
    """Show the person's entries again."""
    reader(userid)
    mine = _mine(userid)
    if mine is not None:
        _discard(mine.muted, person)


def bookmark(entry_id: int, *, userid: str) -> None:
    """Keep an entry that one may see; twice is once. Raises Missing, Conflict beyond 5000."""
    found = entry(entry_id, userid=userid)
    bookmarks = _store(userid).bookmarks
    if len(bookmarks) >= BOOKMARKS:
        raise Conflict(_("You keep as many publications as is possible: remove some first."))
    bookmarks.insert(-found.id)


def unbookmark(entry_id: int, *, userid: str) -> None:
    """Keep the entry no longer; also when it is gone or was not kept."""
    reader(userid)
    mine = _mine(userid)
    if mine is not None and 0 < entry_id < MAX_ID:
        _discard(mine.bookmarks, -entry_id)


def _mine(userid: str) -> Person | None:
    trees = stored(api.portal.get(), KEY)
    return trees.persons.get(userid) if trees is not None else None


def _store(userid: str) -> Person:
    persons = store(api.portal.get(), KEY, Stream).persons
    if userid not in persons:
        persons[userid] = Person()
    return persons[userid]


def _add(name: str, value: str, userid: str) -> None:
    reader(userid)
    chosen = getattr(_store(userid), name)
    if value not in chosen and len(chosen) >= MOST:
        raise Conflict(_("At most ${count} are possible: remove some first.", mapping={"count": MOST}))
    chosen.insert(value)


def _other(userid: str, person: str) -> str:
    found = people.account(person) if isinstance(person, str) else None
    if found is None or found.kind == "client":
        raise Missing(_("This person does not exist."), field="person")
    if person == userid:
        raise Invalid(_("This is yourself."), field="person")
    return person


def _checked(hashtag) -> str:
    plain = folded(hashtag) if isinstance(hashtag, str) else ""
    if not is_hashtag(plain):
        raise Invalid(_("A hashtag is 2 to 50 letters and digits."), field="hashtag")
    return plain


def _discard(tree, value) -> None:
    if value in tree:
        tree.remove(value)
