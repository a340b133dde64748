"""The stages of a load: each makes things number `start` to `stop` of its kind, in one transaction.

What goes through `api` costs little there. Posts go straight into the stream's storage, a thousand times faster than
one by one; `check.py` proves that this makes what `api.post` makes.
"""

from bluegether.core.charter import api as charter
from bluegether.core.discussion import api as discussion
from bluegether.core.kit.annotation import store
from bluegether.core.kit.audience import Audience
from bluegether.core.people import api as people
from bluegether.core.stream import api as stream
from bluegether.core.stream.api import text as markup
from bluegether.core.stream.storage import Entry
from bluegether.core.stream.storage import KEY
from bluegether.core.stream.storage import Stream
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.dexterity.utils import createContentInContainer
from sizes import Size
import company


PASSWORD = "Bluegether-2026!"
PER_FOLDER = 200


@dataclass(frozen=True)
class Stage:
    """`make(site, size, start, stop, newest)` makes these; `batch` of them go into one transaction."""

    name: str
    count: Callable[[Size], int]
    make: Callable
    batch: int


def members(site, size: Size, start: int, stop: int, newest: datetime) -> None:
    """Create accounts that have signed the charter and can log in."""
    for number in range(start, stop):
        arrived = newest - timedelta(days=size.days * (1 - number / size.members) + 1)
        userid = company.userid(number)
        people.create_account(userid, **company.member(number), arrived=arrived, password=PASSWORD, actor="rh")
        charter.sign(userid, outcome="accepted", language="fr")


def follows(site, size: Size, start: int, stop: int, newest: datetime) -> None:
    for number in range(start, stop):
        persons, hashtags = company.follows(number, size.members)
        for person in persons:
            stream.follow(company.userid(number), person=person)
        for hashtag in hashtags:
            stream.follow(company.userid(number), hashtag=hashtag)


def entry(number: int, members: int) -> Entry:
    """Return what `api.post` makes of this post, not yet in the stream."""
    values = company.post(number, members)
    plain = values["text"]
    found = Entry(
        author=values["author"],
        audience=Audience(units=values["units"]),
        documents=(),
        quoted=0,
        text=plain,
        hashtags=markup.hashtags(plain),
        mentions=markup.mentions(plain),
        kind="message",
    )
    found.add_pictures(())
    return found


def entries(site, size: Size, start: int, stop: int, newest: datetime) -> None:
    """Write posts, oldest first, evenly over the days."""
    trees, apart = store(site, KEY, Stream), timedelta(days=size.days) / size.entries
    for number in range(start, stop):
        trees.insert(entry(number, size.members), newest - apart * (size.entries - number))


def documents(site, size: Size, start: int, stop: int, newest: datetime) -> None:
    """Create published pages, so many to a folder; the stream tells nothing of an import."""
    workflow = api.portal.get_tool("portal_workflow")
    with stream.silence():
        for number in range(start, stop):
            values = company.document(number)
            text = RichTextValue(values.pop("text"), "text/html", "text/x-html-safe")
            place = folder_of(site, number)
            page = createContentInContainer(place, "Document", id=f"note-{number}", text=text, **values)
            workflow.doActionFor(page, "publish_internally")


def folder_of(site, number: int):
    """Return the folder of this document, made when its first one comes; two levels, so that no menu lists many."""
    place = site
    for name in ("reference", f"serie-{number // PER_FOLDER // 100}", f"dossier-{number // PER_FOLDER}"):
        if name not in place:
            createContentInContainer(place, "Folder", id=name, title=name.capitalize())
            api.content.transition(place[name], "publish_internally")
        place = place[name]
    return place


def comments(site, size: Size, start: int, stop: int, newest: datetime) -> None:
    """Write comments under documents; some have many."""
    for number in range(start, stop):
        document, author, text = company.comment(number, size.members, size.documents)
        page = folder_of(site, document)[f"note-{document}"]
        if not page.allow_discussion:
            page.allow_discussion = True
        with api.env.adopt_user(username=author):
            discussion.write(page, f"{text} ({number})", userid=author)


STAGES = (
    Stage("members", lambda size: size.members, members, 100),
    Stage("follows", lambda size: size.members, follows, 200),
    Stage("entries", lambda size: size.entries, entries, 5_000),
    Stage("documents", lambda size: size.documents, documents, 250),
    Stage("comments", lambda size: size.comments, comments, 250),
)
