"""What a person says of themselves, in groups of fields; each group has an audience.

None of these schemas is the content type's own: what they describe is kept apart (see `storage.Profile`), and only
`api.shown` gives it out. They validate, and make the forms.
"""

from bluegether.core import _
from bluegether.core.skills.interfaces import Skill
from bluegether.core.skills.interfaces import SkillList
from collective.z3cform.datagridfield.row import DictRow
from zope import schema
from zope.interface import implementer
from zope.interface import Interface
from zope.schema import ValidationError
from zope.schema.interfaces import IInt
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary
import re


# Not every "<": "less than < 5 days" is a sentence, "<b" and "</p" are not.
MARKUP = re.compile(r"<\s*[A-Za-z/!?]")
MAX_ROWS = 60
MAX_WORDS = 12  # entries of a short list: places, sectors
LINE = 120
TEXT = 4000
PHONE = re.compile(r"\+?[0-9][0-9 .()/-]{3,28}[0-9]\Z")


class IYear(IInt):
    """A field that holds a year: a number that nobody groups by thousands."""


@implementer(IYear)
class Year(schema.Int):
    """A year."""


class HasMarkup(ValidationError):
    __doc__ = _("Plain text only: remove the HTML tags.")


class NoPhone(ValidationError):
    __doc__ = _("This is no telephone number: digits, spaces, dots, and + for the country.")


def plain(value: str | None) -> bool:
    """Return that the text is free of HTML (a field's constraint); raise HasMarkup otherwise."""
    if value and MARKUP.search(value):
        raise HasMarkup(value)
    return True


def phone_number(value: str | None) -> bool:
    """Return that this can be dialled (a field's constraint); raise NoPhone otherwise."""
    if value and not PHONE.match(value):
        raise NoPhone(value)
    return True


def _vocabulary(*pairs: tuple) -> SimpleVocabulary:
    return SimpleVocabulary([SimpleTerm(value, str(value), title) for value, title in pairs])


LEVELS = _vocabulary(
    (1, _("Beginner")),
    (2, _("Intermediate")),
    (3, _("Advanced")),
    (4, _("Expert")),
)
LANGUAGE_LEVELS = _vocabulary(
    ("A1", _("A1: breakthrough")),
    ("A2", _("A2: elementary")),
    ("B1", _("B1: independent")),
    ("B2", _("B2: upper independent")),
    ("C1", _("C1: fluent")),
    ("C2", _("C2: mastery")),
    ("native", _("Mother tongue")),
)
REMOTE = _vocabulary(
    ("no", _("At the client’s site")),
    ("partly", _("Partly remote")),
    ("full", _("Wholly remote")),
)


def _line(title, **options) -> schema.TextLine:
    defaults = {"required": False, "max_length": LINE, "constraint": plain}
    return schema.TextLine(title=title, **(defaults | options))


def _text(title, **options) -> schema.Text:
    defaults = {"required": False, "max_length": TEXT, "constraint": plain}
    return schema.Text(title=title, **(defaults | options))


def _words(title, **options) -> schema.List:
    value_type = schema.TextLine(max_length=LINE, constraint=plain)
    defaults = {"required": False, "max_length": MAX_WORDS, "missing_value": [], "defaultFactory": list}
    return schema.List(title=title, value_type=value_type, **(defaults | options))


def _skills(title, **options) -> SkillList:
    defaults = {"required": False, "max_length": MAX_ROWS, "missing_value": [], "defaultFactory": list}
    return SkillList(title=title, **(defaults | options))


def _rows(title, row, **options) -> schema.List:
    defaults = {"required": False, "max_length": MAX_ROWS, "missing_value": [], "defaultFactory": list}
    return schema.List(title=title, value_type=DictRow(title=title, schema=row), **(defaults | options))


