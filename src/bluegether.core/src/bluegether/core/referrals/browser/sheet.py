"""Workbooks: cells that no spreadsheet takes for formulas."""

from bluegether.core.kit.clock import local
from datetime import datetime
from openpyxl import Workbook
import io


XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def workbook(title: str, rows) -> bytes:
    """Return a workbook of one sheet."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:30])
    for row in rows:
        sheet.append([_cell(value) for value in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cell(value):
    if isinstance(value, datetime):
        return local(value).date()
    if not isinstance(value, str):
        return value
    text = "".join(sign for sign in value if sign >= " ")
    return f"'{text}" if text.startswith(FORMULA) else text
