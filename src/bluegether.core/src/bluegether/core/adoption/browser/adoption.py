"""`@@adoption`: a month of the network in figures, the months before as a picture, and what to do."""

from bluegether.core import _
from bluegether.core.adoption import api as adoption
from bluegether.core.adoption.api.months import share
from bluegether.core.adoption.browser.page import ADVICE
from bluegether.core.adoption.browser.page import Page
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


WIDTH, HEIGHT, LEFT, FOOT = 720, 220, 40, 28  # pixels of the picture
LINES = (("active_share", _("Active members"), "line-1"), ("contributors_share", _("Contributors"), "line-2"))
WAYS = {1: "↗", 0: "→", -1: "↘"}


class AdoptionPage(Page):
    """The month asked for in the address, else the last one."""

    index = ViewPageTemplateFile("adoption.pt")
    title = _("The network in figures")

    @cached_property
    def months(self) -> list[adoption.Month]:
        return adoption.months()

    @cached_property
    def month(self) -> adoption.Month | None:
        asked = self.request.form.get("month", "")
        found = [month for month in self.months if month.name == asked]
        return (found or self.months or [None])[0]

    @cached_property
    def before(self) -> adoption.Month | None:
        """Return the month before the one that is shown."""
        place = self.months.index(self.month) + 1
        return self.months[place] if place < len(self.months) else None

    def cards(self) -> list[dict]:
        """Return each figure with its definition and how it changed."""
        month = self.month
        return [
            self._card(
                _("Active members"),
                "active_share",
                _(
                    "${count} of ${members} members signed in or contributed.",
                    mapping={"count": self.count(month.active), "members": self.count(month.members)},
                ),
            ),
            self._card(
                _("Contributors"),
                "contributors_share",
                _(
                    "${count} members published, answered or shared something.",
                    mapping={"count": self.count(month.contributors)},
                ),
            ),
            self._card(
                _("Exchanges between units"),
                "crossing",
                _(
                    "Of ${count} answers and shares, those between people of different units.",
                    mapping={"count": self.count(month.exchanges)},
                ),
            ),
            self._card(_("Open content"), "opened", _("Of all posts and contents, those that every member may see.")),
            self._card(
                _("First answer to a question"),
                "answer_hours",
                self._answered(),
            ),
        ]

    def _answered(self):
        if self.month.answers is None:
            return _("Fewer than five questions got their first answer.")
        return _("Half of ${count} questions got their first answer sooner.", mapping={"count": self.month.answers})

    def _card(self, title, name: str, definition) -> dict:
        value = getattr(self.month, name)
        earlier = getattr(self.before, name) if self.before is not None else None
        say = self.hours if name == "answer_hours" else self.percent
        known = value is not None and earlier is not None
        return {
            "title": title,
            "value": say(value),
            "definition": definition,
            "before": say(earlier) if known else None,
            "way": WAYS[(value > earlier) - (value < earlier)] if known else "",
        }

    def shortfalls(self) -> list[dict]:
        """Return what is below its threshold, with what an animator does about it."""
        return [
            {
                "title": ADVICE[one.name][0],
                "advice": ADVICE[one.name][1],
                "unit": self.unit_title(one.unit) if one.unit else "",
                "value": self._said(one.name, one.value),
                "limit": self._said(one.name, one.limit),
            }
            for one in adoption.shortfalls(self.month)
        ]

    def _said(self, name: str, value) -> str:
        return self.hours(value) if name == "answer_hours" else self.percent(value)

    def units(self) -> list[dict]:
        return [
            {
                "title": self.unit_title(one.id),
                "members": one.members,
                "active": share(one.active, one.members),
                "contributors": share(one.contributors, one.members),
            }
            for one in self.month.units
        ]

    def may_set(self) -> bool:
        return api.user.has_permission("BlueGether: Set Adoption", obj=api.portal.get())

    def may_see_silent(self) -> bool:
        return adoption.may_see_silent(self.userid)

    @property
    def frame(self) -> dict:
        return {"width": WIDTH, "height": HEIGHT, "left": LEFT, "bottom": HEIGHT - FOOT}

    def scale(self) -> list[dict]:
        return [{"y": self._y(value), "text_y": self._y(value) + 4, "text": value} for value in (0, 25, 50, 75, 100)]

    def ticks(self) -> list[dict]:
        """Return the months below the picture, the oldest first."""
        return [
            {"x": self._x(place), "text": self.month_short(month.name)}
            for place, month in enumerate(reversed(self.months))
        ]

    def drawn(self) -> list[dict]:
        """Return the lines; a month without a figure interrupts nothing, it has no point."""
        return [{"title": title, "css": css, "points": self._points(name)} for name, title, css in LINES]

    def _points(self, name: str) -> list[dict]:
        values = [getattr(month, name) for month in reversed(self.months)]
        return [{"x": self._x(place), "y": self._y(value)} for place, value in enumerate(values) if value is not None]

    def path(self, points: list[dict]) -> str:
        return " ".join(f"{point['x']},{point['y']}" for point in points)

    def _x(self, place: int) -> int:
        step = (WIDTH - LEFT - 40) / max(1, len(self.months) - 1)
        return round(LEFT + 20 + step * place)

    def _y(self, value: int) -> int:
        return round((HEIGHT - FOOT) - (HEIGHT - FOOT - 12) * value / 100)
