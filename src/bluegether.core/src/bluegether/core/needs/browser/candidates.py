"""`@@need-candidates`: for sales, who is a candidate and who fits, each score with its reasons."""

from bluegether.core import _
from bluegether.core.dossiers import api as dossiers
from bluegether.core.kit.errors import Invalid
from bluegether.core.needs import api as needs
from bluegether.core.needs import vocabularies
from bluegether.core.needs.browser.page import Page
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


SIZE = 20
FILTERED = 100  # a filter looks at the best so many
FILTERS = {
    "complete": _("No required skill is missing"),
    "free": _("Free at the start"),
    "place": _("At the place asked for"),
}
NAMINGS = {"name": _("With the name"), "initials": _("Initials only"), "reference": _("A reference number only")}


class Candidates(Page):
    """Both lists of one need."""

    index = ViewPageTemplateFile("candidates.pt")
    acts = ("add", "move", "mission")
    moves = vocabularies.MOVES
    namings = NAMINGS
    filters = FILTERS

    @property
    def url(self) -> str:
        return f"{self.context.absolute_url()}/@@need-candidates"

    @cached_property
    def record(self):
        return needs.record(self.context)

    def title(self):
        return _("Candidates: ${title}", mapping={"title": self.context.title})

    # Who is a candidate

    @cached_property
    def rows(self) -> list[dict]:
        return [self.row(one) for one in needs.candidates(self.context, reader=self.userid)]

    def row(self, one) -> dict:
        steps = [
            {"moment": moment, "who": self.name(actor), "state": self.candidate_state(state)["title"], "word": word}
            for moment, actor, state, word in reversed(one.history)
        ]
        return {
            "one": one,
            "face": self.face(one.userid),
            "state": self.candidate_state(one.state),
            "next": needs.next_states(one),
            "steps": steps,
            "match": needs.fit(self.record, one.userid, reader=self.userid),
            "elsewhere": needs.forecasts(one.userid, without=self.record.uid),
            "dossier": self.dossier_url(one.userid, one.naming, self.context.title),
        }

    def dossier_url(self, userid: str, naming: str, title: str) -> str:
        """Return where the dossier of a candidate is chosen and made, with the need as its target."""
        values = {"userid": userid, "naming": naming or "name", "target": title[: dossiers.MAX_TARGET]}
        return f"{self.site_url}/@@dossier?{self.query(**values)}"

    # Who fits

    @cached_property
    def chosen(self) -> list[str]:
        """Return the filters that are on."""
        return [name for name in FILTERS if self.text(name, 5)]

    @cached_property
    def found(self):
        limit = FILTERED if self.chosen else SIZE
        return needs.ranked(self.context, reader=self.userid, limit=limit, cursor=self.text("cursor", 80))

    @cached_property
    def fitting(self) -> list[dict]:
        listed = {row["one"].userid for row in self.rows}
        kept = [one for one in self.found.rows if one.userid not in listed and self.passes(one)]
        return [self.fitting_row(one) for one in kept]

    def excluded(self) -> list[dict]:
        return [self.fitting_row(one) for one in self.found.excluded]

    def fitting_row(self, one) -> dict:
        elsewhere = needs.forecasts(one.userid, without=self.record.uid)
        return {"face": self.face(one.userid), "match": one, "elsewhere": elsewhere}

    def passes(self, one) -> bool:
        values = {part.name: part.value for part in one.parts if part.known}
        return (
            ("complete" not in self.chosen or not one.missing)
            and ("free" not in self.chosen or values.get("start", 0) >= 1)
            and ("place" not in self.chosen or values.get("place", 0) >= 1)
        )

    def more(self) -> str:
        """Return the address of the next page, "" on the last."""
        if not self.found.cursor:
            return ""
        flags = dict.fromkeys(self.chosen, "1")
        return f"{self.url}?{self.query(cursor=self.found.cursor, **flags)}#fitting"

    # The mission

    @cached_property
    def draft(self):
        return needs.draft(self.context, actor=self.userid)

    def overloaded(self) -> bool:
        """Return whether the mission was refused because somebody would work more than full time."""
        return self.failed("mission") and self.error.status == 409 and self.draft is not None

    # Acts

    def act_add(self) -> str:
        userid = self.text("userid", 64)
        needs.put_forward(self.context, userid, actor=self.userid)
        self.say(_("${name} is on the list and told.", mapping={"name": self.name(userid)}))
        return self.url

    def act_move(self) -> str:
        userid, state = self.text("key", 64), self.text("state", 20)
        if not state:
            raise Invalid(_("Choose a step."), field="state")
        needs.move_candidate(
            self.context,
            userid,
            state,
            actor=self.userid,
            revision=self.number("revision"),
            reason=self.text("reason"),
            naming=self.text("naming", 20),
        )
        mapping = {"name": self.name(userid), "state": vocabularies.CANDIDATES[state][0]}
        self.say(_("${name}: ${state}", mapping=mapping))
        return f"{self.url}#{userid}"

    def act_mission(self) -> str:
        made = needs.create_mission(
            self.context,
            actor=self.userid,
            title=self.text("title", 120),
            start=self.date("start"),
            end=self.date("end"),
            share=self.number("share"),
            accept=bool(self.text("accept", 5)),
        )
        self.say(_("The mission is planned."))
        return made.absolute_url()
