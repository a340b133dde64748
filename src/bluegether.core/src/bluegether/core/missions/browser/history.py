"""`@@mission-history`: what happened to a mission."""

from bluegether.core import _
from bluegether.core.kit import query
from bluegether.core.missions import api as missions
from bluegether.core.missions.browser.page import Page
from bluegether.core.missions.interfaces import IMission
from bluegether.core.missions.vocabularies import STATES
from datetime import date
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message


SIZE = 25
STEPS = {
    "created": _("wrote the mission down"),
    "changed": _("changed: ${fields}"),
    "extended": _("extended the work of ${person} until ${day}"),
    "shortened": _("ended the work of ${person} early, on ${day}: ${reason}"),
    "replaced": _("replaced ${person} by ${by} from ${day} on: ${reason}"),
    "marked": _("marked the objectives"),
    "moved": _("The dates moved it to: ${state}"),
}


class History(Page):
    """A page of lines, the newest first."""

    index = ViewPageTemplateFile("history.pt")

    @cached_property
    def found(self) -> tuple:
        return missions.history(self.context, reader=self.userid, start=self.start, size=SIZE)

    def lines(self) -> list[dict]:
        return [
            {
                "at": self.moment(line.at),
                "who": self.name_of(line.actor) if line.actor else "",
                "text": Message(STEPS.get(line.what, line.what), mapping=self.words(line.values)),
            }
            for line in self.found[0]
        ]

    def words(self, values: dict) -> dict:
        """Return what a line's values say to people."""
        found = {"reason": values.get("reason", "")}
        for key, name in (("userid", "person"), ("by", "by")):
            if values.get(key):
                found[name] = self.say_text(self.name_of(values[key]))
        day = values.get("day") or values.get("end")
        if day:
            found["day"] = self.day(date.fromisoformat(day))
        if "state" in values:
            found["state"] = self.say_text(STATES[values["state"]][0])
        titles = [self.say_text(IMission[name].title) for name in values.get("fields", ()) if name in IMission]
        return found | {"fields": ", ".join(titles)}

    @property
    def start(self) -> int:
        return query.integer(self.request.form, "b_start", default=0, maximum=10**6)

    @property
    def turn(self) -> dict:
        url, before, after = f"{self.context.absolute_url()}/@@mission-history", self.start - SIZE, self.start + SIZE
        return {
            "before": f"{url}?b_start={max(0, before)}" if self.start else "",
            "after": f"{url}?b_start={after}" if after < self.found[1] else "",
        }
