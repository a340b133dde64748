"""Settings of expertise."""

from bluegether.core import _
from zope import schema
from zope.interface import Interface


class IExpertiseSettings(Interface):
    """The rules by which somebody is an expert, in the registry under `bluegether.expertise`; published to all."""

    expert_level = schema.Int(
        title=_("Level that an expert has at least"),
        description=_("1 beginner, 2 intermediate, 3 advanced, 4 expert: what people say of themselves."),
        default=3,
        min=1,
        max=4,
    )
    expert_endorsements = schema.Int(
        title=_("Endorsements that an expert has at least"),
        description=_("Each colleague counts once."),
        default=3,
        min=1,
        max=50,
    )
    expert_answers = schema.Int(
        title=_("Accepted answers that stand for endorsements"),
        description=_("So many accepted answers about the skill suffice, too. 0: answers do not count."),
        default=0,
        min=0,
        max=100,
    )
    ask_days = schema.Int(
        title=_("Days between two requests to one colleague for one skill"),
        description=_("An unanswered request ends after as many days."),
        default=30,
        min=1,
        max=365,
    )
