"""Settings, events and the contract of dossiers: where experiences come from."""

from bluegether.core import _
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zope import schema
from zope.interface import Attribute
from zope.interface import Interface
from zope.interface.interfaces import IObjectEvent
import re


FONTS = Path(__file__).parent / "fonts"  # with their licences
COLOUR = re.compile(r"#[0-9A-Fa-f]{6}\Z")


class NoColour(schema.ValidationError):
    __doc__ = _("Write a colour as # and six hexadecimal digits: #14507A.")


def is_colour(value: str) -> bool:
    """Return that the text is a colour (a field's constraint); raise NoColour otherwise."""
    if not COLOUR.match(value or ""):
        raise NoColour(value)
    return True


@dataclass(frozen=True)
class Told:
    """One experience as its source tells it, before anything is chosen or masked. There is no place for a rate.

    `key` is stable while the experience stays what it is: small letters, digits and dashes, 40 at most, the source's
    name first. `skills` are ids of skills. For a confidential client `company` is never read, `sector` is.
    """

    key: str
    title: str
    company: str = ""
    confidential: bool = False
    sector: str = ""
    start: date | None = None
    end: date | None = None
    place: str = ""
    description: str = ""
    skills: tuple[str, ...] = ()


class IExperienceSource(Interface):
    """Named adapter of a Person: experiences that a room knows of."""

    def experiences(reader):
        """Return the `Told`s that this reader (a user id) may see. It MUST NOT write."""

    def confidential():
        """Return (name of the client, sector) of every experience whose client is confidential, whoever may see it.

        These names are taken out of every text of the person's dossiers.
        """


class IDossierMade(IObjectEvent):
    """A dossier was made by somebody else than the person; `object` is the Person."""

    userid = Attribute("User id of whom it is about")
    maker = Attribute("User id of who made it")
    purpose = Attribute("What for, in the maker's words")


class IDossierSettings(Interface):
    """Settings of dossiers, in the registry under `bluegether.dossiers`."""

    company = schema.TextLine(
        title=_("Company"),
        description=_("Shown at the head of every dossier."),
        required=False,
        max_length=80,
        default="",
    )
    address = schema.List(
        title=_("Address and contact"),
        description=_("One line each, five at most: where clients reach the company."),
        value_type=schema.TextLine(max_length=80),
        required=False,
        max_length=5,
        default=[],
        missing_value=[],
    )
    footer = schema.TextLine(
        title=_("Line at the foot of each page"),
        description=_("For example the legal form and the registration."),
        required=False,
        max_length=140,
        default="",
    )
    colour = schema.ASCIILine(
        title=_("Main colour"),
        description=_("# and six hexadecimal digits."),
        default="#14507A",
        constraint=is_colour,
    )
    accent = schema.ASCIILine(
        title=_("Second colour"),
        description=_("# and six hexadecimal digits."),
        default="#C2571A",
        constraint=is_colour,
    )
    logo = schema.Bytes(
        title=_("Logo"),
        description=_("PNG or JPEG, at most 1 MB. Without one the company’s name is written."),
        required=False,
        default=None,
    )
    confidential_clients = schema.List(
        title=_("Confidential clients"),
        description=_(
            "One line each: the name, or the name, a vertical bar and the sector (Banque Exemple | banque). "
            "Their names stand in no dossier, whoever wrote them."
        ),
        value_type=schema.TextLine(max_length=200),
        required=False,
        max_length=500,
        default=[],
        missing_value=[],
    )
    stale_months = schema.Int(
        title=_("Months after which a profile should be looked at again"),
        default=6,
        min=1,
        max=60,
    )
    kept_days = schema.Int(
        title=_("Days for which it is remembered who made a dossier"),
        default=730,
        min=30,
        max=3650,
    )
