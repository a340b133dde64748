"""What is said below an entry: discussion's comments and reactions, their counts kept with the entry."""

from bluegether.core.discussion import api as discussion
from bluegether.core.kit.annotation import store
from bluegether.core.kit.clock import now
from bluegether.core.stream.api.reading import entry as visible_entry
from bluegether.core.stream.api.reading import publication
from bluegether.core.stream.content import Publication
from bluegether.core.stream.storage import Entry
from bluegether.core.stream.storage import KEY
from bluegether.core.stream.storage import Stream
from plone import api


def note_talk(talked_about: Publication) -> None:
    """Note how many comments and reactions there are now, so that a page of entries opens none of them."""
    entry, before = talked_about.entry, talked_about.entry.comments
    entry.comments = discussion.count(talked_about)
    if entry.comments > before:
        store(api.portal.get(), KEY, Stream).touch(entry, now())
    entry.reactions = tuple(discussion.reaction_counts(talked_about).items())


def my_reaction(entry: Entry, userid: str) -> str | None:
    """Return the reaction that this person gave, or None."""
    return discussion.reaction_of(entry, userid) if entry.reactions else None


def react(entry_id: int, reaction: str, *, userid: str) -> None:
    """Give this reaction, or take it back if it is the one given. Raises Missing, NotAllowed, Invalid."""
    found = visible_entry(entry_id, userid=userid)
    if my_reaction(found, userid) == reaction:
        discussion.unreact(publication(entry_id), userid=userid)
    else:
        discussion.react(publication(entry_id), reaction, userid=userid)
