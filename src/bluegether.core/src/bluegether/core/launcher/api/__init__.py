"""The verbs and questions of the launcher."""

from bluegether.core.launcher.api.choosing import choose
from bluegether.core.launcher.api.choosing import forget
from bluegether.core.launcher.api.choosing import move
from bluegether.core.launcher.api.choosing import note_opened
from bluegether.core.launcher.api.keeping import app
from bluegether.core.launcher.api.keeping import can_manage
from bluegether.core.launcher.api.keeping import create
from bluegether.core.launcher.api.keeping import delete
from bluegether.core.launcher.api.keeping import kept_apps
from bluegether.core.launcher.api.keeping import update
from bluegether.core.launcher.api.reading import apps
from bluegether.core.launcher.api.reading import picture
from bluegether.core.launcher.api.reading import Tile
from bluegether.core.launcher.api.rules import KINDS
from bluegether.core.launcher.api.rules import PLACES


__all__ = [
    "KINDS",
    "PLACES",
    "Tile",
    "app",
    "apps",
    "can_manage",
    "choose",
    "create",
    "delete",
    "forget",
    "kept_apps",
    "move",
    "note_opened",
    "picture",
    "update",
]
