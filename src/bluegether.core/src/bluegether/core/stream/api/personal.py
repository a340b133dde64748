"""What the stream holds about a person, and how it forgets them."""

from base64 import b64encode
from bluegether.core.kit.annotation import stored
from bluegether.core.stream.storage import Entry
from bluegether.core.stream.storage import KEY
from bluegether.core.stream.storage import Stream
from plone import api
import re
import secrets


FORMER = "former-"
JOINED = "people.account_created"
CHOSEN = ("people", "hashtags", "muted", "blocked", "spaces")


def export(userid: str) -> dict:
    """Return the person's posts and choices as JSON-compatible data."""
    trees = stored(api.portal.get(), KEY)
    if trees is None:
        return {"posts": [], "follows": {}, "votes": [], "bookmarks": []}
    written = [trees.get(-negative) for negative in trees.line("author", userid)]
    mine = trees.persons.get(userid)
    return {
        "posts": [_exported(entry) for entry in written if entry.verb == ""],
        "follows": {name: list(getattr(mine, name) or ()) for name in CHOSEN} if mine else {},
        "votes": _votes(trees, mine, userid) if mine else [],
        "bookmarks": [str(-negative) for negative in mine.bookmarks] if mine else [],
    }


def erase(userid: str) -> None:
    """Pseudonymise the person's entries and mentions, and forget their choices. Again, it changes nothing more."""
    trees = stored(api.portal.get(), KEY)
    if trees is None:
        return
    _forget_arrival(trees, userid)
    _disown_votes(trees, trees.persons.pop(userid, None), userid)
    for other in trees.persons.values():
        for chosen in (other.people, other.muted, other.blocked or (), other.blocked_by or ()):
            if userid in chosen:
                chosen.remove(userid)
    for kind, change in (("author", _disown), ("mention", _unmention), ("praised", _unpraise)):
        for negative in list(trees.line(kind, userid)):
            _changed(trees, trees.get(-negative), userid, change)
        trees.forget_line(kind, userid)
    for kind in ("praise", "sharer"):
        trees.forget_line(kind, userid)


def _forget_arrival(trees: Stream, userid: str) -> None:
    arrival = trees.get(trees.things.pop(f"{JOINED} {userid}", 0))
    if arrival is not None:
        trees.remove(arrival)


def _changed(trees: Stream, entry: Entry, userid: str, change) -> None:
    trees.delist(entry)
    change(entry, userid)
    trees.enlist(entry)


def _disown(entry: Entry, _userid: str) -> None:
    # A pseudonym for each entry: together they would tell who it was.
    entry.author = FORMER + secrets.token_hex(6)


def _disown_votes(trees: Stream, mine, userid: str) -> None:
    """Results stay as they are: nobody knows any more whose the vote was."""
    for negative in (mine.votes or ()) if mine is not None else ():
        entry = trees.get(-negative)
        if entry is not None and entry.poll is not None:
            entry.poll.disown(userid, FORMER + secrets.token_hex(6))


def _unpraise(entry: Entry, userid: str) -> None:
    entry.praised = tuple(other for other in entry.praised if other != userid)


def _votes(trees: Stream, mine, userid: str) -> list[dict]:
    voted = [trees.get(-negative) for negative in mine.votes or ()]
    return [
        {"id": str(entry.id), "options": [entry.poll.options[place] for place in entry.poll.votes.get(userid, ())]}
        for entry in voted
        if entry is not None and entry.poll is not None
    ]


def _unmention(entry: Entry, userid: str) -> None:
    entry.text = re.sub(rf"@{re.escape(userid)}(?![\w-]|\.\w)", "@…", entry.text)
    entry.mentions = tuple(other for other in entry.mentions if other != userid)


def _exported(entry: Entry) -> dict:
    return {
        "id": str(entry.id),
        "created": entry.created.isoformat(),
        "edited": entry.edited.isoformat() if entry.edited else None,
        "kind": entry.kind,
        "text": entry.text,
        "technology": entry.technology,
        "sector": entry.sector,
        "units": list(entry.audience.units),
        "spaces": list(entry.audience.spaces),
        "praised": list(entry.praised),
        "value": entry.value,
        "shares": str(entry.quoted) if entry.quoted else None,
        "documents": list(entry.documents),
        "pictures": [_exported_picture(entry, place) for place in range(len(entry.pictures))],
        "poll": list(entry.poll.options) if entry.poll is not None else None,
    }


def _exported_picture(entry: Entry, place: int) -> dict:
    return {"alt": entry.pictures[place][0], "data": b64encode(entry.files[place].data).decode()}
