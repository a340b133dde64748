"""The thresholds: below them the animator is asked to act."""

from bluegether.core import _
from zope import schema
from zope.interface import Interface


class IAdoptionSettings(Interface):
    """Below (for the answer: above) these the animator has something to do. 0 asks for nothing."""

    active_share = schema.Int(
        title=_("Active members, at least (%)"),
        description=_("Of all members, those who signed in or contributed during the month."),
        min=0,
        max=100,
        default=60,
    )
    contributors_share = schema.Int(
        title=_("Contributors, at least (%)"),
        description=_("Of all members, those who published, answered or shared something during the month."),
        min=0,
        max=100,
        default=20,
    )
    unit_share = schema.Int(
        title=_("Contributors in each unit, at least (%)"),
        description=_("A unit below it is named to the animator."),
        min=0,
        max=100,
        default=10,
    )
    crossing_share = schema.Int(
        title=_("Exchanges between units, at least (%)"),
        description=_("Of all answers and shares, those between people of different units."),
        min=0,
        max=100,
        default=30,
    )
    open_share = schema.Int(
        title=_("Content that every member may see, at least (%)"),
        description=_("Of all posts and contents of the month."),
        min=0,
        max=100,
        default=70,
    )
    answer_hours = schema.Int(
        title=_("First answer to a question, at most (hours)"),
        description=_("Half of the questions got their first answer sooner."),
        min=0,
        max=720,
        default=24,
    )
