"""A need: what is asked for, what the network suggests, one's own candidacy, how it goes on, what happened."""

from bluegether.core import _
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.report import report_url
from bluegether.core.needs import api as needs
from bluegether.core.needs import vocabularies
from bluegether.core.needs.browser.page import Page
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


HISTORY = 60


class Need(Page):
    """The default view of a need."""

    index = ViewPageTemplateFile("need.pt")
    acts = ("move", "suggest", "accept", "refuse", "apply", "withdraw")
    reasons = vocabularies.REASONS
    maximum = {"why": needs.MAX_WHY, "message": needs.MAX_MESSAGE, "word": needs.MAX_WORD}

    @property
    def url(self) -> str:
        return self.context.absolute_url()

    @cached_property
    def record(self):
        found = needs.record(self.context)
        if found is None:
            raise Missing(_("There is no such need."))
        return found

    @cached_property
    def shown(self) -> dict:
        return needs.shown(self.context, self.userid)

    def may_refer(self) -> bool:
        """Return whether the reader may refer somebody for it, in the room of referrals."""
        return self.record.state in ("open", "qualified") and bool(api.user.has_permission("BlueGether: Use Referrals"))

    def mission_urls(self) -> list[str]:
        """Return the addresses of the missions that it became, of those that the reader may open."""
        uids = needs.created_missions(self.context) if self.handles else []
        return [brain.getURL() for brain in api.content.find(UID=uids)] if uids else []

    # What it asks for

    def skills(self) -> list[dict]:
        """Return the rows of skills, required ones first."""
        return [
            {"skill": row["skill"], "level": row["level"], "source": row.get("source") or "", "required": required}
            for name, required in (("required_skills", True), ("welcome_skills", False))
            for row in self.shown[name] or ()
        ]

    def rate(self):
        """Return the rates in words, "" for who may not see them and when there are none."""
        lowest, highest = self.shown.get("rate_min"), self.shown.get("rate_max")
        if lowest is not None and highest is not None:
            return _("${lowest} to ${highest} € a day", mapping={"lowest": lowest, "highest": highest})
        if lowest is None and highest is None:
            return ""
        if lowest is not None:
            return _("from ${rate} € a day", mapping={"rate": lowest})
        return _("up to ${rate} € a day", mapping={"rate": highest})

    def criteria(self) -> list:
        titles = {term.value: term.title for term in vocabularies.Criteria()(self.context)}
        return [titles[name] for name in self.record.hard if name in titles]

    def lost(self) -> dict | None:
        """Return why it was lost, for those who may know."""
        key, word = needs.reason(self.context, reader=self.userid)
        return {"title": self.reasons[key], "word": word} if self.record.state == "lost" and key else None

    # The network

    @cached_property
    def can_suggest(self) -> bool:
        return needs.can_suggest(self.context, self.userid)

    def suggestions(self) -> list[dict]:
        return [
            {
                "one": one,
                "state": dict(zip(("title", "css"), vocabularies.SUGGESTIONS[one.state], strict=True)),
                "moment": needs.made(one),
                "decides": self.manages and one.state == "open",
                "report": self.report(one),
            }
            for one in needs.suggestions(self.context, reader=self.userid)
        ]

    def report(self, one) -> str:
        """Return where somebody else's suggestion is reported, "" for one's own."""
        if not one.userid or one.userid == self.userid or not self.can_suggest:
            return ""
        return report_url(self.site_url, "needs.suggestion", f"{self.record.uid}/{one.key}")

    def experts(self) -> list[dict]:
        """Return who could know: experts of the skills that the reader may know as such."""
        found = needs.experts(self.context, reader=self.userid)
        return [self.face(userid) | {"skill": self.skill_title(skill)} for userid, skill in found]

    @cached_property
    def candidacy(self):
        return needs.mine(self.context, self.userid)

    @cached_property
    def can_apply(self) -> bool:
        """Return whether the form to apply is of use to the reader."""
        free = self.candidacy is None or self.candidacy.state in ("suggested", "withdrawn")
        return free and self.record.state in needs.VISIBLE and needs.can_apply(self.userid) and not self.handles

    # How it goes on

    def offered(self) -> list[dict]:
        """Return the steps that the reader may choose, each with what its form asks for."""
        return [
            {"name": name, "title": vocabularies.TRANSITIONS[name], "asks": name in ("lose", "postpone")}
            for name in needs.offered(self.context, self.userid)
        ]

    def history(self) -> list[dict]:
        return [line for line in map(self.told, needs.history(self.context, reader=self.userid)[:HISTORY]) if line]

    def told(self, line: needs.Line) -> dict:
        """Return a line of the history as the page says it."""
        return {"who": self.name(line.userid) if line.userid else "", "moment": line.moment} | said(self, line)

    # Acts

    def act_move(self) -> str:
        state = needs.move(
            self.context,
            self.text("transition", 20),
            actor=self.userid,
            seen=self.text("seen", 20),
            reason=self.text("reason", 20),
            word=self.text("word"),
            until=self.date("until"),
        )
        self.say(_("The need is now: ${state}.", mapping={"state": vocabularies.STATES[state][0]}))
        return self.url

    def act_suggest(self) -> str:
        level = self.text("level", 2)
        needs.suggest(
            self.context,
            actor=self.userid,
            skill=self.text("skill", 200),
            level=int(level) if level.isdigit() else None,
            required=self.text("required", 10) != "no",
            why=self.text("why"),
        )
        self.say(_("Thank you: sales look at your suggestion."))
        return f"{self.url}#suggestions"

    def act_accept(self) -> str:
        needs.accept(self.context, self.number("key"), actor=self.userid, word=self.text("word"))
        self.say(_("The skill is taken up; who suggested it is told."))
        return f"{self.url}#suggestions"

    def act_refuse(self) -> str:
        needs.refuse(self.context, self.number("key"), actor=self.userid, word=self.text("word"))
        self.say(_("Who suggested it is told."))
        return f"{self.url}#suggestions"

    def act_apply(self) -> str:
        needs.apply(self.context, actor=self.userid, message=self.text("message"))
        self.say(_("You have applied; sales are told. You can withdraw at any time."))
        return f"{self.url}#candidacy"

    def act_withdraw(self) -> str:
        needs.withdraw(self.context, actor=self.userid)
        self.say(_("You have withdrawn; sales are told."))
        return f"{self.url}#candidacy"


