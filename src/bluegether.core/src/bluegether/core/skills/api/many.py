"""The taxonomy as a CSV file: import with a dry run, line by line, and export.

Columns: `id`, `title_fr`, `title_en`, `parent` (id or any spelling), `synonyms` (separated by `|`). Importing the same
file again changes nothing; synonyms are added, never taken away; lines may stand in any order.
"""

from bluegether.core import _
from bluegether.core.kit.annotation import store
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.skills import spelling
from bluegether.core.skills.api import rules
from bluegether.core.skills.api.changes import add
from bluegether.core.skills.api.changes import update
from bluegether.core.skills.api.taxonomy import current
from bluegether.core.skills.api.taxonomy import find
from bluegether.core.skills.api.taxonomy import kept
from bluegether.core.skills.api.taxonomy import resolve
from bluegether.core.skills.api.taxonomy import skill
from bluegether.core.skills.api.taxonomy import title
from bluegether.core.skills.storage import KEY
from bluegether.core.skills.storage import Skills
from dataclasses import dataclass
from plone import api
import csv
import io
import transaction


COLUMNS = ("id", "title_fr", "title_en", "parent", "synonyms")
MAX_BYTES = 4_000_000
MAX_LINES = 20_000
FORMULA = ("=", "+", "-", "@", "\t", "\r")
NEW, CHANGED, SAME, MERGED, WRONG = "new", "changed", "same", "merged", "wrong"


@dataclass(frozen=True)
class Line:
    """What became, or would become, of one line; `message` is translatable, for wrong and merged lines."""

    number: int
    title: str
    outcome: str
    message: str = ""


def keep_upload(data: bytes, *, actor: str) -> None:
    """Keep a file until it is confirmed, instead of the one before. Raises NotAllowed, Invalid (size)."""
    rules.require_manager(actor)
    if len(data) > MAX_BYTES:
        raise Invalid(_("The file is larger than ${size} MB.", mapping={"size": MAX_BYTES // 10**6}), field="file")
    store(api.portal.get(), KEY, Skills).uploads[actor] = data


def upload(userid: str) -> bytes | None:
    """Return the file that this person is about to confirm."""
    return kept().uploads.get(userid)


def drop_upload(userid: str) -> None:
    """Forget the file that waits."""
    kept().uploads.pop(userid, None)


def import_csv(data: bytes, *, actor: str, dry_run: bool = False) -> list[Line]:
    """Add and change skills as the file says and return each line's outcome; a dry run leaves nothing behind.

    A wrong line changes nothing and keeps no other from being read. Raises NotAllowed; Invalid when the file is no
    such table.
    """
    rules.require_manager(actor)
    rows = _rows(data)
    if not dry_run:
        return _in_order(rows, actor)
    before = transaction.savepoint()
    try:
        return _in_order(rows, actor)
    finally:
        before.rollback()


def export_csv() -> str:
    """Return the whole taxonomy, families before what is below them; no cell is a formula."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for skill_id in _downwards(""):
        found = skill(skill_id)
        cells = (found.id, found.titles["fr"], found.titles["en"], found.parent, "|".join(found.synonyms))
        writer.writerow(["'" + cell if cell.startswith(FORMULA) else cell for cell in cells])
    return out.getvalue()


def _downwards(parent: str):
    for child in kept().children.get(parent, ()):
        yield child
        yield from _downwards(child)


def _rows(data: bytes) -> list[tuple[int, dict]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Invalid(_("The file is not encoded in UTF-8."), field="file") from None
    delimiter = ";" if ";" in text.split("\n", 1)[0] else ","
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        if not {"title_fr", "title_en"} & set(reader.fieldnames or ()):
            raise Invalid(_("The first line must name the columns: ${names}.", mapping=_names()), field="file")
        rows = [(reader.line_num, {name: _cell(row.get(name)) for name in COLUMNS}) for row in reader]
    except csv.Error:
        raise Invalid(_("The file is not a CSV table."), field="file") from None
    if len(rows) > MAX_LINES:
        raise Invalid(_("At most ${maximum} lines are possible.", mapping={"maximum": MAX_LINES}), field="file")
    return [(number, row) for number, row in rows if any(row.values())]


def _names() -> dict[str, str]:
    return {"names": ", ".join(COLUMNS)}


def _cell(value) -> str:
    text = value.strip() if isinstance(value, str) else ""
    return text[1:] if text.startswith("'") and text[1:].startswith(FORMULA) else text


def _in_order(rows, actor: str) -> list[Line]:
    """Read the lines in their order, but the line of a family before the first line that stands below it."""
    waiting = dict(rows)
    names = {spelling.key(text): number for number, row in reversed(rows) for text in _spellings(row)}
    lines: list[Line] = []
    for number, _row in rows:
        for needed in reversed(_with_families(number, waiting, names)):
            lines.append(_line(needed, waiting.pop(needed), actor))
    return sorted(lines, key=lambda line: line.number)


def _with_families(number: int, waiting: dict, names: dict) -> list[int]:
    """Return the line and those of the families above it that have not been read."""
    found: list[int] = []
    while number in waiting and number not in found:
        found.append(number)
        parent = waiting[number]["parent"]
        number = 0 if resolve(parent) else names.get(spelling.key(parent), 0)
    return found


def _spellings(row: dict) -> list[str]:
    return [text for text in (row["id"], row["title_fr"], row["title_en"], *row["synonyms"].split("|")) if text]


def _line(number: int, row: dict, actor: str) -> Line:
    name = row["title_fr"] or row["title_en"] or row["id"]
    into = current(row["id"]) if row["id"] else ""
    if into and into != row["id"]:
        return Line(number, name, MERGED, _("Merged into ${title}: left alone.", mapping={"title": title(into)}))
    try:
        return Line(number, name, _apply(row, actor))
    except BluegetherError as error:
        return Line(number, name, WRONG, error.message)


def _apply(row: dict, actor: str) -> str:
    titles = {"fr": row["title_fr"], "en": row["title_en"]}
    synonyms = [text for text in map(str.strip, row["synonyms"].split("|")) if text]
    parent = resolve(row["parent"])
    if row["parent"] and not parent:
        raise Missing(_("The family “${text}” does not exist.", mapping={"text": row["parent"]}), field="parent")
    found = _meant(row)
    if not found:
        add(titles, actor=actor, parent=parent, synonyms=synonyms, skill_id=row["id"])
        return NEW
    more = [*skill(found).synonyms, *synonyms]
    return CHANGED if update(found, actor=actor, titles=titles, synonyms=more, parent=parent or None) else SAME


def _meant(row: dict) -> str:
    """Return the skill that a line is about: by its id, or without one by a title."""
    if row["id"]:
        return current(row["id"])
    return find(row["title_fr"]) or find(row["title_en"])
