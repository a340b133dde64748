"""The verbs and questions of dossiers: make one, what is in it, how fresh profiles are."""

from bluegether.core.dossiers.api.building import build
from bluegether.core.dossiers.api.building import offered
from bluegether.core.dossiers.api.choices import Choices
from bluegether.core.dossiers.api.choices import MAX_COVER
from bluegether.core.dossiers.api.choices import MAX_EXPERIENCES
from bluegether.core.dossiers.api.choices import MAX_REFERENCE
from bluegether.core.dossiers.api.choices import MAX_TARGET
from bluegether.core.dossiers.api.choices import NAMINGS
from bluegether.core.dossiers.api.choices import read
from bluegether.core.dossiers.api.freshness import all_stale
from bluegether.core.dossiers.api.freshness import ask_old
from bluegether.core.dossiers.api.freshness import confirm
from bluegether.core.dossiers.api.freshness import follow
from bluegether.core.dossiers.api.freshness import is_asked
from bluegether.core.dossiers.api.freshness import nudge
from bluegether.core.dossiers.api.freshness import refreshed
from bluegether.core.dossiers.api.freshness import Stale
from bluegether.core.dossiers.api.freshness import stale
from bluegether.core.dossiers.api.letterhead import logo_data
from bluegether.core.dossiers.api.letterhead import plain_picture
from bluegether.core.dossiers.api.making import Entry
from bluegether.core.dossiers.api.making import File
from bluegether.core.dossiers.api.making import forget_old
from bluegether.core.dossiers.api.making import FORMATS
from bluegether.core.dossiers.api.making import made
from bluegether.core.dossiers.api.making import made_entry
from bluegether.core.dossiers.api.making import make
from bluegether.core.dossiers.api.making import MAX_PURPOSE
from bluegether.core.dossiers.api.making import throttle
from bluegether.core.dossiers.api.making import TooMany
from bluegether.core.dossiers.api.model import Dossier
from bluegether.core.dossiers.api.personal import forget
from bluegether.core.dossiers.api.personal import held
from bluegether.core.dossiers.api.rules import can_list_stale
from bluegether.core.dossiers.api.rules import can_make
from bluegether.core.dossiers.api.words import LANGUAGES
from bluegether.core.dossiers.api.words import SECTIONS


__all__ = [
    "FORMATS",
    "LANGUAGES",
    "MAX_COVER",
    "MAX_EXPERIENCES",
    "MAX_PURPOSE",
    "MAX_REFERENCE",
    "MAX_TARGET",
    "NAMINGS",
    "SECTIONS",
    "Choices",
    "Dossier",
    "Entry",
    "File",
    "Stale",
    "TooMany",
    "all_stale",
    "ask_old",
    "build",
    "can_list_stale",
    "can_make",
    "confirm",
    "follow",
    "forget",
    "forget_old",
    "held",
    "is_asked",
    "logo_data",
    "made",
    "made_entry",
    "make",
    "nudge",
    "offered",
    "plain_picture",
    "read",
    "refreshed",
    "stale",
    "throttle",
]
