"""`@@missions-board`: what those who steer look at each week, under tabs; `@@missions-board-xlsx`: as a file."""

from bluegether.core import _
from bluegether.core.kit import query
from bluegether.core.kit import sheet
from bluegether.core.kit.clock import today
from bluegether.core.missions import api as missions
from bluegether.core.missions.browser import timeline
from bluegether.core.missions.browser.page import Page
from bluegether.core.people import api as people
from collections.abc import Callable
from functools import cached_property
from plone.base.i18nl10n import monthname_msgid_abbr
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode
from zope.i18nmessageid import Message


SIZE = 25
MOST = 5000  # lines of a file
TABS = {
    "ending": _("Missions ending"),
    "availability": _("Who is available when"),
    "bench": _("Between missions"),
}


class Board(Page):
    """A tab: its rows, a batch at a time, narrowed by unit."""

    index = ViewPageTemplateFile("board.pt")

    def open(self) -> None:
        """Find the rows; raise NotAllowed for who steers nobody."""
        self.found = self.lists[self.tab](self.userid, unit=self.unit)

    @property
    def lists(self) -> dict[str, Callable]:
        return {"ending": missions.ending, "availability": missions.availability, "bench": missions.bench}

    @cached_property
    def tab(self) -> str:
        return self.chosen("tab", TABS, "ending")

    @cached_property
    def unit(self) -> str:
        return self.chosen("unit", people.units())

    @property
    def units(self) -> list[tuple]:
        return sorted(people.units().items(), key=lambda pair: pair[1].casefold())

    @property
    def tabs(self) -> list[dict]:
        return [
            {"title": title, "url": self.address(tab=key), "current": key == self.tab} for key, title in TABS.items()
        ]

    @property
    def whole(self) -> bool:
        """Return whether the reader steers everybody, not a team alone."""
        return missions.scope(self.userid).everybody

    def address(self, page: str = "missions-board", **values) -> str:
        known = {"tab": self.tab, "unit": self.unit} | values
        return f"{self.site_url}/@@{page}?{urlencode({key: value for key, value in known.items() if value})}"

    @property
    def start(self) -> int:
        return query.integer(self.request.form, "b_start", default=0, maximum=10**6)

    @property
    def batch(self) -> list:
        return self.found[self.start : self.start + SIZE]

    @property
    def turn(self) -> dict:
        before, after = self.start - SIZE, self.start + SIZE
        return {
            "before": self.address(b_start=str(max(0, before))) if self.start else "",
            "after": self.address(b_start=str(after)) if after < len(self.found) else "",
        }

    def face(self, userid: str) -> dict:
        person = people.account(userid)
        return {
            "name": self.say_text(self.name_of(userid)),
            "url": self.person_url(userid),
            "job": person.job if person is not None else "",
            "unit": people.units().get(person.unit, "") if person is not None else "",
        }

    def rows(self) -> list[dict]:
        makers = {"ending": self.ending_row, "availability": self.free_row, "bench": self.bench_row}
        return [self.face(one.userid) | makers[self.tab](one) for one in self.batch]

    def ending_row(self, one) -> dict:
        return {
            "role": one.record.title,
            "mission": missions.url(one.record.uid),
            "client": self.client_name(one.record.client),
            "end": self.day(one.end),
            "date": one.end,
            "weeks": max(0, (one.end - today()).days // 7),
            "in_weeks": self.in_weeks(max(0, (one.end - today()).days // 7)),
            "next": self.said(one.next) if one.next is not None else "",
            "record": one.record,
        }

    @cached_property
    def shown(self) -> list:
        return timeline.months()

    @property
    def months(self) -> list[dict]:
        return [
            {"title": self.say_text(Message(monthname_msgid_abbr(one.month), domain="plonelocales")), "year": one.year}
            for one in self.shown
        ]

    @property
    def box(self) -> str:
        return f"0 0 {timeline.WIDTH * timeline.MONTHS} {timeline.HEIGHT}"

    @property
    def lines(self) -> list[int]:
        return [timeline.WIDTH * number for number in range(1, timeline.MONTHS)]

    @property
    def now_line(self) -> float:
        return round(timeline.position(today(), self.shown[0]), 1)

    def free_row(self, one) -> dict:
        texts = [self.said(period) for period in one.periods]
        return {
            "free": self.day(one.day) if one.day > today() else "",
            "date": one.day,
            "busy": one.busy,
            "bars": timeline.bars(one.periods, self.shown),
            "texts": texts,
            "label": "; ".join(texts) or self.say_text(_("Nothing booked")),
        }

    def bench_row(self, one) -> dict:
        return {
            "since": self.day(one.since) if one.since is not None else "",
            "date": one.since,
            "weeks": one.weeks,
            "for_weeks": self.for_weeks(one.weeks),
            "next": self.said(one.next) if one.next is not None else "",
        }

    def in_weeks(self, number: int):
        """Return when it is, in weeks from now."""
        if number < 2:
            return _("in one week") if number else _("within a week")
        return _("in ${weeks} weeks", mapping={"weeks": number})

    def for_weeks(self, number: int):
        """Return for how long it has been, in weeks."""
        if number < 2:
            return _("For one week") if number else _("For less than a week")
        return _("For ${weeks} weeks", mapping={"weeks": number})

    def said(self, period) -> str:
        text, values = timeline.words(period, self.day)
        return self.say_text(Message(text, mapping=values))


HEADS = {
    "ending": (_("Consultant"), _("Unit"), _("Role"), _("Client"), _("Last day"), _("Weeks"), _("What follows")),
    "availability": (_("Consultant"), _("Unit"), _("Job"), _("Wholly free from"), _("Booked today, in percent"),
                     _("Booked")),
    "bench": (_("Consultant"), _("Unit"), _("Job"), _("Without a mission since"), _("Weeks"), _("What follows")),
}  # fmt: skip
AMOUNTS = (_("Daily rate, in euros"), _("Daily cost, in euros"))


class Workbook(Board):
    """The tab as a file, all of its rows; amounts of missions for who may see them."""

    def __call__(self) -> bytes:
        self.error = None
        self.open()
        title = self.say_text(TABS[self.tab])
        return sheet.send(self.request, f"missions-{self.tab}.xlsx", sheet.workbook(title, self.cells()))

    @property
    def batch(self) -> list:
        return self.found[:MOST]

    @cached_property
    def amounts(self) -> bool:
        return self.tab == "ending" and missions.can_view_amounts(self.userid)

    def cells(self):
        heads = HEADS[self.tab] + (AMOUNTS if self.amounts else ())
        yield [self.say_text(text) for text in heads]
        makers = {"ending": self.ending_cells, "availability": self.free_cells, "bench": self.bench_cells}
        for row in self.rows():
            yield [row["name"], row["unit"], *makers[self.tab](row)]

    def ending_cells(self, row: dict) -> list:
        found = [row["role"], row["client"], row["date"], row["weeks"], row["next"]]
        return found + (self.amounts_of(row["record"].uid) if self.amounts else [])

    def amounts_of(self, uid: str) -> list:
        mission = missions.mission(uid)
        values = (mission.rate, mission.cost) if mission is not None else (None, None)
        return [float(value) if value is not None else None for value in values]

    def free_cells(self, row: dict) -> list:
        return [row["job"], row["date"], row["busy"], "; ".join(row["texts"])]

    def bench_cells(self, row: dict) -> list:
        return [row["job"], row["date"], row["weeks"], row["next"]]
