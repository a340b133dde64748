"""The verbs on posts: write, edit, delete, pin, hide."""

from bluegether.core import _
from bluegether.core.kit import limit
from bluegether.core.kit.annotation import store
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.notice import tell
from bluegether.core.people import api as people
from bluegether.core.stream.api import rules
from bluegether.core.stream.api import text as markup
from bluegether.core.stream.api.reading import entry
from bluegether.core.stream.events import Edited
from bluegether.core.stream.events import Posted
from bluegether.core.stream.events import Withdrawn
from bluegether.core.stream.storage import Entry
from bluegether.core.stream.storage import KEY
from bluegether.core.stream.storage import Stream
from datetime import datetime
from plone import api
from zope.event import notify


PINNED = 3


def post(
    text: str,
    *,
    author: str,
    kind: str = "message",
    units: tuple[str, ...] = (),
    technology: str = "",
    sector: str = "",
    moment: datetime | None = None,
) -> Entry:
    """Write a post, visible at once to its audience (these units, else everyone), and return it.

    `moment` back-dates it (imports). A feedback names its technology or sector. Raises Invalid for bad input,
    NotAllowed when the author is a client, TooMany (429) when they wrote much in this hour.
    """
    rules.require(not _is_client(author))
    values = _checked(kind, technology, sector)
    plain = rules.checked_text(text)
    found = Entry(
        author=author,
        audience=rules.checked_audience(units),
        text=plain,
        hashtags=markup.hashtags(plain),
        mentions=markup.mentions(plain),
        **values,
    )
    limit.count("post", author, new=people.is_new(author))
    stream().insert(found, moment or now())
    notify(Posted(found, actor=author))
    tell("stream.mention", thing=str(found.id), actor=author, recipients=found.mentions, happened=moment)
    return found


def edit(entry_id: int, text: str, *, userid: str) -> Entry:
    """Change one's post; it keeps its place and says that it was edited. Raises Missing, NotAllowed, Invalid."""
    found = entry(entry_id, userid=userid)
    rules.require(rules.may_edit(found, userid))
    plain = rules.checked_text(text)
    if plain == found.text:
        return found
    trees, before = stream(), found.mentions
    trees.delist(found)
    found.text, found.edited = plain, now()
    found.hashtags, found.mentions = markup.hashtags(plain), markup.mentions(plain)
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
    notify(Withdrawn(found))


def expel(found: Entry) -> None:
    """Delete a post for good whoever wrote it; for moderation, which checks who may."""
    stream().remove(found)
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
    notify(Withdrawn(found))


def show(found: Entry) -> None:
    """Show a hidden entry again, at its old place."""
    trees = stream()
    trees.delist(found)
    found.hidden = False
    trees.enlist(found)


def stream() -> Stream:
    """Return the trees, created by the first write."""
    return store(api.portal.get(), KEY, Stream)


def _checked(kind, technology, sector) -> dict[str, str]:
    if rules.checked_kind(kind) != "feedback":
        return {"kind": kind}
    values = {
        "kind": kind,
        "technology": rules.checked_label(technology, "technology"),
        "sector": rules.checked_label(sector, "sector"),
    }
    if not (values["technology"] or values["sector"]):
        raise Invalid(_("A feedback names a technology or a sector."), field="technology")
    return values


def _is_client(userid: str) -> bool:
    person = people.account(userid)
    return person is not None and person.kind == "client"
