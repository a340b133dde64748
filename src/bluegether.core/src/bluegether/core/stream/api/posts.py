"""The verbs on posts: write, edit, delete, pin, hide."""

from bluegether.core import _
from bluegether.core.kit import limit
from bluegether.core.kit.annotation import store
from bluegether.core.kit.audience import Audience
from bluegether.core.kit.clock import now
from bluegether.core.kit.deed import done
from bluegether.core.kit.deed import undone
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.notice import tell
from bluegether.core.people import api as people
from bluegether.core.spaces import api as spaces
from bluegether.core.stream.api import kinds
from bluegether.core.stream.api import rules
from bluegether.core.stream.api import text as markup
from bluegether.core.stream.api.attachments import checked_documents
from bluegether.core.stream.api.attachments import checked_pictures
from bluegether.core.stream.api.reading import entry
from bluegether.core.stream.api.reading import unwanted_by_block
from bluegether.core.stream.events import Asked
from bluegether.core.stream.events import Edited
from bluegether.core.stream.events import Posted
from bluegether.core.stream.events import Withdrawn
from bluegether.core.stream.storage import Entry
from bluegether.core.stream.storage import KEY
from bluegether.core.stream.storage import Person
from bluegether.core.stream.storage import Stream
from datetime import datetime
from plone import api
from zope.event import notify


PINNED = 3
FEEDBACK = "stream.feedback"
PARTICULARS = {"technology", "sector", "praised", "value", "options", "several", "ends"}


def post(
    text: str,
    *,
    author: str,
    kind: str = "message",
    units: tuple[str, ...] = (),
    space: str = "",
    pictures: tuple = (),
    documents: tuple[str, ...] = (),
    quote: int = 0,
    moment: datetime | None = None,
    **particulars,
) -> Entry:
    """Write a post, visible at once to its audience (these units, this space, else everyone), and return it.

    `pictures` are `kit.picture.Picture`s; `documents` UIDs or addresses of content; `quote` the entry that it shares,
    which needs no text. Particulars of the kind: `technology`, `sector` (feedback), `praised`, `value` (praise),
    `options`, `several`, `ends` (poll); of other kinds they are left out.
    `moment` back-dates it (imports). Raises Invalid for bad input, NotAllowed when the author is a client, Missing
    when what it shares or whom it praises is not there, Conflict beyond the quota of praise, TooMany (429)
    when they wrote much in this hour.
    """
    rules.require(not _is_client(author))
    values = _particulars(kind, author, moment or now(), particulars)
    plain = rules.checked_text(text, empty=bool(quote))
    audience = rules.checked_audience(units, space, author=author)
    found = Entry(
        author=author,
        audience=audience,
        documents=checked_documents(documents),
        quoted=entry(quote, userid=author).id if quote else 0,
        **_written(plain, author, audience),
        **values,
    )
    found.add_pictures(checked_pictures(pictures))
    limit.count("post", author, new=people.is_new(author))
    stream().insert(found, moment or now())
    _tell_posted(found, moment)
    return found


def _tell_posted(found: Entry, moment: datetime | None) -> None:
    notify((Asked if found.kind == "question" else Posted)(found, actor=found.author))
    thing = str(found.id)
    _tell_deed(found)
    tell("stream.mention", thing=thing, actor=found.author, recipients=found.mentions, happened=moment)
    tell("stream.praise", thing=thing, actor=found.author, recipients=found.praised, happened=moment)
    if found.quoted:
        original = stream().get(found.quoted)
        tell("stream.share", thing=thing, actor=found.author, recipients=[original.author], happened=moment)


def _tell_deed(found: Entry, *, there: bool = True) -> None:
    """Say that a feedback is there for others to read, or no longer is."""
    if found.kind != "feedback":
        return
    if there:
        values = {"everyone": found.for_everyone}
        done(FEEDBACK, found.author, thing=str(found.id), values=values, happened=found.created)
    else:
        undone(FEEDBACK, found.author, thing=str(found.id))


