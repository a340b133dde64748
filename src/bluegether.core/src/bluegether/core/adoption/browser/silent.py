"""`@@adoption-silent`: consultants whom nobody has heard of for four weeks, to be written to."""

from bluegether.core import _
from bluegether.core.adoption import api as adoption
from bluegether.core.adoption.browser.page import Page
from bluegether.core.kit.clock import spoken
from bluegether.core.people import api as people
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class SilentPage(Page):
    """By cursor: `after` is the last day's ordinal and the user id of the row before."""

    index = ViewPageTemplateFile("silent.pt")
    title = _("Who has been silent")

    def __call__(self):
        self.request.response.setHeader("Cache-Control", "private, no-store")
        return super().__call__()

    @property
    def weeks(self) -> int:
        return adoption.WEEKS

    @cached_property
    def found(self) -> tuple:
        return adoption.silent(userid=self.userid, after=self._cursor())

    def _cursor(self) -> tuple[int, str] | None:
        asked = self.request.form.get("after", "")
        day, _dot, userid = asked.partition(".") if isinstance(asked, str) else ("", "", "")
        return (int(day), userid) if day.isdecimal() and len(day) < 8 else None

    def rows(self) -> list[dict]:
        return [self._row(one) for one in self.found[0]]

    def _row(self, one: adoption.Silent) -> dict:
        person = people.account(one.userid)
        return {
            "name": person.fullname,
            "url": f"{self.site_url}/people/{one.userid}",
            "unit": self.unit_title(person.unit) if person.unit else "",
            "job": person.job,
            "last": spoken(one.last) if one.last else None,
            "label": _("Write a message to ${name}", mapping={"name": person.fullname}),
            "write": f"{self.site_url}/@@message-new?to={one.userid}",
        }

    def next_url(self) -> str | None:
        after = self.found[1]
        return f"{self.site_url}/@@adoption-silent?after={after[0]}.{after[1]}" if after else None
