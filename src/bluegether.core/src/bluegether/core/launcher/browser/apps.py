"""`@@apps`: my applications, and all others that are for me, by category."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.launcher import api as launcher
from bluegether.core.launcher.browser.page import Page
from functools import cached_property
from itertools import groupby
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


WAYS = {"up": -1, "down": 1}


class Apps(Page):
    """Each button is a form of its own."""

    index = ViewPageTemplateFile("apps.pt")
    title = _("Business applications")

    @cached_property
    def tiles(self) -> list[launcher.Tile]:
        return launcher.apps(self.userid, language=self.language)

    @property
    def q(self) -> str:
        return self.text("q").strip()[:60]

    def mine(self) -> list[launcher.Tile]:
        return [one for one in self.tiles if one.chosen]

    def others(self) -> list[dict]:
        """Return the applications that match what is looked for, by category; those without one come last."""
        wanted = self.q.casefold()
        found = [one for one in self.tiles if wanted in f"{one.title} {one.description} {one.category}".casefold()]
        found.sort(key=lambda one: (not one.category, one.category.casefold(), not one.mandatory, one.title.casefold()))
        return [
            {"title": title or _("Others"), "tiles": list(tiles)}
            for title, tiles in groupby(found, key=lambda one: one.category)
        ]

    def button(self, act: str, one: launcher.Tile):
        """Return what a button does, for who does not see its picture."""
        mapping = {"title": one.title}
        return {
            "up": _("Move ${title} up", mapping=mapping),
            "down": _("Move ${title} down", mapping=mapping),
            "choose": _("Put ${title} among mine", mapping=mapping),
            "leave": _("Take ${title} away from mine", mapping=mapping),
        }[act]

    def post(self) -> str:
        act, app_id = self.text("act"), self.text("id")
        if act in ("choose", "leave"):
            launcher.choose(app_id, act == "choose", userid=self.userid)
        elif act in WAYS:
            launcher.move(app_id, WAYS[act], userid=self.userid)
        else:
            raise Invalid(_("There is nothing at this address."))
        return f"{self.site_url}/@@apps"
