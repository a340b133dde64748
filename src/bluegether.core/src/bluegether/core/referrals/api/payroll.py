"""What payroll gets: numbered files, kept as they went out. Something changed since? Then a numbered correction."""

from bluegether.core import _
from bluegether.core.kit.clock import local
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.people import api as people
from bluegether.core.referrals.api import bonuses
from bluegether.core.referrals.api.model import can_pay
from bluegether.core.referrals.api.model import kept
from bluegether.core.referrals.api.model import sees_amounts
from bluegether.core.referrals.api.model import setting
from bluegether.core.referrals.api.model import text
from bluegether.core.referrals.api.model import writable
from bluegether.core.referrals.interfaces import MAX_REASON
from bluegether.core.referrals.storage import Bonus
from bluegether.core.referrals.storage import Export
from bluegether.core.referrals.storage import Line
from collections import Counter
from decimal import Decimal
import csv
import hashlib
import io


COLUMNS = ("matricule", "code", "libelle", "montant", "date", "periode", "reference")
LABELS = {"hired": "Prime de cooptation : embauche", "trial_passed": "Prime de cooptation : fin de période d’essai"}


def exports(*, userid: str) -> list[Export]:
    """Return the files, the newest first. Raises Missing for who sees no amounts."""
    if not sees_amounts(userid):
        raise Missing(_("There is nothing at this address."))
    root = kept()
    return list(reversed(root.exports.values())) if root is not None else []


def export(number: int, *, userid: str) -> Export:
    """Return one file. Raises Missing."""
    found = next((one for one in exports(userid=userid) if one.number == number), None)
    if found is None:
        raise Missing(_("There is nothing at this address."))
    return found


def send(numbers, *, userid: str) -> Export:
    """Send these approved bonuses to payroll, all or none. Raises NotAllowed, Invalid, Conflict.

    Who has no employee number stops it: payroll could not pay them, and nobody would notice.
    """
    _check(userid)
    found = [_approved(number, userid) for number in dict.fromkeys(numbers)]
    if not found:
        raise Invalid(_("Choose what goes to payroll."), field="bonuses")
    _check_numbers(found)
    lines = tuple(_line(bonus, people.account(bonus.userid).matricule, bonus.rule.cents) for bonus in found)
    made = _keep(lines, userid=userid, corrects=0, reason="")
    for bonus in found:
        bonus.export = made.number
        bonuses.enter(bonus, "exported", userid)
    return made


def correct(number: int, *, reason: str, userid: str) -> Export:
    """Send what changed since this file and its corrections: cancelled bonuses, employee numbers. Raises Conflict."""
    _check(userid)
    first = export(number, userid=userid)
    if first.corrects:
        raise Conflict(_("Correct the file itself, not its correction."))
    why = text(reason, field="reason", maximum=MAX_REASON, required=True)
    sent: Counter = Counter()
    for one in kept().exports.values():
        if number in (one.number, one.corrects):
            for line in one.lines:
                sent[(line.bonus, line.matricule)] += line.cents
    lines = _differences(sent)
    if not lines:
        raise Conflict(_("Nothing has changed since: download the file again."))
    return _keep(lines, userid=userid, corrects=number, reason=why)


def rows(found: Export) -> list[list[str]]:
    """Return the file's cells, names of columns first."""
    return [list(COLUMNS), *(_cells(line, found) for line in found.lines)]


def csv_of(found: Export) -> bytes:
    """Return the file: semicolons, UTF-8 with its mark, as French programs expect."""
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(rows(found))
    return out.getvalue().encode("utf-8-sig")


def _check(userid: str) -> None:
    if not can_pay(userid):
        raise NotAllowed(_("Only HR and finance send bonuses to payroll."))


def _approved(number: int, userid: str) -> Bonus:
    root = kept()
    found = root.bonuses.get(number) if root is not None and isinstance(number, int) else None
    if found is None:
        raise Missing(_("There is no such bonus."))
    if found.state != "approved":
        raise Conflict(_("Somebody was faster: look at the bonuses again."))
    return found


def _check_numbers(found: list[Bonus]) -> None:
    missing = []
    for bonus in found:
        account = people.account(bonus.userid)
        if account is None or not account.matricule:
            missing.append(account.fullname if account is not None else bonus.userid)
    if missing:
        names = ", ".join(sorted(set(missing)))
        message = _("Without an employee number payroll cannot pay: ${names}. Nothing was sent.")
        raise Invalid(_(message, mapping={"names": names}), field="bonuses")


def _line(bonus: Bonus, matricule: str, cents: int) -> Line:
    return Line(matricule, bonus.id, cents, bonus.on, bonus.rule.milestone)


def _differences(sent: Counter) -> tuple[Line, ...]:
    """Return the lines between what payroll has and what it should have."""
    root, wanted = kept(), Counter()
    for number in {number for number, _matricule in sent}:
        bonus = root.bonuses[number]
        account = people.account(bonus.userid)
        if account is None:  # erased: what payroll has stays
            wanted.update({key: cents for key, cents in sent.items() if key[0] == number})
        elif bonus.state in ("exported", "paid"):
            wanted[(number, account.matricule)] += bonus.rule.cents
    changed = {key: wanted[key] - sent[key] for key in sent.keys() | wanted.keys()}
    return tuple(
        _line(root.bonuses[number], matricule, cents)
        for (number, matricule), cents in sorted(changed.items(), key=lambda pair: (pair[0][0], pair[1]))
        if cents
    )


def _keep(lines: tuple[Line, ...], *, userid: str, corrects: int, reason: str) -> Export:
    root = writable()
    number = max(root.exports.keys(), default=0) + 1
    draft = Export(number, now(), userid, corrects, reason, lines, "")
    root.exports[number] = draft._replace(sha256=hashlib.sha256(csv_of(draft)).hexdigest())
    return root.exports[number]


def _cells(line: Line, found: Export) -> list[str]:
    amount = f"{Decimal(line.cents) / 100:.2f}".replace(".", ",")
    period = f"{local(found.at):%Y-%m}"
    code = setting("payroll_code")
    return [safe(line.matricule), code, LABELS[line.milestone], amount, line.on.isoformat(), period, str(line.bonus)]


def safe(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula, without signs that XML cannot hold."""
    plain = "".join(sign for sign in str(cell) if sign >= " ")
    return f"'{plain}" if plain.startswith(("=", "+", "-", "@")) else plain