def edit(entry_id: int, text: str, *, userid: str) -> Entry:
    """Change one's post; it keeps its place and says that it was edited. Raises Missing, NotAllowed, Invalid."""
    found = entry(entry_id, userid=userid)
    rules.require(rules.may_edit(found, userid))
    plain = rules.checked_text(text, empty=bool(found.quoted))
    if plain == found.text:
        return found
    trees, before = stream(), found.mentions
    trees.delist(found)
    found.edited = now()
    for name, value in _written(plain, userid, found.audience).items():
        setattr(found, name, value)
    trees.enlist(found)
    notify(Edited(found))
    named = [person for person in found.mentions if person not in before]
    tell("stream.mention", thing=str(found.id), actor=userid, recipients=named)
    return found


def delete(entry_id: int, *, userid: str) -> None:
    """Delete one's post for good. Raises Missing, NotAllowed."""
    found = entry(entry_id, userid=userid)
    rules.require(rules.may_delete(found, userid))
    stream().remove(found)
    _tell_deed(found, there=False)
    notify(Withdrawn(found))


def expel(found: Entry) -> None:
    """Delete a post for good whoever wrote it; for moderation, which checks who may."""
    stream().remove(found)
    _tell_deed(found, there=False)
    notify(Withdrawn(found))


def pin(entry_id: int, *, userid: str) -> None:
    """Put an entry on top for everyone who sees it. Raises Missing, NotAllowed; Conflict when three are there."""
    rules.require(rules.may_pin())
    found, trees = entry(entry_id, userid=userid), stream()
    if -found.id in trees.pinned:
        return
    if len(trees.pinned) >= PINNED:
        message = _("At most ${count} entries are pinned: unpin one first.", mapping={"count": PINNED})
        raise Conflict(message)
    trees.pinned.insert(-found.id)


def unpin(entry_id: int, *, userid: str) -> None:
    """Take an entry off the top. Raises Missing, NotAllowed."""
    rules.require(rules.may_pin())
    found, trees = entry(entry_id, userid=userid), stream()
    if -found.id in trees.pinned:
        trees.pinned.remove(-found.id)


def hide(found: Entry) -> None:
    """Show the entry to nobody, at once, until `show`; hiding twice changes nothing."""
    if found.hidden:
        return
    trees = stream()
    trees.delist(found)
    found.hidden = True
    trees.enlist(found)
    _tell_deed(found, there=False)
    notify(Withdrawn(found))


def show(found: Entry) -> None:
    """Show a hidden entry again, at its old place."""
    trees = stream()
    trees.delist(found)
    found.hidden = False
    trees.enlist(found)
    _tell_deed(found)


def stream() -> Stream:
    """Return the trees, created by the first write."""
    return store(api.portal.get(), KEY, Stream)


def person(userid: str) -> Person:
    """Return what the person chose, made when it is missing. Only for writing."""
    persons = stream().persons
    if userid not in persons:
        persons[userid] = Person()
    return persons[userid]


def _written(plain: str, author: str, audience: Audience) -> dict:
    """Return what the text holds: hashtags by the names that they have now, mentions of who is open to the author.

    In a space, only who sees it can be mentioned.
    """
    trees = stream()
    apart = unwanted_by_block(trees.persons.get(author))
    return {
        "text": plain,
        "hashtags": tuple(dict.fromkeys(map(trees.hashtag_now, markup.hashtags(plain)))),
        "mentions": tuple(
            userid
            for userid in markup.mentions(plain)
            if userid not in apart and all(spaces.may_see(uid, userid) for uid in audience.spaces)
        ),
    }


def _particulars(kind, author: str, moment: datetime, given: dict) -> dict:
    unknown = set(given) - PARTICULARS
    if unknown:
        raise TypeError(f"post() has no {', '.join(sorted(unknown))}")
    values = {"kind": rules.checked_kind(kind)}
    if kind == "feedback":
        return values | kinds.feedback(given.get("technology", ""), given.get("sector", ""))
    if kind == "poll":
        return values | kinds.poll(given.get("options", ()), given.get("several", False), given.get("ends"), moment)
    if kind == "praise":
        kinds.check_quota(stream(), author, moment)
        return values | kinds.praise(given.get("praised", ()), given.get("value", ""), author=author)
    return values


def _is_client(userid: str) -> bool:
    person = people.account(userid)
    return person is not None and person.kind == "client"
