"""The leaderboard: nobody is on it who did not choose it; off it at once. Units come from the published figures."""

from bluegether.core.kit.clock import now
from bluegether.core.people import api as people
from bluegether.core.rewards.api.judging import quarter_of
from bluegether.core.rewards.api.reading import book_of
from bluegether.core.rewards.api.rights import earns
from bluegether.core.rewards.api.rights import kept
from bluegether.core.rewards.api.rights import require
from bluegether.core.rewards.api.rights import trees
from dataclasses import dataclass


SHOWN = 20


@dataclass(frozen=True)
class Placed:
    """One person on the leaderboard. People with the same points share a place."""

    place: int
    userid: str
    points: int


def is_listed(userid: str) -> bool:
    """Return whether the person chose to be on the leaderboard."""
    book = book_of(userid)
    return book is not None and book.listed


def join_board(userid: str) -> None:
    """Put oneself on the leaderboard; twice changes nothing. Raises NotAllowed for a client."""
    require(earns(userid))
    found = trees()
    book = found.book(userid)
    if not book.listed:
        found.list(book, True)


def leave_board(userid: str) -> None:
    """Take oneself off the leaderboard, of every quarter, at once."""
    if is_listed(userid):
        found = trees()
        found.list(found.book(userid), False)


def board(quarter: str = "", *, limit: int = SHOWN) -> list[Placed]:
    """Return who chose to be seen and earned most in a quarter, the running one by default; wakes those it shows."""
    found = kept()
    rows = found.boards.get(quarter or quarter_of(now()), ()) if found is not None else ()
    placed: list[Placed] = []
    for minus, number in rows:
        userid = found.books[number].userid
        if minus >= 0 or len(placed) == limit:
            break
        if people.has_access(userid):
            same = placed and placed[-1].points == -minus
            placed.append(Placed(placed[-1].place if same else len(placed) + 1, userid, -minus))
    return placed
