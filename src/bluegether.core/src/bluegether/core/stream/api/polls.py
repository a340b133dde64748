"""Polls: options, votes that may be changed until the end, results for who has voted."""

from bluegether.core import _
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.stream.api.posts import person
from bluegether.core.stream.api.reading import entry
from bluegether.core.stream.storage import Entry
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Option:
    """One option as a reader sees it; `count` is None before the results are shown."""

    place: int
    text: str
    mine: bool
    count: int | None
    share: int


@dataclass(frozen=True)
class Results:
    """A poll as a reader sees it."""

    options: list[Option]
    several: bool
    ends: datetime | None
    over: bool
    voted: bool
    voters: int


def vote(entry_id: int, chosen, *, userid: str) -> None:
    """Vote, or change one's vote; none chosen takes it back. Raises Missing, Invalid, Conflict after the end."""
    found = entry(entry_id, userid=userid)
    poll = found.poll
    if poll is None:
        raise Missing(_("This publication is no poll."))
    if is_over(poll):
        raise Conflict(_("This poll is over."))
    poll.put(userid, _checked(chosen, poll))
    person(userid).tree("votes").insert(-entry_id)


def results(found: Entry, userid: str) -> Results | None:
    """Return the poll: counts are there for who has voted, and for all after the end."""
    poll = found.poll
    if poll is None:
        return None
    mine, over, voters = poll.votes.get(userid, ()), is_over(poll), poll.voters()
    shown = over or bool(mine)
    options = []
    for place, text in enumerate(poll.options):
        count = poll.counts[place]() if shown else None
        share = round(100 * count / voters) if count and voters else 0
        options.append(Option(place, text, place in mine, count, share))
    return Results(options, poll.several, poll.ends, over, bool(mine), voters)


def is_over(poll) -> bool:
    """Return whether nobody can vote any more."""
    return poll.ends is not None and poll.ends <= now()


def _checked(chosen, poll) -> tuple[int, ...]:
    if not isinstance(chosen, list | tuple) or not all(type(place) is int for place in chosen):
        raise Invalid(_("The options must be a list of numbers."), field="options")
    places = tuple(sorted(set(chosen)))
    if not all(0 <= place < len(poll.options) for place in places):
        raise Invalid(_("This option does not exist."), field="options")
    if len(places) > 1 and not poll.several:
        raise Invalid(_("Choose one option."), field="options")
    return places
