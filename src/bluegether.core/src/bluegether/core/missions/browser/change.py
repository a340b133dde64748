"""`@@mission-change`: sales extend somebody's work, end it early or let somebody else take over."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.missions import api as missions
from bluegether.core.missions.api import Overload
from bluegether.core.missions.browser.page import Page
from bluegether.core.people import api as people
from datetime import timedelta
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


TITLES = {
    "extend": _("Extend"),
    "end-early": _("End early"),
    "replace": _("Replace"),
}
HELP = {
    "extend": _("A new period is added; those that were agreed stay as they are."),
    "end-early": _("What was agreed stays readable, with the reason beside it. Periods that begin later fall away."),
    "replace": _("The work of the one ends the day before; the other takes over until the last agreed day."),
}


class Change(Page):
    """One form, for one consultant and one verb."""

    index = ViewPageTemplateFile("change.pt")

    def open(self) -> None:
        if self.whose not in missions.record_of(self.context).userids:
            raise Missing(_("There is nothing at this address."))

    @property
    def whose(self) -> str:
        return self.text("userid", 64)

    @property
    def verb(self) -> str:
        return self.chosen("verb", TITLES, "extend")

    @property
    def title(self):
        return TITLES[self.verb]

    @property
    def help(self):
        return HELP[self.verb]

    @cached_property
    def last(self):
        """Return the person's last period."""
        mine = [period for userid, period in missions.record_of(self.context).periods if userid == self.whose]
        return max(mine, key=lambda one: one.end)

    @property
    def next_day(self) -> str:
        return (self.last.end + timedelta(days=1)).isoformat()

    @property
    def overloaded(self) -> bool:
        return isinstance(self.error, Overload)

    def post(self) -> str:
        known = {"actor": self.userid, "revision": self.number("revision")}
        getattr(self, f"do_{self.verb.replace('-', '_')}")(known)
        return self.say(_("Your change is kept."), self.context.absolute_url())

    def do_extend(self, known: dict) -> None:
        values = {"start": self.date_of("start"), "end": self.needed("end"), "accept": bool(self.text("accept", 10))}
        share = self.number("share") or None
        confirmed = bool(self.text("confirmed", 10))
        missions.extend(self.context, self.whose, share=share, confirmed=confirmed, **values, **known)

    def do_end_early(self, known: dict) -> None:
        missions.end_early(self.context, self.whose, day=self.needed("day"), reason=self.text("reason"), **known)

    def do_replace(self, known: dict) -> None:
        by = people.member_named(self.text("by", 200))
        values = {"day": self.needed("day"), "reason": self.text("reason"), "accept": bool(self.text("accept", 10))}
        missions.replace_by(self.context, self.whose, by, **values, **known)

    def needed(self, name: str):
        found = self.date_of(name)
        if found is None:
            raise Invalid(_("This is required."), field=name)
        return found
