"""A dossier as it will be: everything chosen, masked, translated and formatted; page, REST, DOCX and PDF lay it out.

Nothing that must not be read is in here: who lays it out has nothing to hide.
"""

from dataclasses import dataclass
from dataclasses import field
from datetime import datetime
from datetime import UTC


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of running text, or one point of a list."""

    text: str
    point: bool = False


@dataclass(frozen=True)
class Skill:
    """One skill: level 1 to 4 and its name, a detail like `5 years, last used in 2026`."""

    title: str
    level: int = 0
    level_title: str = ""
    detail: str = ""


@dataclass(frozen=True)
class Family:
    """Skills of one family, the best first."""

    title: str
    skills: tuple[Skill, ...]


@dataclass(frozen=True)
class Experience:
    """One experience; `key` names it in the choices, `client` is what may be read of who it was for."""

    key: str
    title: str
    client: str = ""
    period: str = ""
    place: str = ""
    sector: str = ""
    text: tuple[Paragraph, ...] = ()
    skills: tuple[str, ...] = ()


@dataclass(frozen=True)
class Line:
    """A language or a certification."""

    title: str
    detail: str = ""


@dataclass(frozen=True)
class Section:
    """One section; of the tuples the one that fits `kind` is filled."""

    kind: str
    title: str
    text: tuple[Paragraph, ...] = ()
    families: tuple[Family, ...] = ()
    experiences: tuple[Experience, ...] = ()
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Letterhead:
    """The company's: `logo` is a PNG without metadata or empty, colours are six hexadecimal digits."""

    company: str = ""
    address: tuple[str, ...] = ()
    footer: str = ""
    colour: str = "1F4E79"
    accent: str = "E07A1F"
    logo: bytes = field(default=b"", repr=False)


@dataclass(frozen=True)
class Dossier:
    """The whole document. `name` is the person's name, their initials or a reference."""

    language: str
    anonymous: bool
    label: str
    name: str
    made: datetime = field(default_factory=lambda: datetime.now(UTC))
    headline: str = ""
    cover: str = ""
    contact: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    skills_title: str = ""
    page_title: str = ""
    letterhead: Letterhead = Letterhead()
    photo: bytes = field(default=b"", repr=False)

    @property
    def title(self) -> str:
        """Return the document's title, as its properties say it."""
        return " – ".join(part for part in (self.label, self.name, self.headline) if part)
