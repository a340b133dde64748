"""Schemas, settings, states and events of the charter."""

from bluegether.core import _
from bluegether.core.kit.interfaces import IActivity
from collective.z3cform.datagridfield.blockdatagridfield import BlockDataGridFieldWidgetFactory
from collective.z3cform.datagridfield.row import DictRow
from enum import Enum
from plone.autoform import directives
from plone.supermodel import model
from zope import schema
from zope.interface import Attribute
from zope.interface import Interface
from zope.interface import Invalid
from zope.interface import invariant
from zope.schema import ValidationError
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary
import re


COMPANY = "company"
MEMBER = "member"
ACCEPTED = "accepted"
DECLINED = "declined"
EXPIRED = "expired"
OUTCOMES = (ACCEPTED, DECLINED, EXPIRED)
# Not every "<": "within < 5 days" is a sentence, "<b" and "</p" are not.
MARKUP = re.compile(r"<\s*[A-Za-z/!?]")


class Status(Enum):
    """Where a person stands with the version in force."""

    SIGNED = "signed"
    TO_SIGN = "to_sign"
    GRACE = "grace"
    DECLINED = "declined"
    NONE = "none"


COMMITMENTS = SimpleVocabulary(
    [SimpleTerm(COMPANY, COMPANY, _("The company")), SimpleTerm(MEMBER, MEMBER, _("The member"))]
)
STATES = SimpleVocabulary(
    [
        SimpleTerm("not_yet", "not_yet", _("Not yet")),
        SimpleTerm("kept", "kept", _("Kept")),
        SimpleTerm("late", "late", _("Late")),
    ]
)
FREQUENCIES = SimpleVocabulary(
    [
        SimpleTerm("never", "never", _("Never")),
        SimpleTerm("daily", "daily", _("Every day")),
        SimpleTerm("weekly", "weekly", _("Every week")),
    ]
)


class HasMarkup(ValidationError):
    __doc__ = _("Plain text only: remove the HTML tags.")


class IsEmpty(ValidationError):
    __doc__ = _("This text is empty.")


def plain(value: str | None) -> bool:
    """Return that the text is free of HTML (a field's constraint); raise HasMarkup otherwise."""
    if value and MARKUP.search(value):
        raise HasMarkup(value)
    return True


def filled(value: str | None) -> bool:
    """Return that the text is plain and says something; raise HasMarkup or IsEmpty otherwise."""
    if not (value or "").strip():
        raise IsEmpty(value)
    return plain(value)


class IArticle(Interface):
    """One row: an article in the site's main language, and how the company keeps it when it is the company's."""

    number = schema.Int(title=_("Number"), min=1, max=999)
    title = schema.TextLine(title=_("Title"), max_length=200, constraint=filled)
    text = schema.Text(title=_("Text"), max_length=5000, constraint=filled)
    commitment = schema.Choice(title=_("Whose commitment"), vocabulary=COMMITMENTS)
    state = schema.Choice(title=_("State (company's commitment)"), vocabulary=STATES, required=False, default="not_yet")
    note = schema.TextLine(
        title=_("Note (company's commitment)"), max_length=500, required=False, default="", constraint=plain
    )


class IArticleWording(Interface):
    """One row: the English wording of the article that has this number."""

    number = schema.Int(title=_("Number"), min=1, max=999)
    title = schema.TextLine(title=_("Title"), max_length=200, constraint=filled)
    text = schema.Text(title=_("Text"), max_length=5000, constraint=filled)


class ICharter(model.Schema):
    """A folder that holds the versions of the charter."""


class ICharterVersion(model.Schema):
    """One version: its articles, and when it comes into force."""

    label = schema.TextLine(
        title=_("Version"),
        description=_("A short label such as 2 or 2026-1."),
        max_length=40,
        constraint=filled,
    )
    changes = schema.Text(
        title=_("Summary of changes"),
        description=_("Shown to people who signed an earlier version. Plain text."),
        max_length=2000,
        required=False,
        default="",
        constraint=plain,
    )
    effective_on = schema.Date(
        title=_("Comes into force on"),
        description=_("Empty: as soon as it is approved."),
        required=False,
    )
    grace_days = schema.Int(
        title=_("Days of grace"),
        description=_(
            "People who signed an earlier version keep their access for so many days. Empty: as in settings."
        ),
        min=0,
        max=365,
        required=False,
    )
    directives.widget("articles", BlockDataGridFieldWidgetFactory)
    articles = schema.List(
        title=_("Articles"),
        description=_("Plain text; line breaks are kept. Both halves are needed: the company's and the member's."),
        value_type=DictRow(title=_("Article"), schema=IArticle),
        default=[],
        missing_value=[],
        max_length=100,
    )
    directives.widget("articles_en", BlockDataGridFieldWidgetFactory)
    articles_en = schema.List(
        title=_("English wording"),
        description=_("Optional: the same articles, by number, in English."),
        value_type=DictRow(title=_("Article"), schema=IArticleWording),
        default=[],
        missing_value=[],
        required=False,
        max_length=100,
    )

    @invariant
    def numbers_are_unique(data):
        for rows in (data.articles or [], data.articles_en or []):
            numbers = [row["number"] for row in rows]
            if len(numbers) != len(set(numbers)):
                raise Invalid(_("Two articles have the same number."))

    @invariant
    def both_halves(data):
        halves = {row["commitment"] for row in data.articles or []}
        if halves != {COMPANY, MEMBER}:
            raise Invalid(_("A charter needs both halves: commitments of the company and of the member."))

    @invariant
    def wording_is_whole(data):
        wordings = {row["number"] for row in data.articles_en or []}
        if wordings and wordings != {row["number"] for row in data.articles or []}:
            raise Invalid(_("The English wording must have every article, and no other."))


class ICharterSettings(Interface):
    """Settings of the charter, in the registry under `bluegether.charter`."""

    reminders = schema.Choice(
        title=_("Reminders"),
        description=_("How often a person is reminded by mail of a new version to sign. They stop at once when it is."),
        vocabulary=FREQUENCIES,
        default="weekly",
    )
    grace_days = schema.Int(
        title=_("Days of grace"),
        description=_("Used when a version does not say otherwise."),
        min=0,
        max=365,
        default=0,
    )
    keep_declined_days = schema.Int(
        title=_("Days after a refusal"),
        description=_("A person who declined can change their mind for so many days; then the register says: expired."),
        min=1,
        max=3650,
        default=90,
    )


class ICharterPutInForce(IActivity):
    """A version came into force; `object` is the version."""


class ICharterSigned(IActivity):
    """A person answered the charter; `object` is the site."""

    outcome = Attribute("accepted, declined or expired")
    version = Attribute("UID of the version")
