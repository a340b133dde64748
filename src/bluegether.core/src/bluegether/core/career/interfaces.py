"""Settings of careers, and the words for kinds and states that every part of the room uses."""

from bluegether.core import _
from zope import schema
from zope.interface import Interface


PERSON, MANAGER, HR = "person", "manager", "hr"
SIDES = (PERSON, MANAGER, HR)
KINDS = ("yearly", "mission", "professional")
HORIZONS = ("quarter", "year", "years", "later")
GOAL_STATES = ("open", "reached", "dropped")
URGENCIES = ("low", "normal", "high")
WISH_STATES = ("asked", "accepted", "later", "refused", "done", "withdrawn")
ANSWERS = ("accepted", "later", "refused")
BEFORE = ("planned", "preparation")  # an interview that is still to come
UNSIGNED = ("held", "half")  # one that took place and waits for signatures
MAX_TITLE = 200
MAX_TEXT = 4000
MAX_REPORT = 20000
MAX_POINTS = 30


def points(title):
    """Return the setting of one kind's agenda."""
    return schema.List(
        title=title,
        description=_("One point per line. Empty: the portal's own points."),
        value_type=schema.TextLine(title=_("Point"), max_length=MAX_TITLE),
        max_length=MAX_POINTS,
        default=[],
        required=False,
    )


class ICareerSettings(Interface):
    """Settings of the room, in the registry under `bluegether.career`."""

    yearly_months = schema.Int(
        title=_("Months between yearly interviews"),
        description=_("0: they are planned when somebody wants one, never due."),
        default=12,
        min=0,
        max=120,
    )
    professional_months = schema.Int(
        title=_("Months between professional interviews"),
        description=_("French law asks for one every two years. 0: never due."),
        default=24,
        min=0,
        max=120,
    )
    mission_months = schema.Int(
        title=_("Months between mid-mission interviews"),
        description=_("0: they are planned when somebody wants one, never due."),
        default=0,
        min=0,
        max=120,
    )
    ahead_days = schema.Int(
        title=_("Days ahead that an interview is announced as due"),
        default=60,
        min=0,
        max=365,
    )
    remind_days = schema.Int(
        title=_("Days before an interview to remind of its preparation, and after it of its signature"),
        default=7,
        min=1,
        max=60,
    )
    kept_years = schema.Int(
        title=_("Years that signed interviews are kept for HR once the person is erased"),
        description=_("Counted from the last signature. Everything else is erased at once."),
        default=5,
        min=0,
        max=50,
    )
    agenda_yearly = points(_("Agenda of a yearly interview"))
    agenda_professional = points(_("Agenda of a professional interview"))
    agenda_mission = points(_("Agenda of a mid-mission interview"))
