"""Workbooks: one sheet of text and dates, in which no cell is a formula."""

from collections.abc import Iterable
from datetime import date
from openpyxl import Workbook
from tempfile import TemporaryFile
import re


XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# What a spreadsheet would run as a formula, after spaces too.
FORMULA = re.compile(r"\s*[=+\-@\t\r]")
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def safe(cell):
    """Return a cell that no spreadsheet takes for a formula; numbers and dates stay what they are."""
    if cell is None or isinstance(cell, int | float | date):
        return cell
    text = CONTROLS.sub("", str(cell))
    return f"'{text}" if FORMULA.match(text) else text


def workbook(title: str, lines: Iterable[list]) -> bytes:
    """Return a workbook of one sheet."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(re.sub(r"[\[\]:*?/\\]", " ", title)[:31])
    for line in lines:
        sheet.append([safe(cell) for cell in line])
    with TemporaryFile() as out:
        book.save(out)
        out.seek(0)
        return out.read()


def send(request, name: str, data: bytes) -> bytes:
    """Say that the answer is a workbook, kept by nobody on the way, and return it."""
    request.response.setHeader("Content-Type", XLSX)
    request.response.setHeader("Content-Disposition", f'attachment; filename="{name}"')
    request.response.setHeader("Cache-Control", "private, no-store")
    return data