def said(page: Need, line: needs.Line) -> dict:
    """Return the sentence of a line, and a word that somebody added."""
    values = line.values
    if line.what == "state":
        title = vocabularies.STATES[values["state"]][0]
        return {"text": _("brought the need to: ${state}", mapping={"state": title}), "word": values.get("word") or ""}
    if line.what == "candidate":
        mapping = {
            "name": page.name(values["candidate"]),
            "state": vocabularies.CANDIDATES[values["state"]][0],
        }
        return {"text": _("candidate ${name}: ${state}", mapping=mapping), "word": ""}
    if line.what == "changed":
        return {"text": _("changed what the need asks for"), "word": ""}
    if line.what == "created":
        return {"text": _("created the need"), "word": ""}
    return said_of_suggestion(page, line)


SUGGESTED = {
    "suggested": _("suggested ${skill}"),
    "suggestion_accepted": _("took up ${skill}, suggested by ${name}"),
    "suggestion_refused": _("left ${skill} aside, suggested by ${name}"),
    "mission": _("created the mission of ${name}"),
}


def said_of_suggestion(page: Need, line: needs.Line) -> dict:
    """Return the sentence of what is about somebody else's part in it."""
    values = line.values
    name = page.name(values.get("by") or values.get("candidate") or "")
    skill = page.skill_title(values["skill"]) if values.get("skill") else ""
    text = _(SUGGESTED[line.what], mapping={"skill": skill, "name": name})
    return {"text": text, "word": values.get("word") or ""}
