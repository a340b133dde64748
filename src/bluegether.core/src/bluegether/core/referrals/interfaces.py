"""Settings of referrals, and the words that every part of the room uses."""

from bluegether.core import _
from zope import schema
from zope.interface import Interface


KINDS = ("candidate", "partner")
LANGUAGES = ("fr", "en")
ORDER = ("submitted", "consented", "qualified", "interview", "offer", "hired", "trial_passed")
CLOSED = ("declined", "withdrawn", "expired")
STATES = (*ORDER, *CLOSED)
OPEN = ORDER[:-1]  # something is still to come
HANDLED = ("consented", "qualified", "interview", "offer", "hired")  # HR moves these
# State -> the states that HR moves it to; the two others come by the candidate's answer or by time.
MOVES = {
    "consented": ("qualified", "declined", "withdrawn"),
    "qualified": ("interview", "declined", "withdrawn"),
    "interview": ("offer", "declined", "withdrawn"),
    "offer": ("hired", "declined", "withdrawn"),
    "hired": ("trial_passed", "declined", "withdrawn"),
}
PROFILES = ("junior", "confirmed", "senior", "expert", "partner")
MILESTONES = ("hired", "trial_passed")
BONUS_STATES = ("due", "approved", "exported", "paid", "cancelled")
MAX_NAME = 120
MAX_MAIL = 254
MAX_PHONE = 40
MAX_TEXT = 4000
MAX_LINE = 500
MAX_REASON = 500
GRADES = (1, 2, 3, 4, 5)


class IReferralsSettings(Interface):
    """Settings of the room, in the registry under `bluegether.referrals`."""

    consent_days = schema.Int(
        title=_("Days in which a candidate may answer"),
        description=_("Without an answer everything about the person is erased."),
        default=30,
        min=7,
        max=90,
    )
    reminder_days = schema.Int(
        title=_("Days until a candidate is reminded, once"),
        default=10,
        min=1,
        max=60,
    )
    window_months = schema.Int(
        title=_("Months for which the first referral of a person counts"),
        default=6,
        min=1,
        max=36,
    )
    former_months = schema.Int(
        title=_("Months in which a former member cannot be referred"),
        default=12,
        min=0,
        max=60,
    )
    kept_months = schema.Int(
        title=_("Months a candidate’s data are kept after the last contact"),
        description=_("Then they are erased; figures without names stay. French practice: 24 at most."),
        default=24,
        min=1,
        max=60,
    )
    cv_megabytes = schema.Int(title=_("Largest CV, in megabytes"), default=5, min=1, max=20)
    company = schema.TextLine(
        title=_("Name of the company, as candidates know it"),
        description=_("Empty: the site’s name."),
        default="",
        required=False,
    )
    controller = schema.TextLine(
        title=_("Who is responsible for the data"),
        description=_("Name and address, as the notice to candidates says it. Empty: the name of the company."),
        default="",
        required=False,
    )
    contact = schema.TextLine(
        title=_("Mail address for questions about the data"),
        description=_("Empty: the site’s own address."),
        default="",
        required=False,
    )
    region = schema.ASCIILine(
        title=_("Country of telephone numbers without a prefix"),
        description=_("Two letters, such as FR."),
        default="FR",
        min_length=2,
        max_length=2,
    )
    payroll_code = schema.ASCIILine(
        title=_("Code of the bonus in payroll"),
        default="COOPT",
        max_length=20,
    )
