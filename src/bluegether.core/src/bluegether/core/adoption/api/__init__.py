"""The verbs and questions of adoption."""

from bluegether.core.adoption.api.counting import catch_up
from bluegether.core.adoption.api.counting import erase
from bluegether.core.adoption.api.counting import export
from bluegether.core.adoption.api.counting import note_sign_in
from bluegether.core.adoption.api.months import FEWEST
from bluegether.core.adoption.api.months import Month
from bluegether.core.adoption.api.months import month
from bluegether.core.adoption.api.months import months
from bluegether.core.adoption.api.months import Unit
from bluegether.core.adoption.api.silence import may_see_silent
from bluegether.core.adoption.api.silence import Silent
from bluegether.core.adoption.api.silence import silent
from bluegether.core.adoption.api.silence import WEEKS
from bluegether.core.adoption.api.thresholds import Shortfall
from bluegether.core.adoption.api.thresholds import shortfalls


__all__ = [
    "FEWEST",
    "WEEKS",
    "Month",
    "Shortfall",
    "Silent",
    "Unit",
    "catch_up",
    "erase",
    "export",
    "may_see_silent",
    "month",
    "months",
    "note_sign_in",
    "shortfalls",
    "silent",
]
