"""What somebody who leaves holds, as rooms tell it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Holding:
    """One thing to take over: a translatable title, where it is seen, how many there are."""

    key: str
    title: str
    url: str = ""
    count: int = 1
