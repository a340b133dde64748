"""`@@org-chart`: who leads whom, by manager or by unit; `@@org-branch`: one branch of it, without the frame.

A branch is fetched when it is opened; without JavaScript its link leads to a page of its own.
"""

from bluegether.core import _
from bluegether.core.directory import api as directory
from bluegether.core.directory.browser.page import Page
from bluegether.core.kit import query
from bluegether.core.kit.errors import Missing
from bluegether.core.people import api as people
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode


chart = directory.chart


class OrgChart(Page):
    """The whole chart from its top, the branch of one person, or that of a unit."""

    index = ViewPageTemplateFile("org_chart.pt")
    title = _("Organisation chart")

    def show(self):
        self.start = query.batch(self.request.form)[0]
        self.person = self.text("person", 64)
        self.unit = self.choice("unit", people.units())
        self.by = self.choice("by", ("unit", "alone"))
        if self.person and not chart.is_here(self.userid, self.person):
            raise Missing(_("There is no such person."))
        return self.page()

    @property
    def url(self) -> str:
        return f"{self.site_url}/@@org-chart"

    @cached_property
    def branch(self) -> chart.Branch:
        if self.person:
            return chart.team(self.userid, self.person, start=self.start)
        if self.unit:
            return chart.unit(self.userid, self.unit, start=self.start)
        if self.by == "unit":
            return chart.Branch((), 0)
        return (chart.alone if self.by == "alone" else chart.tops)(self.userid, start=self.start)

    def nodes(self) -> list[dict]:
        """Return the people of this branch."""
        return [self.node(userid, leads) for userid, leads in self.branch.rows]

    def node(self, userid: str, leads: int = 0) -> dict:
        account = people.account(userid)
        return {
            "userid": userid,
            "fullname": account.fullname,
            "about": " · ".join(filter(None, (account.job, self.unit_title(account.unit)))),
            "leads": leads,
        } | self.opening("person", userid)

    def opening(self, name: str, value: str) -> dict:
        """Return the addresses that open a branch: its own page, and what fetches it into this one."""
        parameters, target = urlencode({name: value}), f"branch-{name}-{directory.anchor(value)}"
        fetch = f"url: {self.site_url}/@@org-branch?{parameters}; source: #org-branch; target: #{target}"
        return {
            "url": f"{self.url}?{parameters}",
            "target": target,
            "fetch": f"{fetch}::element; trigger: autoload-visible",
        }

    def above(self) -> list[dict]:
        """Return those above the person of this page, the highest first."""
        return [self.node(userid) for userid in chart.above(self.userid, self.person)]

    def focus(self) -> dict:
        return self.node(self.person)

    def units(self) -> list[dict]:
        """Return the units that have people, by title."""
        sizes = chart.unit_sizes(self.userid)
        found = [{"title": self.unit_title(unit), "size": sizes[unit]} | self.opening("unit", unit) for unit in sizes]
        return sorted(found, key=lambda unit: unit["title"])

    def lonely(self) -> int:
        """Return how many have neither manager nor team: they are no part of the tree."""
        return chart.alone(self.userid).total

    def tabs(self) -> list[dict]:
        by_unit = bool(self.by == "unit" or self.unit)
        return [
            {"title": _("By manager"), "url": self.url, "current": None if by_unit else "page"},
            {"title": _("By unit"), "url": f"{self.url}?by=unit", "current": "page" if by_unit else None},
        ]

    def is_top(self) -> bool:
        return not (self.person or self.unit or self.by)

    def turning(self) -> dict | None:
        asked = {"person": self.person, "unit": self.unit, "by": self.by}
        parameters = urlencode({name: value for name, value in asked.items() if value})
        return self.pager(self.url, self.branch.total, self.start, chart.SIZE, parameters)


class OrgBranch(OrgChart):
    """Without the frame of a page."""

    index = ViewPageTemplateFile("org_branch.pt")
