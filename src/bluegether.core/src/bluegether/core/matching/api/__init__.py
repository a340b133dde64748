"""The verbs and questions of matching."""

from bluegether.core.matching.api.asking import checked
from bluegether.core.matching.api.asking import settings
from bluegether.core.matching.api.needs import drop
from bluegether.core.matching.api.needs import keep
from bluegether.core.matching.api.needs import requirement
from bluegether.core.matching.api.needs import seen_needs
from bluegether.core.matching.api.ranking import example
from bluegether.core.matching.api.ranking import explain
from bluegether.core.matching.api.ranking import MAX_LIMIT
from bluegether.core.matching.api.ranking import needs_for
from bluegether.core.matching.api.ranking import rank
from bluegether.core.matching.api.readers import can_rank
from bluegether.core.matching.api.readers import reader_of
from bluegether.core.matching.api.records import drop_person
from bluegether.core.matching.api.records import index
from bluegether.core.matching.api.records import naming_skill
from bluegether.core.matching.api.records import rebuild
from bluegether.core.matching.api.records import records
from bluegether.core.matching.api.records import refresh
from bluegether.core.matching.api.skills import skill_gone
from bluegether.core.matching.api.supply import Demand
from bluegether.core.matching.api.supply import demand
from bluegether.core.matching.interfaces import CRITERIA
from bluegether.core.matching.interfaces import Match
from bluegether.core.matching.interfaces import Matches
from bluegether.core.matching.interfaces import Requirement
from bluegether.core.matching.interfaces import TITLES


__all__ = [
    "CRITERIA",
    "MAX_LIMIT",
    "TITLES",
    "Demand",
    "Match",
    "Matches",
    "Requirement",
    "can_rank",
    "checked",
    "demand",
    "drop",
    "drop_person",
    "example",
    "explain",
    "index",
    "keep",
    "naming_skill",
    "needs_for",
    "rank",
    "reader_of",
    "rebuild",
    "records",
    "refresh",
    "requirement",
    "seen_needs",
    "settings",
    "skill_gone",
]
