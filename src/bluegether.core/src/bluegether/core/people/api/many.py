"""Inviting many people from a CSV file: a plan that changes nothing, then the deed.

Between the two the file is kept here, for its sender alone and for a day: the browser is not trusted with it,
and what the plan found is found again when it is confirmed.
"""

from bluegether.core import _
from bluegether.core.kit.annotation import store
from bluegether.core.kit.annotation import stored
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.people.api.invitations import can_invite
from bluegether.core.people.api.invitations import check_free_email
from bluegether.core.people.api.invitations import check_free_userid
from bluegether.core.people.api.invitations import free_userid
from bluegether.core.people.api.invitations import invite
from bluegether.core.people.api.rules import PERSON_CHECKS
from bluegether.core.people.api.sheet import Line
from bluegether.core.people.api.sheet import read_sheet
from bluegether.core.people.api.sheet import Sheet
from bluegether.core.people.storage import free_key
from bluegether.core.people.storage import KEY
from bluegether.core.people.storage import People
from bluegether.core.people.storage import Upload
from dataclasses import dataclass
from dataclasses import field
from datetime import timedelta
from plone import api


KEPT_HOURS = 24


@dataclass(frozen=True)
class Problem:
    """What is wrong in one cell: the file's name of the column and a translatable reason."""

    column: str
    reason: str


@dataclass(frozen=True)
class Rejected:
    """A line that invites nobody, and why."""

    number: int
    cells: list[str]
    problems: list[Problem]


@dataclass
class Plan:
    """What would happen, or did: people (as `invite` takes them) with their line, and rejected lines."""

    header: list[str]
    good: list[tuple[int, dict]] = field(default_factory=list)
    bad: list[Rejected] = field(default_factory=list)


def keep_upload(data: bytes, *, actor: str) -> None:
    """Keep a file of people for its sender; raise Invalid when it cannot be read."""
    read_sheet(data)
    people = store(api.portal.get(), KEY, People)
    earlier = people.uploads.get(actor)
    if earlier is not None:
        people.due.pop(earlier.due, None)
    people.uploads[actor] = upload = Upload(data)
    upload.due = free_key(people.due, now() + timedelta(hours=KEPT_HOURS))
    people.due[upload.due] = ("uploads", actor)


def plan_upload(*, actor: str) -> Plan:
    """Return what the kept file would do, checked against people as they are now. Raises Missing without a file."""
    sheet = read_sheet(_upload(actor).data)
    people = stored(api.portal.get(), KEY)
    plan = Plan(sheet.header)
    seen = {"email": {}, "userid": {}}
    for line in sheet.lines:
        person = dict(line.person)
        problems = _problems(people, sheet, line, person, seen, actor)
        if problems:
            plan.bad.append(Rejected(line.number, line.cells, problems))
        else:
            plan.good.append((line.number, person))
    return plan


def invite_upload(*, actor: str) -> Plan:
    """Invite everybody whom the kept file names well; return whom, and the lines that were rejected.

    Raises Missing without a file, Conflict when it was confirmed already.
    """
    upload = _upload(actor)
    if upload.rejected is not None:
        raise Conflict(_("These people were already invited."))
    plan = plan_upload(actor=actor)
    for _number, person in plan.good:
        invite(**person, invited_by=actor)
    upload.rejected = (plan.header, tuple(plan.bad))
    upload.data = b""
    return plan


def rejected_lines(*, actor: str) -> Plan:
    """Return the rejected lines of the kept file, before or after it was confirmed. Raises Missing."""
    upload = _upload(actor)
    if upload.rejected is None:
        return plan_upload(actor=actor)
    header, bad = upload.rejected
    return Plan(header, [], list(bad))


def _upload(actor: str) -> Upload:
    people = stored(api.portal.get(), KEY)
    found = people.uploads.get(actor) if people is not None else None
    if found is None:
        raise Missing(_("There is no file: choose it again."))
    return found


def _problems(people: People, sheet: Sheet, line: Line, person: dict, seen: dict, actor: str) -> list[Problem]:
    found = Findings(sheet)
    if len(line.cells) > len(sheet.header):
        found.problems.append(Problem("", _("There are more cells than columns.")))
    for check in PERSON_CHECKS:
        found.attempt(check, person)
    found.attempt(_check_kind_allowed, person, actor)
    found.attempt(check_free_email, people, person["email"])
    if person["userid"]:
        found.attempt(check_free_userid, people, person["userid"])
    elif not found.problems:
        person["userid"] = free_userid(people, person["fullname"], seen["userid"])
    for name in ("email", "userid"):
        if not found.about(name):
            found.attempt(_check_once, name, person[name].lower(), line.number, seen[name])
    return found.problems


class Findings:
    """What checks say of one line: all of them are asked."""

    def __init__(self, sheet: Sheet):
        self.sheet = sheet
        self.problems = []

    def attempt(self, check, *arguments) -> None:
        """Ask a check; what it raises is a problem."""
        try:
            check(*arguments)
        except BluegetherError as error:
            self.problems.append(Problem(self.sheet.column(error.field), error.message))

    def about(self, field: str) -> bool:
        """Return whether there is a problem in this field."""
        return any(problem.column == self.sheet.column(field) for problem in self.problems)


def _check_kind_allowed(person: dict, actor: str) -> None:
    if not can_invite(person["kind"], actor):
        raise NotAllowed(_("You may not invite to this kind of account."), field="kind")


def _check_once(name: str, value: str, number: int, seen: dict) -> None:
    if not value:
        return
    first = seen.setdefault(value, number)
    if first != number:
        raise Conflict(_("The same as in line ${line}.", mapping={"line": first}), field=name)
