"""A CSV file of people to invite, read: separator, encoding, names of columns and values."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.people.api.accounts import folded
from bluegether.core.people.api.rules import units
from collections.abc import Iterator
from dataclasses import dataclass
import csv
import io


MAX_BYTES = 1_000_000
MAX_ROWS = 2000
SEPARATORS = ";,\t"
COLUMNS = {
    "fullname": ("fullname", "full name", "name", "nom complet", "nom et prenom", "prenom et nom"),
    "firstname": ("firstname", "first name", "prenom"),
    "lastname": ("lastname", "last name", "surname", "nom", "nom de famille"),
    "email": ("email", "e-mail", "mail", "courriel", "adresse electronique", "adresse e-mail"),
    "kind": ("kind", "type", "type de compte", "kind of account"),
    "employment": ("employment", "statut", "contrat"),
    "unit": ("unit", "entite", "unite", "agence", "service"),
    "job": ("job", "fonction", "poste", "metier", "job title"),
    "userid": ("userid", "user id", "identifiant", "login"),
}
VALUES = {
    "kind": {"interne": "staff", "equipe interne": "staff", "partenaire": "partner", "directeur": "direction"},
    "employment": {
        "salarie": "employee",
        "salariee": "employee",
        "independant": "freelance",
        "independante": "freelance",
    },
}


@dataclass(frozen=True)
class Line:
    """One line of the file: its number as an editor counts, its cells as written, and what they mean."""

    number: int
    cells: list[str]
    person: dict[str, str]


@dataclass(frozen=True)
class Sheet:
    """The file's own names of columns, in its order, and its lines."""

    header: list[str]
    fields: list[str | None]
    lines: list[Line]

    def column(self, field: str | None) -> str:
        """Return what the file calls this field, or the field."""
        return self.header[self.fields.index(field)] if field in self.fields else field or ""


def read_sheet(data: bytes) -> Sheet:
    """Read the file; raise Invalid with one message when it is none that can be read."""
    try:
        rows = list(rows_of(text_of(data, MAX_BYTES)))
    except csv.Error:
        raise no_csv() from None
    if not rows:
        raise Invalid(_("The file is empty."), field="file")
    header = [cell.strip() for cell in rows[0][1]]
    fields = _fields(header)
    if len(rows) - 1 > MAX_ROWS:
        raise Invalid(_("The file has more than ${maximum} rows.", mapping={"maximum": MAX_ROWS}), field="file")
    titles = {folded(title): identifier for identifier, title in units().items()}
    return Sheet(header, fields, [Line(number, row, _person(fields, row, titles)) for number, row in rows[1:]])


def rows_of(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the number and cells of each line that holds anything; csv.Error for what cannot be read."""
    separator = max(SEPARATORS, key=text.lstrip().split("\n", 1)[0].count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    return ((reader.line_num, row) for row in reader if any(cell.strip() for cell in row))


def text_of(data: bytes, maximum: int) -> str:
    """Return what the file says; raise Invalid for one that is too large or no text."""
    if len(data) > maximum:
        size = maximum // 1_000_000
        raise Invalid(_("The file is larger than ${size} MB.", mapping={"size": size}), field="file")
    if data.startswith(b"PK\x03\x04"):
        raise Invalid(_("This is an Excel or Calc workbook. Save it as CSV, then choose the CSV file."), field="file")
    if b"\x00" in data:
        raise no_csv()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        raise no_csv() from None


def no_csv() -> Invalid:
    """Return the error of a file that is no CSV."""
    return Invalid(_("This is no CSV file: the portal reads text with one person per line."), field="file")


def _fields(header: list[str]) -> list[str | None]:
    known = {name: field for field, names in COLUMNS.items() for name in names}
    fields = [known.get(folded(cell)) for cell in header]
    named = [field for field in fields if field]
    if len(named) != len(set(named)):
        raise Invalid(_("Two columns of the file mean the same."), field="file")
    name_given = "fullname" in named or {"firstname", "lastname"} <= set(named)
    if not name_given or not {"email", "kind"} <= set(named):
        raise Invalid(
            _("The first line must name the columns, at least: full name (or first and last name), email, kind."),
            field="file",
        )
    return fields


def _person(fields: list[str | None], row: list[str], titles: dict[str, str]) -> dict[str, str]:
    given = {field: cell.strip() for field, cell in zip(fields, row, strict=False) if field}
    full = given.get("fullname") or f"{given.get('firstname', '')} {given.get('lastname', '')}".strip()
    person = {"fullname": full}
    for name in ("email", "kind", "employment", "unit", "job", "userid"):
        value = given.get(name, "")
        known = titles if name == "unit" else VALUES.get(name, {})
        lowered = value.lower() if name in ("kind", "employment") else value
        person[name] = known.get(folded(value), lowered)
    return person
