"""`@@mission-closing`: the end of somebody's mission, for the people concerned."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.missions import api as missions
from bluegether.core.missions.browser.page import Page
from bluegether.core.missions.interfaces import MARKS
from datetime import date
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


MARKED = {
    "content": _("Interest of the mission"),
    "support": _("Support by the company"),
    "conditions": _("Conditions at the client"),
    "client": _("Satisfaction of the client"),
    "work": _("Quality of the work"),
}
SIDES = {"consultant": _("What the consultant says"), "account": _("What the account manager says")}
ITEMS = {
    "documents": _("Documents of the client handed back, access closed"),
    "equipment": _("Equipment handed back"),
    "cv": _("Skills profile refreshed with this mission"),
    "feedback": _("Feedback shared with the network"),
}


class Closing(Page):
    """Evaluations, objectives, checklist."""

    index = ViewPageTemplateFile("closing.pt")

    @cached_property
    def whose(self) -> str:
        return self.text("userid", 64) or self.userid

    @cached_property
    def record(self):
        return missions.record_of(self.context)

    def open(self) -> None:
        """Find what is kept; raise Missing for who is not concerned."""
        self.kept = missions.closing(self.context, self.whose, reader=self.userid)
        self.sides = missions.sides(self.record, self.whose, self.userid)
        self.said = missions.evaluations(self.context, self.whose, reader=self.userid)

    @property
    def url(self) -> str:
        return f"{self.context.absolute_url()}/@@mission-closing?userid={self.whose}"

    @property
    def is_open(self) -> bool:
        return missions.is_open(self.record, self.whose)

    @property
    def last_day(self) -> str:
        return self.day(date.fromordinal(missions.last_days(self.record)[self.whose]))

    @property
    def mine(self) -> bool:
        return self.whose == self.userid

    def evaluations(self) -> list[dict]:
        """Return each side: its marks, the words, and the form for who speaks for it."""
        over = len(self.kept.evaluations) == len(missions.MARKED)
        return [
            {
                "side": side,
                "title": title,
                "form": side in self.sides and not over and self.is_open,
                "marks": self.marks(side),
                "text": self.said.get(side, {}).get("text", ""),
                "said": side in self.said,
                "hidden": side in self.kept.evaluations and side not in self.said,
            }
            for side, title in SIDES.items()
        ]

    def marks(self, side: str) -> list[dict]:
        values = self.said.get(side, {})
        return [
            {"name": name, "title": MARKED[name], "value": self.typed(name, str(values.get(name, "")))}
            for name in missions.MARKED[side]
        ]

    def items(self) -> list[dict]:
        return [
            {
                "key": key,
                "title": title,
                "done": key in self.kept.done,
                "who": self.name_of(self.kept.done[key][0]) if key in self.kept.done else "",
                "when": self.day(self.kept.done[key][1]) if key in self.kept.done else "",
                "link": self.link(key),
            }
            for key, title in ITEMS.items()
        ]

    def link(self, key: str) -> dict | None:
        """Return where the consultant does it."""
        if not self.mine:
            return None
        links = {
            "cv": {"url": f"{self.site_url}/people/{self.whose}/@@profile-skills", "title": _("Refresh my profile")},
            "feedback": {"url": f"{self.site_url}/@@stream?kind=feedback", "title": _("Write a feedback")},
        }
        return links.get(key)

    @property
    def may_mark(self) -> bool:
        return bool(self.sides & {missions.MANAGER, missions.ACCOUNT}) and bool(self.context.objectives)

    def objectives(self) -> list[dict]:
        return [
            {"text": row["objective"], "mark": row.get("mark") or "", "title": self.mark_title(row.get("mark"))}
            for row in self.context.objectives or ()
        ]

    def mark_title(self, mark):
        return MARKS.getTerm(mark).title if mark else ""

    @property
    def choices(self) -> list[tuple]:
        return [(term.value, term.title) for term in MARKS]

    def post(self) -> str:
        verbs = {"evaluate": self.do_evaluate, "tick": self.do_tick, "objectives": self.do_objectives}
        verb = verbs.get(self.text("verb", 20))
        if verb is None:
            raise Invalid(_("${name} cannot be read.", mapping={"name": "verb"}), field="verb")
        verb()
        return self.say(_("Your change is kept."), self.url)

    def do_evaluate(self) -> None:
        side = self.text("side", 20)
        marks = {name: self.number(name) for name in missions.MARKED.get(side, ())}
        values = {"actor": self.userid, "revision": self.number("revision")}
        missions.evaluate(self.context, self.whose, side, marks, self.text("text", 10000), **values)

    def do_tick(self) -> None:
        done = self.text("done", 10) == "1"
        missions.tick(self.context, self.whose, self.text("key", 20), done, actor=self.userid)

    def do_objectives(self) -> None:
        marks = [self.text(f"mark-{number}", 20) for number in range(len(self.context.objectives or ()))]
        missions.mark_objectives(
            self.context, self.whose, marks, actor=self.userid, revision=self.number("mission_revision")
        )
