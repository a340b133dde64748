"""Lists of leads, duplicates, figures."""

from bluegether.core.kit.clock import local
from bluegether.core.kit.clock import now
from bluegether.core.leads.api import rules
from bluegether.core.leads.storage import Lead
from bluegether.core.leads.storage import readable
from bluegether.core.missions import api as missions
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from heapq import merge
from itertools import islice
from statistics import median


QUARTERS = 8
MAX_EXPORT = 5000
MAX_SIMILAR = 20


@dataclass(frozen=True)
class Found:
    """A page of leads, and whether more follow."""

    rows: tuple[Lead, ...]
    more: bool


@dataclass(frozen=True)
class Quarter:
    """What became of the leads of a quarter; `hours`: median to the first answer, None while nothing was answered."""

    name: str
    received: int
    answered: int
    hours: float | None
    qualified: int
    signed: int
    dropped: int


def mine(userid: str, *, start: int = 0, size: int = 25) -> Found:
    """Return the leads that this person handed in, newest first."""
    trees = readable()
    keys = trees.of_author.get(userid, ()) if trees is not None and userid else ()
    return _page(reversed(list(keys)), start, size)


def leads(*, reader: str, states: tuple[str, ...] = (), start: int = 0, size: int = 25) -> Found:
    """Return all leads in these states (any by default), newest first. Raises NotAllowed for who does not answer."""
    rules.require_handler(reader)
    trees = readable()
    sets = [trees.of_state.get(state, ()) for state in states or rules.STATES] if trees is not None else []
    return _page(merge(*(reversed(list(keys)) for keys in sets), reverse=True), start, size)


def counts(*, reader: str) -> dict[str, int]:
    """Return state -> number of leads. Raises NotAllowed."""
    rules.require_handler(reader)
    trees = readable()
    return {state: len(trees.of_state.get(state, ())) if trees is not None else 0 for state in rules.STATES}


def waiting() -> tuple[int, datetime | None]:
    """Return how many leads nobody answered, and until when the first is to be answered."""
    trees = readable()
    keys = trees.of_state.get("new", ()) if trees is not None else ()
    return len(keys), trees.leads[min(keys)].due if keys else None


def taken_by(userid: str) -> list[Lead]:
    """Return the open leads that this person follows."""
    trees = readable()
    keys = [key for state in rules.OPEN for key in (trees.of_state.get(state, ()) if trees is not None else ())]
    return [lead for lead in (trees.leads[key] for key in keys) if lead.taker == userid]


def similar(lead: Lead, *, reader: str) -> list[Lead]:
    """Return other leads about the same company, newest first; for sales and direction all, for others their own."""
    keys = readable().of_company.get(rules.company_key(lead.company), ())
    found = (readable().leads[key] for key in reversed(list(keys)) if key != lead.key)
    return list(islice((one for one in found if rules.can_view(one, reader)), MAX_SIMILAR))


def suggestions(reader: str) -> list[str]:
    """Return the names of clients that the reader may know."""
    return [name for _uid, name in missions.client_choices(reader)]


def figures(*, reader: str) -> list[Quarter]:
    """Return the last eight quarters, newest first, by the day on which leads came. Raises NotAllowed."""
    rules.require_handler(reader)
    trees = readable()
    rows: dict[str, list[tuple[int, str]]] = {name: [] for name in _quarters()}
    oldest = int((now() - timedelta(days=(QUARTERS + 1) * 92)).timestamp() * 1_000_000)
    for key, fact in trees.facts.items(oldest) if trees is not None else ():
        name = quarter(datetime.fromtimestamp(key / 1_000_000, UTC))
        if name in rows:
            rows[name].append(fact)
    return [_quarter(name, facts) for name, facts in rows.items()]


def quarter(moment: datetime) -> str:
    """Return the quarter of a moment in the site's zone: `2026-4`."""
    day = local(moment)
    return f"{day.year}-{(day.month + 2) // 3}"


def _quarters() -> list[str]:
    year, number = map(int, quarter(now()).split("-"))
    found = []
    for _place in range(QUARTERS):
        found.append(f"{year}-{number}")
        year, number = (year, number - 1) if number > 1 else (year - 1, 4)
    return found


def _quarter(name: str, facts: list[tuple[int, str]]) -> Quarter:
    delays = [seconds for seconds, _state in facts if seconds >= 0]
    states = [state for _seconds, state in facts]
    return Quarter(
        name,
        received=len(facts),
        answered=len(delays),
        hours=median(delays) / 3600 if delays else None,
        qualified=sum(states.count(state) for state in ("qualified", "need", "signed")),
        signed=states.count("signed"),
        dropped=states.count("dropped"),
    )


def _page(keys: Iterable[int], start: int, size: int) -> Found:
    wanted = list(islice(keys, start, start + size + 1))
    trees = readable()
    return Found(tuple(trees.leads[key] for key in wanted[:size]), len(wanted) > size)
