"""The verbs and questions of expertise."""

from bluegether.core.expertise.api.asking import ask
from bluegether.core.expertise.api.asking import ASKED
from bluegether.core.expertise.api.asking import asked_of
from bluegether.core.expertise.api.asking import decline
from bluegether.core.expertise.api.asking import is_asked
from bluegether.core.expertise.api.asking import Request
from bluegether.core.expertise.api.asking import requests
from bluegether.core.expertise.api.deriving import experts
from bluegether.core.expertise.api.deriving import facets
from bluegether.core.expertise.api.deriving import Page
from bluegether.core.expertise.api.deriving import published
from bluegether.core.expertise.api.deriving import Reason
from bluegether.core.expertise.api.deriving import reason
from bluegether.core.expertise.api.deriving import Rules
from bluegether.core.expertise.api.endorsing import endorse
from bluegether.core.expertise.api.endorsing import ENDORSED
from bluegether.core.expertise.api.endorsing import withdraw
from bluegether.core.expertise.api.personal import erase
from bluegether.core.expertise.api.personal import export
from bluegether.core.expertise.api.personal import follow_merge
from bluegether.core.expertise.api.personal import follow_rules
from bluegether.core.expertise.api.reading import Endorsed
from bluegether.core.expertise.api.reading import endorsed
from bluegether.core.expertise.api.reading import Endorsement
from bluegether.core.expertise.api.reading import given
from bluegether.core.expertise.api.rules import can_endorse
from bluegether.core.expertise.api.rules import experiences
from bluegether.core.expertise.api.rules import mission_key
from bluegether.core.expertise.api.rules import named
from bluegether.core.expertise.api.rules import setting
from bluegether.core.expertise.api.rules import TooSoon


__all__ = [
    "ASKED",
    "ENDORSED",
    "Endorsed",
    "Endorsement",
    "Page",
    "Reason",
    "Request",
    "Rules",
    "TooSoon",
    "ask",
    "asked_of",
    "can_endorse",
    "decline",
    "endorse",
    "endorsed",
    "erase",
    "experiences",
    "experts",
    "export",
    "facets",
    "follow_merge",
    "follow_rules",
    "given",
    "is_asked",
    "mission_key",
    "named",
    "published",
    "reason",
    "requests",
    "setting",
    "withdraw",
]
