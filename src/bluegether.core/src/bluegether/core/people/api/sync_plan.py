"""What the HR system's file would change: every line looked at, nothing changed.

A line is done as a whole or not at all: whatever is wrong in it is named, and the others go on.
"""

from bluegether.core import _
from bluegether.core.kit.clock import end_of
from bluegether.core.kit.clock import local
from bluegether.core.kit.clock import today
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.people.api.accounts import folded
from bluegether.core.people.api.closings import closing
from bluegether.core.people.api.closings import has_ended
from bluegether.core.people.api.company import MAX_MATRICULE
from bluegether.core.people.api.invitations import can_invite
from bluegether.core.people.api.invitations import check_free_email
from bluegether.core.people.api.invitations import check_free_userid
from bluegether.core.people.api.invitations import state_of
from bluegether.core.people.api.many import Problem
from bluegether.core.people.api.rules import check_text
from bluegether.core.people.api.rules import PERSON_CHECKS
from bluegether.core.people.api.sync_known import Known
from bluegether.core.people.api.sync_order import order_managers
from bluegether.core.people.api.sync_order import settle_mails
from bluegether.core.people.api.sync_sheet import Export
from bluegether.core.people.api.sync_sheet import read_export
from bluegether.core.people.api.sync_sheet import Row
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from datetime import datetime
from datetime import timedelta
from functools import lru_cache


# What happens with a line: invited, updated; nothing to do; waits for a day or an answer; refused.
INVITE, UPDATE, SAME, WAITS, REFUSED = "invite", "update", "same", "waits", "refused"
ACTS = (INVITE, UPDATE, SAME, WAITS, REFUSED)
COMPARED = ("fullname", "email", "kind", "employment", "unit", "job", "matricule")
NEVER_EMPTIED = {"fullname", "email", "kind", "matricule"}
# More departures than this share of the people (and than this number) look like a file that went wrong.
MANY_SHARE, MANY = 0.1, 20


@dataclass
class Item:
    """What becomes of one line. `changes` is field -> (old, new); `leaves` among them is the last day, or None."""

    row: Row
    userid: str = ""
    act: str = SAME
    changes: dict[str, tuple] = field(default_factory=dict)
    remarks: list = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def number(self) -> int:
        return self.row.number

    @property
    def name(self) -> str:
        return self.row.values.get("fullname") or self.row.email or self.row.matricule

    @property
    def sound(self) -> bool:
        return not self.problems


@dataclass
class Plan:
    """Every line, in the order in which they can be done; who is in the portal and not in the file (user ids)."""

    items: list[Item]
    absent: list[str]
    too_many: int = 0  # departures, when they are too many to be meant

    def of(self, act: str) -> list[Item]:
        """Return the lines with this outcome, as the file orders them."""
        return sorted((item for item in self.items if item.act == act), key=lambda item: item.number)

    def to_do(self) -> list[Item]:
        """Return the lines that change something, in the order in which they can be done."""
        return [item for item in self.items if item.act in (INVITE, UPDATE)]

    def counts(self) -> dict[str, int]:
        """Return how many lines have each outcome, and how many people are not in the file."""
        return {act: sum(item.act == act for item in self.items) for act in ACTS} | {"absent": len(self.absent)}


def plan_export(data: bytes, *, actor: str) -> Plan:
    """Return what this file would change. Raises Invalid for a file that cannot be read."""
    return Planner(read_export(data), actor).plan()


