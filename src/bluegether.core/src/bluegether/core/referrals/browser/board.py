"""`@@referrals-board`: HR's candidates, stages as columns; one stage with `?state=`; a workbook of them."""

from bluegether.core import _
from bluegether.core.kit.query import batch
from bluegether.core.referrals import api as referrals
from bluegether.core.referrals import vocabularies
from bluegether.core.referrals.browser.page import Page
from bluegether.core.referrals.browser.referral import download
from bluegether.core.referrals.browser.sheet import workbook
from bluegether.core.referrals.browser.sheet import XLSX
from bluegether.core.referrals.interfaces import KINDS
from bluegether.core.referrals.interfaces import ORDER
from bluegether.core.referrals.interfaces import PROFILES
from bluegether.core.referrals.interfaces import STATES
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18n import translate


IN_COLUMN = 6
COLUMNS = (
    _("Reference"),
    _("Name"),
    _("Stage"),
    _("Since"),
    _("Mail address"),
    _("Telephone"),
    _("Kind of profile"),
    _("Referred by"),
    _("Referred on"),
    _("Recruiter"),
)


class Board(Page):
    """The page."""

    index = ViewPageTemplateFile("board.pt")
    title = _("Candidates")

    def open(self) -> None:
        self.criteria = {
            "kind": self.chosen("kind", KINDS),
            "profile": self.chosen("profile", PROFILES),
            "text": self.text("text", 100).strip(),
            "recruiter": self.userid if self.text("mine", 10) == "yes" else "",
        }
        self.state = self.chosen("state", STATES)
        self.wanted = referrals.Filter(**self.criteria)
        self.start, self.size = batch(self.request.form)

    def query(self) -> dict:
        """Return the filters as the address has them."""
        values = {name: self.criteria[name] for name in ("kind", "profile", "text") if self.criteria[name]}
        return values | ({"mine": "yes"} if self.criteria["recruiter"] else {})

    def columns(self) -> list[dict]:
        """Return each stage that is still open, with those who moved last."""
        return [self.column(state) for state in ORDER]

    def column(self, state: str) -> dict:
        found, total = referrals.in_stage(state, userid=self.userid, wanted=self.wanted, size=IN_COLUMN)
        return {
            "state": state,
            "title": vocabularies.STATES[state][0],
            "found": found,
            "total": total,
            "more": total - len(found),
            "url": self.url("referrals-board", **self.query(), state=state),
        }

    def one_stage(self) -> dict:
        """Return the stage asked for, a page of it."""
        found, total = referrals.in_stage(
            self.state, userid=self.userid, wanted=self.wanted, start=self.start, size=self.size
        )
        pager = self.pager("referrals-board", total, self.start, self.size, **self.query(), state=self.state)
        return {"found": found, "total": total, "pager": pager, "title": vocabularies.STATES[self.state][0]}

    def states(self) -> list[tuple]:
        return [("", _("All that are open")), *((state, vocabularies.STATES[state][0]) for state in STATES)]

    def kinds(self) -> list[tuple]:
        return [("", _("Candidates and companies")), *vocabularies.KINDS.items()]

    def profiles(self) -> list[tuple]:
        return [("", _("Any profile")), *vocabularies.PROFILES.items()]

    def xlsx_url(self) -> str:
        return self.url("referrals-xlsx", **self.query())

    def handled_elsewhere(self, found) -> bool:
        """Return whether a colleague handles it because the reader is who referred."""
        return not referrals.can_handle(found, self.userid)


class Xlsx(Board):
    """What the filters let through, without the files and notes."""

    def index(self) -> bytes:
        found = [
            one
            for one in referrals.everything(userid=self.userid, wanted=self.wanted)
            if referrals.can_handle(one, self.userid) and (not self.state or one.state == self.state)
        ]
        rows = [[self.said(title) for title in COLUMNS], *(self.row(one) for one in found)]
        data = workbook(self.said(_("Candidates")), rows)
        return download(self.request.response, data, name="cooptations.xlsx", kind=XLSX)

    def said(self, text) -> str:
        return translate(text, context=self.request)

    def row(self, one) -> list:
        profile = self.said(vocabularies.PROFILES[one.profile]) if one.profile else ""
        people = [self.said(self.name_of(one.by)), one.created, self.said(self.name_of(one.recruiter))]
        people[2] = people[2] if one.recruiter else ""
        stage = self.said(vocabularies.state_title(one.kind, one.state))
        who = [self.reference(one), self.said(self.title_of(one)), stage, one.steps[-1].at]
        return [*who, one.email, referrals.spoken_number(one.phone), profile, *people]
