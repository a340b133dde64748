"""A picture of numbers as horizontal bars, made here (SVG); the table beside it says the same."""

from dataclasses import dataclass


WIDTH, LABEL, BAR, GAP = 680, 262, 24, 12
LONGEST = 34


@dataclass(frozen=True)
class Bar:
    """One bar: where it is drawn, and what it says."""

    title: str
    text: str
    y: int
    width: int
    text_x: int
    text_y: int


@dataclass(frozen=True)
class Chart:
    """The bars, and the sides of the picture in its own units."""

    bars: tuple[Bar, ...]
    width: int
    height: int
    label: int
    bar: int


def chart(rows: list[tuple[str, int, str]]) -> Chart:
    """Return the picture of rows of (title, number, number as text). A bar is never narrower than a line."""
    most = max((value for _title, value, _text in rows), default=0) or 1
    room = WIDTH - LABEL - 96
    bars = tuple(
        _bar(place, title, max(2, value * room // most), text) for place, (title, value, text) in enumerate(rows)
    )
    return Chart(bars, WIDTH, len(rows) * (BAR + GAP) + GAP, LABEL, BAR)


def _bar(place: int, title: str, width: int, text: str) -> Bar:
    y = GAP + place * (BAR + GAP)
    short = title if len(title) <= LONGEST else f"{title[: LONGEST - 1]}…"
    return Bar(short, text, y, width, LABEL + width + 8, y + BAR // 2 + 5)
