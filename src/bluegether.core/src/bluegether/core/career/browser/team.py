"""`@@career-team`: what waits for a manager or HR in the careers of others."""

from bluegether.core import _
from bluegether.core.career import api as career
from bluegether.core.career.browser.page import Page
from bluegether.core.kit import query
from bluegether.core.kit.clock import local
from bluegether.core.kit.clock import now
from bluegether.core.people import api as people
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode


SIZE = 25
FOUND = 20


class Team(Page):
    """A manager sees their team, HR everybody; who is neither, and leads nothing, gets no page."""

    index = ViewPageTemplateFile("team.pt")
    title = _("Careers of others")

    def open(self) -> None:
        if not (career.leads_people(self.userid) or self.before()):
            raise career.nothing()

    def post(self) -> str:
        """HR notes when the last interview of a kind took place before the portal was used."""
        owner, kind = self.text("person", 64), self.text("kind", 20)
        career.note_earlier(owner, kind, self.date_of("on"), userid=self.userid)
        return self.say(_("Noted: the next one is counted from this day."), f"{self.site_url}/@@career-team#due")

    @cached_property
    def is_hr(self) -> bool:
        return career.is_hr(self.userid)

    @cached_property
    def start(self) -> int:
        return query.integer(self.request.form, "b_start", default=0, maximum=10**6)

    @cached_property
    def due(self) -> list:
        """Return the page of what is due, and one more when there is more."""
        if self.is_hr:
            return career.due(userid=self.userid, start=self.start, size=SIZE + 1)
        return career.due_in_team(self.userid)

    def due_rows(self) -> list[dict]:
        today = local(now()).date()
        return [
            {"name": self.name_of(one.userid), "late": one.on < today, "one": one, "kind": self.kind_title(one.kind)}
            for one in (self.due[:SIZE] if self.is_hr else self.due)
        ]

    def later(self) -> str:
        more = self.is_hr and len(self.due) > SIZE
        return f"{self.site_url}/@@career-team?b_start={self.start + SIZE}#due" if more else ""

    def sooner(self) -> str:
        return f"{self.site_url}/@@career-team?b_start={max(0, self.start - SIZE)}#due" if self.start else ""

    def wishes(self) -> list[dict]:
        found = career.wishes_to_answer(self.userid) if self.is_hr else []
        return [self.row(owner, wish, "career-wish") for owner, wish in found]

    def goals(self) -> list[dict]:
        return [self.row(owner, goal, "career-goal") for owner, goal in career.goals_to_answer(self.userid)]

    def open_ones(self) -> list[dict]:
        """Return the open interviews that the reader leads, and for HR those that nobody leads."""
        found = [pair for pair in career.open_interviews(self.userid) if pair[0] != self.userid]
        lost = career.without_lead(self.userid) if self.is_hr else []
        return [self.row(*pair, "interview") for pair in found] + [
            self.row(*pair, "interview") | {"lost": True} for pair in lost
        ]

    def before(self) -> list[dict]:
        return [self.row(owner, one, "interview") for owner, one in career.led_before(self.userid)]

    def row(self, owner: str, thing, page: str) -> dict:
        url = f"{self.site_url}/@@{page}?{urlencode({'userid': owner, 'id': thing.id})}"
        return {"name": self.name_of(owner), "thing": thing, "url": url, "lost": False}

    def team(self) -> list[dict]:
        return [self.person(userid) for userid in people.team(self.userid)]

    def person(self, userid: str) -> dict:
        account = people.account(userid)
        url = f"{self.site_url}/@@career?{urlencode({'userid': userid})}"
        return {"name": account.fullname, "job": account.job, "url": url}

    @property
    def wanted(self) -> str:
        return self.text("text", 100).strip()

    def found(self) -> list[dict]:
        """Return the people whose name HR looks for."""
        if not (self.is_hr and self.wanted):
            return []
        rows = people.accounts(text=self.wanted, size=FOUND).rows
        return [self.person(one.userid) for one in rows if career.has_career(one.userid)]
