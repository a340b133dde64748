"""Where applications and everyone's choice of them are kept: one annotation of the site."""

from BTrees.Length import Length
from BTrees.OOBTree import OOBTree
from persistent import Persistent


KEY = "bluegether.core.launcher"
FIELDS = ("title", "description", "url", "icon", "category", "kinds", "units", "mandatory")


class App(Persistent):
    """A link with its words. `revision` counts its changes; `picture` is a JPEG's bytes, made by the portal, or b""."""

    title = description = url = icon = category = ""
    kinds = units = ()
    mandatory = False
    picture = b""
    revision = 0

    def __init__(self, app_id: str):
        self.id = app_id
        self.opened = OOBTree()  # "2026-11" -> Length: how often it was opened in that month, by anybody

    def change(self, values: dict) -> None:
        for name, value in values.items():
            setattr(self, name, value)
        self.revision += 1

    def count(self, month: str) -> None:
        if month not in self.opened:
            self.opened[month] = Length()
        self.opened[month].change(1)


class Launcher(Persistent):
    """The trees."""

    def __init__(self):
        self.apps = OOBTree()  # id -> App
        self.chosen = OOBTree()  # user id -> tuple of ids, in the person's order
