"""Rows of a datagrid as a browser sends them, put in order before the form reads them.

Without JavaScript the grid's spare row keeps its name `AA` and is not counted; with it, rows that were begun and left
empty are. So: the spare row counts when something is in it, and rows in which nothing is written are no rows.
"""

SPARE = "AA"
NOTHING = "--NOVALUE--"  # what a choice sends for no choice
MARKERS = ("-empty-marker", "-empty-marker:int")


def tidy(form: dict, prefix: str, *, ignored: tuple[str, ...] = ()) -> None:
    """Renumber the rows of the grid `prefix` in the request's form; columns `ignored` do not make a row full.

    `ignored` are those that always send something: choices and boxes.
    """
    counter = f"{prefix}.count"
    if counter not in form:
        return
    names = [str(number) for number in range(_count(form[counter]))] + [SPARE]
    rows = [_take(form, f"{prefix}.{name}") for name in names]
    kept = [row for row in rows if _is_full(row, ignored)]
    for number, row in enumerate(kept):
        for name, value in row.items():
            form[f"{prefix}.{number}{name}"] = value
    form[counter] = str(len(kept))


def _count(value) -> int:
    return min(int(value), 1000) if isinstance(value, str) and value.isascii() and value.isdigit() else 0


def _take(form: dict, start: str) -> dict:
    """Take a row out of the form: what follows its name -> value."""
    names = [name for name in form if name.startswith((f"{start}.", f"{start}-"))]
    return {name[len(start) :]: form.pop(name) for name in names}


def _is_full(row: dict, ignored: tuple[str, ...]) -> bool:
    return any(_says_something(value) for name, value in row.items() if _counts(name, ignored))


def _counts(name: str, ignored: tuple[str, ...]) -> bool:
    if name.endswith(MARKERS) or not name.startswith(".widgets."):
        return False
    return name.split(".")[2].partition(":")[0] not in ignored


def _says_something(value) -> bool:
    if isinstance(value, list):
        return any(map(_says_something, value))
    return isinstance(value, str) and value.strip() not in ("", NOTHING)
