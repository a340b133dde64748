"""A contribution: somebody published, answered or asked something. Counted, never shown one by one."""

from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta


@dataclass(frozen=True)
class Contribution:
    """`userid` did it at `happened` (aware).

    `to` is whom it answers, "" when it answers nobody; `open` whether every member may see it, None when it is not a
    thing of its own (an answer is where its question is); `waited` how long a question waited, when this is the first
    answer that somebody else gave.
    """

    userid: str
    happened: datetime
    to: str = ""
    open: bool | None = None
    waited: timedelta | None = None
