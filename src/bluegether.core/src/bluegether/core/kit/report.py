"""What a room shows to those who decide about a report."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Words:
    """One neighbour of what was reported: who wrote what when."""

    author: str
    text: str
    written: datetime


@dataclass(frozen=True)
class Target:
    """Something that can be reported. `author` is a user id, `url` where the thing is seen (empty when nowhere)."""

    kind: str
    key: str
    author: str
    text: str
    url: str
    written: datetime
    hidden: bool = False
    context: tuple[Words, ...] = ()
