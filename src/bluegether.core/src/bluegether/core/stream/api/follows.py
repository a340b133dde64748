"""What one reader chooses: people and hashtags to follow, people to mute, bookmarks."""

from bluegether.core import _
from bluegether.core.kit.annotation import stored
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.notice import tell
from bluegether.core.people import api as people
from bluegether.core.spaces import api as spaces
from bluegether.core.stream.api.posts import person as _person
from bluegether.core.stream.api.reading import entry
from bluegether.core.stream.api.reading import hashtag_now
from bluegether.core.stream.api.reading import newest
from bluegether.core.stream.api.reading import reader
from bluegether.core.stream.api.reading import seen
from bluegether.core.stream.api.rules import MAX_ID
from bluegether.core.stream.api.text import folded
from bluegether.core.stream.api.text import is_hashtag
from bluegether.core.stream.storage import KEY
from bluegether.core.stream.storage import Person
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
    blocked: tuple[str, ...] = ()
    spaces: tuple[str, ...] = ()


def choices(userid: str) -> Choices:
    """Return the person's choices."""
    mine = _mine(userid)
    if mine is None:
        return Choices()
    chosen = (mine.people, mine.hashtags, mine.muted, mine.blocked, mine.spaces)
    return Choices(*(tuple(one or ()) for one in chosen))


def is_muted(userid: str, person: str) -> bool:
    """Return whether `userid` muted the person; loads what the one chose, nothing else."""
    mine = _mine(userid)
    return mine is not None and person in mine.muted


def is_apart(userid: str, person: str) -> bool:
    """Return whether one of the two blocked the other."""
    mine = _mine(userid)
    return mine is not None and (person in (mine.blocked or ()) or person in (mine.blocked_by or ()))


def is_bookmarked(entry_id: int, userid: str) -> bool:
    """Return whether the person keeps the entry."""
    mine = _mine(userid)
    return mine is not None and -entry_id in mine.bookmarks


def follow(userid: str, *, person: str = "", hashtag: str = "", space: str = "") -> None:
    """Follow a person, a hashtag or a space; twice is once. Raises Missing, Invalid, NotAllowed, Conflict beyond 500.

    Members of a space hear of it anyway.
    """
    if space:
        if not isinstance(space, str) or not spaces.may_see(space, userid):
            raise Missing(_("There is no such space."), field="space")
        _add("spaces", space, userid)
    elif person:
        if is_apart(userid, _other(userid, person)):
            raise NotAllowed(_("You cannot follow this person."), field="person")
        known = person in choices(userid).people
        _add("people", _other(userid, person), userid)
        if not known:
            tell("stream.follow", thing=userid, actor=userid, recipients=[person])
    else:
        _add("hashtags", hashtag_now(_checked(hashtag)), userid)


def unfollow(userid: str, *, person: str = "", hashtag: str = "", space: str = "") -> None:
    """Follow no longer; also when it was not followed."""
    reader(userid)
    mine = _mine(userid)
    if mine is not None:
        _discard(mine.people, person)
        _discard(mine.spaces or (), space)
        _discard(mine.hashtags, folded(hashtag))
        _discard(mine.hashtags, hashtag_now(folded(hashtag)))


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


def block(userid: str, person: str) -> None:
    """Neither sees the other's entries, follows or mentions the other, or is told of them. Raises Missing, Invalid."""
    _add("blocked", _other(userid, person), userid)
    _person(person).tree("blocked_by").insert(userid)
    _discard(_person(userid).people, person)
    _discard(_person(person).people, userid)


def unblock(userid: str, person: str) -> None:
    """Undo `block`; whom either followed before stays unfollowed."""
    reader(userid)
    for one, name, other in ((userid, "blocked", person), (person, "blocked_by", userid)):
        chosen = _mine(one)
        if chosen is not None and getattr(chosen, name) is not None:
            _discard(getattr(chosen, name), other)


def note_seen(entry_id: int, *, userid: str) -> None:
    """Note that the person has read everything up to this entry; never backwards, never into the future."""
    reader(userid)
    until = min(entry_id, newest(userid=userid))
    if until > seen(userid):
        _person(userid).seen = until


def bookmark(entry_id: int, *, userid: str) -> None:
    """Keep an entry that one may see; twice is once. Raises Missing, Conflict beyond 5000."""
    found = entry(entry_id, userid=userid)
    bookmarks = _person(userid).bookmarks
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


def _add(name: str, value: str, userid: str) -> None:
    reader(userid)
    chosen = _person(userid).tree(name)
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
