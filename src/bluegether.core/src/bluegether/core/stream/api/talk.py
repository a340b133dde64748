"""What is said below an entry: discussion's comments and reactions, their counts kept with the entry."""

from bluegether.core.discussion import api as discussion
from bluegether.core.stream.content import Publication


def note_talk(publication: Publication) -> None:
    """Note how many comments and reactions there are now, so that a page of entries opens none of them."""
    entry = publication.entry
    entry.comments = discussion.count(publication)
    entry.reactions = tuple(discussion.reaction_counts(publication).items())
