"""What a need asks for, what a match says, and the settings."""

from bluegether.core import _
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from zope import schema
from zope.interface import Interface


SKILLS, WELCOME, START, PLACE, REMOTE, WISHES, FRESHNESS = PARTS = (
    "skills",
    "welcome",
    "start",
    "place",
    "remote",
    "wishes",
    "freshness",
)
TITLES = {
    SKILLS: _("Required skills"),
    WELCOME: _("Welcome skills"),
    START: _("Availability"),
    PLACE: _("Place"),
    REMOTE: _("Remote work"),
    WISHES: _("The person’s wishes"),
    FRESHNESS: _("Freshness of the profile"),
}
# Criteria that may exclude somebody.
CRITERIA = (SKILLS, START, PLACE, REMOTE)
REMOTES = ("no", "partly", "full")
MAX_LEVEL = 4
MAX_ROWS = 30


@dataclass(frozen=True)
class Requirement:
    """What a need asks for. Rows are (skill id, level 1 to 4); `share` in percent; `hard`: names of `CRITERIA`."""

    required: tuple[tuple[str, int], ...] = ()
    welcome: tuple[tuple[str, int], ...] = ()
    start: date | None = None
    end: date | None = None
    share: int = 100
    places: tuple[str, ...] = ()
    remote: str = ""
    sector: str = ""
    hard: tuple[str, ...] = ()


@dataclass(frozen=True)
class Part:
    """One number of a score: `value` is 0 to 1, `known` False where nothing is said (or shown to the reader)."""

    name: str
    weight: int
    value: float
    why: str  # translatable
    known: bool = True

    @property
    def title(self):
        return TITLES[self.name]


@dataclass(frozen=True)
class SkillFit:
    """One row that a need asks for. `own` is the level that the person says; `near` one of a skill below it."""

    skill_id: str
    asked: int
    own: int
    near: int
    counted: float  # the level that counts, never more than asked
    required: bool

    @property
    def missing(self) -> bool:
        return not self.own


@dataclass(frozen=True)
class Stretch:
    """A period that is planned and not confirmed; `share` in percent."""

    start: date
    end: date
    share: int


@dataclass(frozen=True)
class Exclusion:
    """A hard criterion that is not met."""

    name: str
    why: str  # translatable

    @property
    def title(self):
        return TITLES[self.name]


@dataclass(frozen=True)
class Match:
    """How somebody fits a need, as one reader may know it; `score` 0 to 100 is the weighted mean of the parts.

    `missing`: required skills that the person does not say, then those below the level. `forecast`: periods that touch
    the need's dates and are not confirmed; they are shown and do not count.
    """

    userid: str
    score: int
    parts: tuple[Part, ...]
    skills: tuple[SkillFit, ...] = ()
    excluded_by: tuple[Exclusion, ...] = ()
    forecast: tuple[Stretch, ...] = ()

    @property
    def missing(self) -> tuple[SkillFit, ...]:
        gaps = [fit for fit in self.skills if fit.required and fit.counted < fit.asked]
        return tuple(sorted(gaps, key=lambda fit: fit.own > 0))


@dataclass(frozen=True)
class Matches:
    """A page of a ranking: `total` of all who fit; `cursor` leads to the next page, empty on the last.

    `excluded`: the first of those whom a hard criterion excludes, best first, and how many they are in all.
    """

    rows: tuple[Match, ...] = ()
    total: int = 0
    cursor: str = ""
    excluded: tuple[Match, ...] = field(default=())
    excluded_total: int = 0


def _weight(title, default: int, description) -> schema.Int:
    return schema.Int(title=title, description=description, min=0, max=100, default=default)


class IMatchingSettings(Interface):
    """How much each part counts, in the registry under `bluegether.matching`; published to all.

    Only the relation of the weights matters; a part that a need does not ask about does not count.
    """

    weight_skills = _weight(
        TITLES[SKILLS],
        50,
        _("Each required skill counts up to the level asked for: more of one never makes up for another."),
    )
    weight_welcome = _weight(TITLES[WELCOME], 10, _("Counted as the required ones."))
    weight_start = _weight(
        TITLES[START],
        20,
        _("Free at the start, for the share asked for: profile and confirmed missions. Forecasts do not count."),
    )
    weight_place = _weight(TITLES[PLACE], 5, _("The places that the person offers, and their city."))
    weight_remote = _weight(TITLES[REMOTE], 5, _("How the person wants to work beside how the client does."))
    weight_wishes = _weight(TITLES[WISHES], 5, _("Skills, sector, place and date that the person wishes."))
    weight_freshness = _weight(
        TITLES[FRESHNESS], 5, _("How long ago skills and experiences changed or were confirmed.")
    )
    near_share = schema.Int(
        title=_("What a skill below the one asked for counts, in percent"),
        description=_("Somebody who says Kubernetes knows something of Cloud: their level counts by this share."),
        min=0,
        max=100,
        default=75,
    )
    late_days = schema.Int(
        title=_("Days after which being late counts nothing"),
        description=_(
            "Who is free that many days after the start gets nothing for availability; in between it counts down."
        ),
        min=1,
        max=365,
        default=60,
    )
