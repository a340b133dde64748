"""What the directory is asked for."""

from dataclasses import dataclass
from dataclasses import field
from datetime import date


MAX_SKILL_LEVEL = 4
LANGUAGE_LEVELS = ("A1", "A2", "B1", "B2", "C1", "C2", "native")
# What somebody who looks for this takes: more than asked for is welcome.
REMOTES = {"partly": ("partly", "full"), "full": ("full",)}
SORTS = ("relevance", "name", "arrival", "availability")


@dataclass(frozen=True)
class Criteria:
    """What is looked for; what is empty narrows nothing. `api.checked` refuses values that make no sense.

    `skills`: (skill id, least level), all of them unless `any_skill`. `share` in percent. `since`: arrived on this day
    or later.
    """

    text: str = ""
    skills: tuple[tuple[str, int], ...] = field(default=())
    any_skill: bool = False
    unit: str = ""
    kind: str = ""
    employment: str = ""
    place: str = ""
    client: str = ""
    available: date | None = None
    share: int = 0
    remote: str = ""
    language: str = ""
    language_level: str = ""
    certification: str = ""
    expert: str = ""
    since: date | None = None
