"""The page of a mission, as whoever may view it may see it."""

from bluegether.core.kit.clock import today
from bluegether.core.missions import api as missions
from bluegether.core.missions.browser.page import Page
from bluegether.core.missions.interfaces import MARKS
from bluegether.core.people.interfaces import profile
from bluegether.core.skills import api as skills
from functools import cached_property
from plone.uuid.interfaces import IUUID
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Mission(Page):
    """Facts, consultants with their periods, objectives; amounts for who may see them."""

    index = ViewPageTemplateFile("mission.pt")

    @cached_property
    def record(self):
        return missions.record_of(self.context)

    @property
    def uid(self) -> str:
        return IUUID(self.context)

    @property
    def client(self) -> str:
        return self.client_name(self.context.client)

    @property
    def client_url(self) -> str:
        """Return the address of the client's page for who may open it."""
        if missions.sees_business(self.userid) or missions.account_manager(self.context.client) == self.userid:
            return missions.url(self.context.client)
        return ""

    @property
    def remote(self):
        value = self.context.remote
        return profile.REMOTE.getTerm(value).title if value in profile.REMOTE else ""

    @property
    def can_manage(self) -> bool:
        return missions.can_manage(self.userid)

    @cached_property
    def amounts(self) -> bool:
        return missions.can_view_amounts(self.userid)

    def consultants(self) -> list[dict]:
        """Return each consultant with the periods, the last one first, an early end beside what was agreed."""
        agreed = {(userid, one.start): one.end for userid, one in self.record.rows}
        reasons = {(fact.userid, fact.start): fact for fact in missions.early_ends(self.context)}
        found = []
        for userid in self.record.userids:
            mine = sorted((one for other, one in self.record.periods if other == userid), reverse=True)
            rows = [
                {
                    "period": one,
                    "now": one.start <= today() <= one.end,
                    "agreed": agreed[(userid, one.start)],
                    "fact": reasons.get((userid, one.start)),
                }
                for one in mine
            ]
            ahead = any(one.confirmed and one.end > today() for one in mine)
            face = {"userid": userid, "name": self.name_of(userid), "url": self.person_url(userid)}
            found.append(face | {"rows": rows, "ahead": ahead})
        return found

    def closings(self) -> list[dict]:
        """Return the ends that the reader is concerned by and that are near or past."""
        return [
            {"name": self.name_of(one), "url": f"{self.context.absolute_url()}/@@mission-closing?userid={one}"}
            for one in self.record.userids
            if missions.sides(self.record, one, self.userid) and missions.is_open(self.record, one)
        ]

    def change_url(self, verb: str, userid: str) -> str:
        return f"{self.context.absolute_url()}/@@mission-change?verb={verb}&userid={userid}"

    def skills(self) -> list[dict]:
        return [
            {"title": skills.title(one), "url": f"{self.site_url}/@@skills?id={one}"}
            for one in self.context.skills or ()
        ]

    def objectives(self) -> list[dict]:
        return [
            {"text": row["objective"], "mark": MARKS.getTerm(row["mark"]).title if row.get("mark") else ""}
            for row in self.context.objectives or ()
        ]

    def orders(self) -> list[dict]:
        return list(self.context.orders or ())
