"""Tables of needs and of candidates, for a spreadsheet: what the person who exports may see, and no more."""

from bluegether.core import _
from bluegether.core.kit.clock import local
from bluegether.core.needs.api import content
from bluegether.core.needs.api import fitting
from bluegether.core.needs.api import lists
from bluegether.core.needs.api import records
from bluegether.core.needs.api import rules
from bluegether.core.needs.api import staffing
from bluegether.core.needs.storage import Record
from bluegether.core.people import api as people
from bluegether.core.people.interfaces.profile import REMOTE
from bluegether.core.skills import api as skills
from collections.abc import Iterator


MOST = 1000
BOARD = (
    _("What is needed"),
    _("State"),
    _("Since"),
    _("Who follows it"),
    _("Client"),
    _("Required skills"),
    _("Welcome skills"),
    _("Start"),
    _("End"),
    _("Number of people"),
    _("Place"),
    _("Remote work"),
    _("Answer to the client until"),
)
AMOUNTS = (_("Daily rate from (€)"), _("Daily rate up to (€)"))
CANDIDATES = (
    _("Name"),
    _("Job"),
    _("State"),
    _("Since"),
    _("Score"),
    _("What is missing"),
    _("Reason"),
    _("Message to sales"),
)


def board_table(criteria: lists.Criteria, *, reader: str, say=str, state=str) -> Iterator[list]:
    """Return the lines of the board, the header first; amounts are columns for those alone who see them.

    `say` translates, `state` names a state. At most 1000 needs; those are woken, for their client.
    """
    amounts = content.clients.sees_amounts(reader)
    yield [say(title) for title in (*BOARD, *(AMOUNTS if amounts else ()))]
    for record in lists.needs(criteria, reader=reader, size=MOST).rows:
        need = records.need_at(record)
        rates = [need.rate_min, need.rate_max] if amounts else []
        yield [*_board_cells(record, content.client_shown(need, reader), say, state), *rates]


def candidates_table(need, *, reader: str, say=str, state=str) -> Iterator[list]:
    """Return the lines of a need's candidates, the header first. Raises NotAllowed for all but sales."""
    rules.require_handler(reader)
    found = staffing.candidates(need, reader=reader)
    return _candidate_lines(need, found, reader, say, state)


def _candidate_lines(need, found: list, reader: str, say, state) -> Iterator[list]:
    yield [say(title) for title in CANDIDATES]
    record = records.record(need)
    for one in found:
        account = people.account(one.userid)
        match = fitting.fit(record, one.userid, reader=reader)
        missing = ", ".join(skills.title(gap.skill_id) for gap in match.missing) if match is not None else ""
        yield [
            account.fullname if account is not None else one.userid,
            account.job if account is not None else "",
            say(state(one.state)),
            local(one.history[-1][0]).date(),
            match.score if match is not None else "",
            missing,
            one.reason,
            one.message,
        ]


def _board_cells(record: Record, client: str, say, state) -> list:
    account = people.account(record.manager)
    return [
        record.title,
        say(state(record.state)),
        local(record.since).date(),
        account.fullname if account is not None else record.manager,
        client,
        _skills(record.required),
        _skills(record.welcome),
        record.start or "",
        record.end or "",
        record.number,
        record.place,
        say(REMOTE.getTerm(record.remote).title) if record.remote in REMOTE else "",
        record.deadline or "",
    ]


def _skills(rows: tuple) -> str:
    return ", ".join(f"{skills.title(skill)} ({level})" for skill, level in rows)
