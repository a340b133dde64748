"""`@@referral?id=`: one referral; its referrer sees stages and dates, who handles it sees the file and moves it."""

from bluegether.core import _
from bluegether.core.kit import found as known
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.query import integer
from bluegether.core.referrals import api as referrals
from bluegether.core.referrals import vocabularies
from bluegether.core.referrals.browser.page import Page
from bluegether.core.referrals.interfaces import MAX_LINE
from bluegether.core.referrals.interfaces import MAX_TEXT
from bluegether.core.referrals.interfaces import MOVES
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import quote
import json


class Referral(Page):
    """The page. Each form carries a `verb`."""

    index = ViewPageTemplateFile("referral.pt")
    title = _("Referral")

    def open(self) -> None:
        self.found = referrals.referral(self.thing, userid=self.userid)
        self.mine = self.found.by == self.userid
        self.handles = referrals.can_handle(self.found, self.userid)
        self.hr = self.handles and referrals.is_hr(self.userid)

    @property
    def address(self) -> str:
        return self.url("referral", id=self.found.id)

    def post(self) -> str:
        verb = self.text("verb", 20)
        if verb not in VERBS:
            raise Invalid(_("${name} cannot be read.", mapping={"name": "verb"}), field="verb")
        return VERBS[verb](self)

    def move(self) -> str:
        values = {"expected": self.text("expected", 40), "userid": self.userid, "on": self.date_of("on")}
        profile = self.text("profile", 40) or None
        referrals.move(self.found.id, self.text("to", 40), **values, profile=profile)
        return self.say(_("Moved."), self.address)

    def note(self) -> str:
        grade = integer(self.request.form, "grade", default=0, maximum=5)
        referrals.write(self.found.id, self.text("text"), grade=grade, userid=self.userid)
        return self.say(_("Saved."), self.address)

    def recruiter(self) -> str:
        referrals.name_recruiter(self.found.id, self.text("recruiter", 200), userid=self.userid)
        return self.say(_("Saved."), self.address)

    def profile(self) -> str:
        referrals.set_profile(self.found.id, self.text("profile", 40), userid=self.userid)
        return self.say(_("Saved."), self.address)

    def account(self) -> str:
        referrals.link(self.found.id, self.text("account", 200), userid=self.userid)
        return self.say(_("Saved."), self.address)

    def why(self) -> str:
        referrals.describe(self.found.id, why=self.text("why"), skills=self.text("skills"), userid=self.userid)
        return self.say(_("Thank you: HR reads it now."), self.address)

    def take_back(self) -> str:
        referrals.take_back(self.found.id, userid=self.userid)
        return self.say(_("Taken back; nothing about the person is kept."), self.url("referrals"))

    def erase(self) -> str:
        if self.text("sure", 10) != "yes":
            raise Invalid(_("Tick that you are sure."), field="sure")
        referrals.erase_candidate(self.found.id, userid=self.userid)
        return self.say(_("Everything about this person is erased."), self.url("referrals-board"))

    def bonuses(self) -> list:
        return referrals.bonuses_of(self.found, userid=self.userid)

    def need(self):
        """Return the need's title and address, if the reader sees it."""
        found = known.content(self.found.need) if self.found.need else None
        return {"title": found.Title(), "url": found.absolute_url()} if found is not None else None

    def phone(self) -> str:
        return referrals.spoken_number(self.found.phone)

    def until(self) -> str:
        return self.day(referrals.expires(self.found))

    def namesake(self) -> dict | None:
        """Return a member, or one who left, of the same name, for HR."""
        userid = referrals.namesake(self.found.name) if self.hr else ""
        if not userid or userid == self.found.userid:
            return None
        return {"name": self.name_of(userid), "url": self.url("profile", userid=userid)}

    def moves(self) -> list[dict]:
        """Return the stages that it may be moved to, with the button of each."""
        titles = {} if self.found.kind == "candidate" else vocabularies.PARTNER_STATES
        return [
            {"to": to, "title": titles.get(to, vocabularies.MOVES[to]), "ends": to in ("declined", "withdrawn")}
            for to in MOVES.get(self.found.state, ())
        ]

    def next(self) -> str:
        """Return the stage that comes after this one, empty at the end."""
        return next((to for to in MOVES.get(self.found.state, ()) if to not in ("declined", "withdrawn")), "")

    def move_fields(self) -> list[dict]:
        """Return what the next stage needs: a day, the kind of profile."""
        to = self.next()
        if to == "hired":
            label = _("First day") if self.found.kind == "candidate" else _("Signed on")
            fields = [self.field("on", label=label, type="date", required=True)]
            return fields if self.found.profile else [self.profile_field(), *fields]
        if to == "trial_passed":
            return [self.field("on", label=_("Ended on"), type="date", required=True)]
        return []

    def profile_field(self) -> dict:
        kinds = [(kind, title) for kind, title in vocabularies.PROFILES.items() if kind != "partner"]
        choices = kinds if self.found.profile else [("", _("Not said yet")), *kinds]
        label = _("Kind of profile, which the bonus depends on")
        return self.field("profile", label=label, type="select", choices=choices, value=self.found.profile)

    def recruiter_field(self) -> dict:
        value = str(self.name_of(self.found.recruiter)) if self.found.recruiter else ""
        text = _("Name of a member, or nothing. They read the file and move it, as HR does.")
        return self.field("recruiter", label=_("Recruiter"), value=value, help=text)

    def account_field(self) -> dict:
        value = str(self.name_of(self.found.userid)) if self.found.userid else ""
        text = _("Found by itself when the mail address is the same. Bonuses end when this person leaves.")
        return self.field("account", label=_("Account of who was hired"), value=value, help=text)

    def note_fields(self) -> list[dict]:
        grades = [("0", _("A note")), *((str(grade), title) for grade, title in vocabularies.GRADES.items())]
        grade = self.field("grade", label=_("Note, or evaluation of an interview"), type="select", choices=grades)
        text = self.field("text", label=_("Text"), type="textarea", required=True, maximum=MAX_TEXT)
        return [grade, text]

    def why_fields(self) -> list[dict]:
        dossier = self.found.dossier
        why = self.field("why", label=_("Why them?"), type="textarea", required=True, maximum=MAX_TEXT)
        why["value"] = self.typed("why", dossier.why)
        if dossier.skills:
            return [why]
        return [why, self.field("skills", label=_("What they are good at, in a line"), maximum=MAX_LINE)]

    def may_describe(self) -> bool:
        return self.mine and self.found.dossier is not None and self.found.state in MOVES

    def grade(self, grade: int):
        return vocabularies.GRADES[grade]

    def actor(self, step):
        """Return who moved it, for who handles it."""
        if step.actor == "candidate":
            return self.found.name or _("The candidate")
        return self.name_of(step.actor) if step.actor else ""


