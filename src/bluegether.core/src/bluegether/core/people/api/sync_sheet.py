"""The file that the company's HR system exports, read: one person per line, all that it says of them.

An empty cell means "none", a column that is not there means that the file does not say: the portal keeps what it has.
"""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.people.api.accounts import folded
from bluegether.core.people.api.rules import units
from bluegether.core.people.api.sheet import COLUMNS
from bluegether.core.people.api.sheet import no_csv
from bluegether.core.people.api.sheet import rows_of
from bluegether.core.people.api.sheet import text_of
from bluegether.core.people.api.sheet import VALUES
from dataclasses import dataclass
from datetime import date
from datetime import datetime
import csv


MAX_BYTES = 8_000_000
MAX_ROWS = 20_000
MORE_COLUMNS = {
    "matricule": ("matricule", "numero de matricule", "employee number", "employee id", "staff number"),
    "manager": ("manager", "responsable", "responsable hierarchique", "superieur", "n+1", "matricule du manager"),
    "arrived": ("arrived", "arrivee", "date d'arrivee", "entree", "date d'entree", "start date", "hire date"),
    "leaves": ("leaves", "depart", "date de depart", "sortie", "date de sortie", "end date", "last day"),
}
EMPLOYMENTS = VALUES["employment"] | {
    **dict.fromkeys(("cdi", "cdd", "alternant", "alternance", "apprenti", "stage", "interne"), "employee"),
    **dict.fromkeys(("free-lance", "portage", "prestataire", "sous-traitant"), "freelance"),
}
DATES = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y")
TOGETHER = ("firstname", "lastname")


@dataclass(frozen=True, slots=True)
class Row:
    """One line: its number as an editor counts, what it says by field, what cannot be read as (field, reason)."""

    number: int
    values: dict
    unreadable: tuple = ()

    @property
    def matricule(self) -> str:
        return self.values.get("matricule", "")

    @property
    def email(self) -> str:
        return self.values.get("email", "")


@dataclass(frozen=True)
class Export:
    """The whole file: the fields that it has columns of, and its lines."""

    fields: dict[str, str]  # field -> what the file calls it
    rows: list[Row]


def read_export(data: bytes) -> Export:
    """Read the file; raise Invalid with one message when it is none that can be read."""
    lines = rows_of(text_of(data, MAX_BYTES))
    try:
        header = next(lines, None)
        if header is None:
            raise Invalid(_("The file is empty."), field="file")
        fields = _fields(header[1])
        rows = _rows(lines, fields)
    except csv.Error:
        raise no_csv() from None
    named = {field: title.strip() for field, title in zip(fields, header[1], strict=True) if field}
    if {*TOGETHER} <= set(named):
        named.setdefault("fullname", named["lastname"])
    return Export(named, rows)


def _rows(lines, fields: list[str | None]) -> list[Row]:
    titles = {folded(title): identifier for identifier, title in units().items()}
    rows = []
    for number, cells in lines:
        if len(rows) == MAX_ROWS:
            raise Invalid(_("The file has more than ${maximum} rows.", mapping={"maximum": MAX_ROWS}), field="file")
        rows.append(_row(number, cells, fields, titles))
    return rows


def _fields(header: list[str]) -> list[str | None]:
    known = {name: field for field, names in (COLUMNS | MORE_COLUMNS).items() for name in names}
    fields = [known.get(folded(cell.strip()).replace("’", "'")) for cell in header]
    named = [field for field in fields if field]
    if len(named) != len(set(named)):
        raise Invalid(_("Two columns of the file mean the same."), field="file")
    if not {"matricule", "email"} & set(named):
        raise Invalid(_("The first line must name a column that tells who it is: matricule or email."), field="file")
    return fields


def _row(number: int, cells: list[str], fields: list[str | None], titles: dict[str, str]) -> Row:
    if any("\n" in cell for cell in cells):
        return Row(number, {}, (("", _("A cell holds a line break: a quotation mark may be missing.")),))
    if len(cells) != len(fields):
        few = _("There are fewer cells than columns.")
        many = _("There are more cells than columns.")
        return Row(number, {}, (("", few if len(cells) < len(fields) else many),))
    given = {field: cell.strip() for field, cell in zip(fields, cells, strict=True) if field}
    if {*TOGETHER} <= set(given):
        given.setdefault("fullname", f"{given['firstname']} {given['lastname']}".strip())
    values, unreadable = {}, []
    for field in given.keys() - {*TOGETHER}:
        try:
            values[field] = _value(field, given[field], titles)
        except ValueError:
            unreadable.append((field, _("${value} is no date.", mapping={"value": given[field][:40]})))
    return Row(number, values, tuple(unreadable))


def _value(field: str, cell: str, titles: dict[str, str]):
    if field in ("arrived", "leaves"):
        return _day(cell)
    if field == "unit":
        return titles.get(folded(cell), cell)
    if field in ("kind", "employment"):
        known = EMPLOYMENTS if field == "employment" else VALUES["kind"]
        return known.get(folded(cell), cell.lower())
    return cell.lower() if field in ("email", "userid") else cell


def _day(cell: str) -> date | None:
    """Return the day, None for an empty cell; ValueError for anything else. A time of day after it is ignored."""
    if not cell:
        return None
    for pattern in DATES:
        try:
            return datetime.strptime(cell.split()[0].split("T")[0], pattern).date()
        except ValueError:
            continue
    raise ValueError(cell)