class ISkillRow(Interface):
    """A skill of somebody."""

    skill = Skill(title=_("Skill"), max_length=LINE)
    level = schema.Choice(title=_("Level"), vocabulary=LEVELS)
    years = schema.Int(title=_("Years of practice"), required=False, min=0, max=60)
    last_used = Year(title=_("Last used (year)"), required=False, min=1950, max=2100)
    again = schema.Bool(title=_("I want to use it again"), required=False, default=False)


class ILanguageRow(Interface):
    """A language that somebody speaks."""

    language = schema.Choice(title=_("Language"), vocabulary="bluegether.people.languages")
    level = schema.Choice(title=_("Level"), vocabulary=LANGUAGE_LEVELS)


class ICertificationRow(Interface):
    """A certification that somebody holds."""

    title = _line(_("Certification"), required=True)
    issuer = _line(_("Issued by"))
    obtained = schema.Date(title=_("Obtained on"), required=False)
    expires = schema.Date(title=_("Expires on"), required=False)


class IExperienceRow(Interface):
    """Something that somebody worked on."""

    title = _line(_("What you did"), required=True)
    company = _line(_("Client or company"))
    client_confidential = schema.Bool(title=_("The client’s name is confidential"), required=False, default=False)
    sector = _line(_("Sector"))
    start = schema.Date(title=_("From"), required=False)
    end = schema.Date(title=_("Until"), required=False)
    place = _line(_("Place"))
    description = _text(_("Context and results"))
    skills = _skills(_("Skills used"))


class IPresentation(Interface):
    """Who somebody is, in their words."""

    biography = _text(_("Presentation"), description=_("A few sentences: what you do, what people may ask you about."))


class IContact(Interface):
    """How somebody is reached; their mail address belongs to it, and is changed in Plone's own form."""

    phone = _line(_("Telephone"), constraint=phone_number, max_length=30)
    mobile = _line(_("Mobile"), constraint=phone_number, max_length=30)
    client_site = _line(_("Client’s site where you work"))
    city = _line(_("City"))


class IPhoto(Interface):
    """What somebody looks like: no field, `api.change_photo` takes it."""


class ISkills(Interface):
    """What somebody knows and has done."""

    skills = _rows(_("Skills"), ISkillRow)
    languages = _rows(_("Languages"), ILanguageRow)
    certifications = _rows(_("Certifications"), ICertificationRow)
    experiences = _rows(_("Experiences"), IExperienceRow)


class IAvailability(Interface):
    """When and where somebody is free."""

    available_from = schema.Date(title=_("Available from"), required=False)
    available_share = schema.Int(title=_("Share of full time, in percent"), required=False, min=0, max=100)
    available_places = _words(_("Places"), description=_("One city or region on each line."))
    remote = schema.Choice(title=_("Remote work"), vocabulary=REMOTE, required=False)


class IWishes(Interface):
    """What somebody wants of their next mission."""

    wish_skills = _skills(_("Skills that I want to use or learn"))
    wish_sectors = _words(_("Sectors"), description=_("One on each line."))
    wish_places = _words(_("Places where I want to work"), description=_("One on each line."))
    wish_date = schema.Date(title=_("When I would like to start"), required=False)
    wish_text = _text(_("In my words"))


class IAbsence(Interface):
    """Out of office: for everyone, without an audience."""

    away_from = schema.Date(title=_("Away from"), required=False)
    away_until = schema.Date(title=_("Until (last day)"), required=False)
    away_replacement = _line(_("Who replaces you"), description=_("Full name or user id of a colleague."))
    away_message = _text(_("Message"), max_length=500)


# Group of fields with an audience -> its schema.
GROUPS = {
    "presentation": IPresentation,
    "contact": IContact,
    "photo": IPhoto,
    "skills": ISkills,
    "availability": IAvailability,
    "wishes": IWishes,
}
AUDIENCES = ("everyone", "unit", "business", "me")
EVERYONE, UNIT, BUSINESS, ME = AUDIENCES