# Value of the form's `verb` -> what it does.
VERBS = {
    "move": Referral.move,
    "note": Referral.note,
    "recruiter": Referral.recruiter,
    "profile": Referral.profile,
    "account": Referral.account,
    "why": Referral.why,
    "take_back": Referral.take_back,
    "erase": Referral.erase,
}


class CV(Referral):
    """`@@referral-cv?id=`: the file, always a download, for who handles the referral; 404 for everybody else."""

    def __call__(self):
        found = referrals.handled(self.thing, userid=api.user.get_current().getId() or "")
        if found.dossier is None or found.dossier.cv is None:
            raise referrals.nothing()
        cv = found.dossier.cv
        return download(self.request.response, cv.blob.data, name=cv.name, kind=cv.content_type)


class Data(Referral):
    """`@@referral-data?id=`: everything kept about the candidate, as JSON, when they ask HR for it."""

    def __call__(self):
        data = referrals.candidate_data(self.thing, userid=api.user.get_current().getId() or "")
        text = json.dumps(data, ensure_ascii=False, indent=2).encode()
        return download(self.request.response, text, name="candidate.json", kind="application/json")


def download(response, data: bytes, *, name: str, kind: str) -> bytes:
    """Send a file that no browser shows by itself or keeps."""
    plain = name.encode("ascii", "replace").decode().replace("?", "_").replace('"', "")
    response.setHeader("Content-Type", kind)
    response.setHeader("Content-Disposition", f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name)}")
    response.setHeader("Cache-Control", "private, no-store")
    response.setHeader("X-Content-Type-Options", "nosniff")
    return data
