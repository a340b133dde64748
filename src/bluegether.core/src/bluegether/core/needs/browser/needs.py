"""`/needs`: the board, by state and filters."""

from bluegether.core import _
from bluegether.core.kit import query
from bluegether.core.needs import api as needs
from bluegether.core.needs import vocabularies
from bluegether.core.needs.browser.page import Page
from bluegether.core.people.interfaces.profile import REMOTE
from bluegether.core.skills import api as skills
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


SIZE = 20
IN_PROGRESS = "in-progress"


class Filters(Page):
    """What the board and its export are narrowed down to, read from the address."""

    @property
    def url(self) -> str:
        return f"{self.site_url}/needs"

    @cached_property
    def tab(self) -> str:
        """Return the chosen state; what the reader may not list is in progress."""
        wanted = self.text("state", 20)
        return wanted if wanted in self.states else IN_PROGRESS

    @cached_property
    def states(self) -> tuple[str, ...]:
        return needs.STATES if self.sees_all else needs.VISIBLE

    @cached_property
    def skill(self) -> str:
        text = self.text("skill", 200)
        return skills.current(text) or skills.find(text)

    @property
    def manager(self) -> str:
        if self.text("mine", 5):
            return self.userid
        return self.text("manager", 64) if self.manages else ""

    @cached_property
    def criteria(self) -> needs.Criteria:
        return needs.Criteria(
            states=needs.VISIBLE if self.tab == IN_PROGRESS else (self.tab,),
            skill=self.skill,
            place=self.text("place", 100),
            remote=self.text("remote", 10) if self.text("remote", 10) in REMOTE else "",
            starts_by=self.date("starts_by"),
            manager=self.manager,
        )

    def address(self, page: str = "", **changes) -> str:
        """Return the board's address with these choices, some changed."""
        values = {name: self.text(name, 200) for name in ("skill", "place", "remote", "starts_by", "mine", "manager")}
        values |= {"state": "" if self.tab == IN_PROGRESS else self.tab} | changes
        asked = self.query(**values)
        return f"{self.url}{page}{'?' if asked else ''}{asked}"


class Needs(Filters):
    """The board."""

    index = ViewPageTemplateFile("needs.pt")

    def tabs(self) -> list[dict]:
        """Return the states with how many needs each has, all in progress first."""
        counts = needs.counts(reader=self.userid, manager=self.manager)
        progress = sum(counts.get(state, 0) for state in needs.VISIBLE)
        first = {"title": _("In progress"), "count": progress, "url": self.address(state=""), "name": IN_PROGRESS}
        rest = [
            {
                "title": vocabularies.STATES[state][0],
                "count": counts.get(state, 0),
                "url": self.address(state=state),
                "name": state,
            }
            for state in self.states
        ]
        return [one | {"current": one["name"] == self.tab} for one in (first, *rest)]

    @cached_property
    def page(self) -> dict:
        start, size = query.batch(self.request.form, size=SIZE)
        found = needs.needs(self.criteria, reader=self.userid, start=start, size=size)
        return {
            "rows": found.rows,
            "total": found.total,
            "before": self.address(b_start=max(0, start - size)) if start else None,
            "after": self.address(b_start=start + size) if start + size < found.total else None,
        }

    def narrowed(self) -> bool:
        """Return whether something narrows the list down besides the state."""
        chosen = self.criteria
        return bool(chosen.skill or chosen.place or chosen.remote or chosen.starts_by or self.text("mine", 5))

    @property
    def typed_skill(self) -> str:
        return skills.title(self.skill) if self.skill else self.text("skill", 200)

    def remotes(self) -> list[tuple]:
        return [(term.value, term.title) for term in REMOTE]