class Planner:
    """Looks at the whole file: some rules are about several lines."""

    def __init__(self, export: Export, actor: str):
        self.export = export
        self.actor = actor
        self.known = Known()
        self.items = [Item(row) for row in export.rows]
        self.named: dict[str, str] = {}
        self.may_invite = lru_cache(lambda kind: can_invite(kind, actor))

    def plan(self) -> Plan:
        for item in self.items:
            for name, reason in item.row.unreadable:
                self.refuse(item, name, reason)
        self.find_repeated()
        self.each(self.identify)
        self.find_same_person()
        self.each(self.look)
        settle_mails(self)
        self.named = self.names_in_file()
        self.each(self.find_manager)
        ordered = order_managers(self)
        for item in self.items:
            self.conclude(item)
        return Plan(ordered, self.absent(), self.too_many())

    def each(self, look) -> None:
        """Look at each line that is sound so far and not a repetition."""
        for item in self.items:
            if item.sound and item.act != WAITS:
                self.attempt(item, look, item)

    def attempt(self, item: Item, check, *arguments) -> None:
        """Ask a check; what it raises is a problem of the line."""
        try:
            check(*arguments)
        except BluegetherError as error:
            self.refuse(item, error.field or "", error.message)

    def refuse(self, item: Item, name: str, reason) -> None:
        item.problems.append(Problem(self.export.fields.get(name, name), reason))

    def find_repeated(self) -> None:
        """Refuse lines with the same number, address or user id; of equal lines all but the first are idle."""
        seen: dict[tuple, Item] = {}
        for item in self.items:
            for name in ("matricule", "email", "userid"):
                value = item.row.values.get(name)
                first = seen.setdefault((name, value), item) if value else item
                if first is not item:
                    self.compare_lines(first, item, name)

    def compare_lines(self, first: Item, item: Item, name: str) -> None:
        if first.row.values == item.row.values:
            item.act = WAITS
            item.remarks = [_("The same line as line ${line}.", mapping={"line": first.number})]
            return
        for one, other in ((first, item), (item, first)):
            self.refuse(one, name, _("The same as in line ${line}.", mapping={"line": other.number}))

    def identify(self, item: Item) -> None:
        """Find whose line it is: by employee number, else by mail address."""
        row = item.row
        if not row.matricule and not row.email:
            raise Invalid(_("Neither employee number nor mail address: nobody can be meant."))
        found = self.known.with_matricule(row.matricule) if row.matricule else []
        if len(found) > 1:
            raise Conflict(_("Several people have this employee number."), field="matricule")
        item.userid = found[0] if found else self.by_email(row)
        wanted = row.values.get("userid")
        if wanted and item.userid and wanted != item.userid:
            raise Conflict(_("This person has the user id ${userid}.", mapping={"userid": item.userid}), field="userid")

    def by_email(self, row: Row) -> str:
        userid = self.known.with_email(row.email)
        person = self.known.account(userid)
        if person is not None and row.matricule and person.matricule not in ("", row.matricule):
            message = _(
                "The person with this mail address has another employee number: ${number}.",
                mapping={"number": person.matricule},
            )
            raise Conflict(message, field="email")
        return userid

    def find_same_person(self) -> None:
        """Refuse lines that mean one person, one by number and one by address."""
        seen: dict[str, Item] = {}
        for item in self.items:
            first = seen.setdefault(item.userid, item) if item.userid and item.sound else item
            if first is not item:
                for one, other in ((first, item), (item, first)):
                    self.refuse(one, "", _("The same person as in line ${line}.", mapping={"line": other.number}))

    def look(self, item: Item) -> None:
        if item.userid:
            self.compare(item)
        else:
            self.welcome(item)

    def compare(self, item: Item) -> None:
        """Find what the file says otherwise than the portal."""
        person = self.known.account(item.userid)
        wanted = self.wanted(item, person.kind)
        for name in COMPARED:
            if name in wanted and wanted[name] != getattr(person, name):
                item.changes[name] = (getattr(person, name), wanted[name])
        if item.changes:
            whole = {name: getattr(person, name) for name in COMPARED} | wanted
            self.check(item, whole)
        if "kind" in item.changes and item.userid == self.actor:
            raise NotAllowed(_("Nobody changes their own kind of account: ask a colleague."), field="kind")
        day = item.row.values.get("arrived")
        if day is not None and day != local(person.arrived).date():
            item.changes["arrived"] = (local(person.arrived).date(), day)
        self.compare_end(item)

    def wanted(self, item: Item, kind: str) -> dict:
        """Return what the line says of a person, without what it leaves open."""
        values = item.row.values
        said = {name: values[name] for name in COMPARED if name in values}
        said = {name: value for name, value in said.items() if value or name not in NEVER_EMPTIED}
        if said.get("kind", kind) != "consultant":
            said["employment"] = ""  # a contract of employment says nothing more of who is no consultant
        return said

    def compare_end(self, item: Item) -> None:
        """Find whether the end of the access has to be planned, moved or taken back."""
        if "leaves" not in self.export.fields:
            return
        last, found = item.row.values["leaves"], closing(item.userid)
        if has_ended(item.userid):
            if last is None or last >= today():
                raise Conflict(_("This access is over: that cannot be taken back."), field="leaves")
            return
        planned = found.ends if found is not None else None
        synced = self.known.people.synced_ends.get(item.userid)
        if last is not None and planned != end_of(last):
            if item.userid == self.actor:
                raise Conflict(_("Nobody ends their own access: ask a colleague."), field="leaves")
            item.changes["leaves"] = (_last_day(planned), last)
        elif last is None and synced is not None and planned == end_of(synced):
            item.changes["leaves"] = (synced, None)

    def welcome(self, item: Item) -> None:
        """Find whether somebody new is invited now."""
        values = item.row.values
        last, arrived = values.get("leaves"), values.get("arrived")
        if last is not None and last < today():
            return self.idle(item, _("Has left, and has no account."))
        if arrived is not None and arrived > today():
            return self.idle(item, _("Is invited on the day of arrival."))
        invitation = self.known.invitation_for(item.row.matricule, item.row.email)
        if invitation is not None and invitation.state != "accepted":
            return self.wait_for(item, invitation)
        item.act = INVITE
        person = {name: values.get(name, "") for name in (*COMPARED, "userid")} | self.wanted(item, "")
        item.changes = {name: ("", value) for name, value in person.items() if value}
        self.check(item, person)
        if not self.may_invite(person["kind"]):
            raise NotAllowed(_("You may not invite to this kind of account."), field="kind")
        check_free_email(self.known.people, person["email"])
        if person["userid"]:
            check_free_userid(self.known.people, person["userid"])
        return None

    def wait_for(self, item: Item, invitation) -> None:
        """Nobody is invited twice, nor again after a refusal: HR decides that by hand."""
        state = state_of(invitation)
        if state == "open" and item.row.email and item.row.email != invitation.email.lower():
            raise Conflict(_("Another address was invited. Revoke that invitation first."), field="email")
        self.idle(item, INVITATION[state])

    def idle(self, item: Item, remark) -> None:
        item.act = WAITS
        item.remarks.append(remark)

    def check(self, item: Item, person: dict) -> None:
        for check in PERSON_CHECKS:
            self.attempt(item, check, person)
        self.attempt(item, _check_matricule, person["matricule"])

    def find_manager(self, item: Item) -> None:
        """Find the manager whom the line names; one who has no account (yet) is remarked and changes nothing."""
        cell = item.row.values.get("manager")
        if cell is None or not item.userid:
            return
        manager = (self.named.get(cell.lower()) or self.known.manager(cell)) if cell else ""
        if cell and not manager:
            item.remarks.append(_("The manager ${manager} has no account.", mapping={"manager": cell[:80]}))
        elif manager and self.known.kinds[manager] == "client":
            raise Invalid(_("There is no such member."), field="manager")
        elif manager != self.known.managers[item.userid]:
            item.changes["manager"] = (self.known.managers[item.userid], manager)

    def names_in_file(self) -> dict[str, str]:
        """Return employee number or mail address -> user id as the file has them: managers go by what is new, too."""
        sound = [item for item in self.items if item.userid and item.sound]
        return {name.lower(): item.userid for item in sound for name in (item.row.email, item.row.matricule) if name}

    def conclude(self, item: Item) -> None:
        if item.problems:
            item.act, item.changes = REFUSED, {}
        elif item.act == SAME and item.changes:
            item.act = UPDATE

    def absent(self) -> list[str]:
        """Return who has access, is of a kind that the file has, and is not in it; by name."""
        present = {item.userid for item in self.items if item.userid}
        kinds = {self.known.kinds[userid] for userid in present}
        found = [
            userid
            for userid, kind in self.known.kinds.items()
            if kind in kinds and userid not in present and not has_ended(userid)
        ]
        return sorted(found, key=lambda userid: folded(self.known.account(userid).fullname))

    def too_many(self) -> int:
        """Return how many departures there would be, 0 when they are few enough to be meant."""
        leaving = sum(item.act == UPDATE and bool(item.changes.get("leaves", (0, 0))[1]) for item in self.items)
        return leaving if leaving > max(MANY, MANY_SHARE * len(self.known.kinds)) else 0


INVITATION = {
    "open": _("Invited; no answer yet."),
    "expired": _("The invitation expired: send it again from Accounts."),
    "declined": _("Declined the invitation."),
    "revoked": _("The invitation was revoked."),
}


def _check_matricule(matricule: str) -> None:
    check_text(matricule, field="matricule", maximum=MAX_MATRICULE)


def _last_day(ends: datetime | None) -> date | None:
    """Return the last day of an access that ends at this moment."""
    return local(ends - timedelta(microseconds=1)).date() if ends is not None else None
