"""How big each size is. Spaces and missions join with their rooms."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Size:
    """Numbers of things beyond the demo company. `days` is the time over which entries are spread."""

    members: int
    entries: int
    documents: int
    comments: int
    days: int = 730


SIZES = {
    "small": Size(members=100, entries=1_000, documents=500, comments=500),
    "medium": Size(members=1_000, entries=50_000, documents=5_000, comments=5_000),
    "large": Size(members=10_000, entries=1_000_000, documents=100_000, comments=50_000),
}
