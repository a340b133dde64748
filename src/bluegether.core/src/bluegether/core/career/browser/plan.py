"""`@@interview-plan`: the form that plans an interview."""

from bluegether.core import _
from bluegether.core.career import api as career
from bluegether.core.career import vocabularies
from bluegether.core.career.browser.page import Page
from bluegether.core.career.interfaces import MAX_TITLE
from bluegether.core.kit import query
from bluegether.core.kit.clock import local
from bluegether.core.kit.clock import now
from datetime import timedelta
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Plan(Page):
    """The person, the manager or HR."""

    index = ViewPageTemplateFile("plan.pt")

    @property
    def title(self):
        if self.mine:
            return _("Plan an interview")
        return _("Plan an interview with ${person}", mapping={"person": self.owner_name})

    def post(self) -> str:
        where = where_of(self)
        kind, by_hr = self.text("kind", 20), bool(self.text("by_hr", 5))
        mission = self.text("mission", 40) if kind == "mission" else ""
        one = career.plan(self.owner, kind=kind, by_hr=by_hr, mission=mission, **where, userid=self.userid)
        return self.say(_("The interview is planned; the other side is told."), self.url("interview", id=one.id))

    def fields(self) -> list[dict]:
        kinds = list(vocabularies.KINDS.items())
        asked = self.request.form.get("kind")
        kind = asked if asked in vocabularies.KINDS else "yearly"
        day = local(now()).date() + timedelta(days=7)
        own = [self.field("kind", label=_("Kind of interview"), value=kind, type="select", choices=kinds)]
        return (
            own
            + self.mission_fields()
            + where_fields(self, day=day.isoformat(), hour="10:00", minutes="60", place="", link="")
        )

    def mission_fields(self) -> list[dict]:
        """Return the choice of the mission that a mid-mission interview is about, where one runs."""
        running = career.running_missions(self.owner, userid=self.userid)
        if not running:
            return []
        help_text = _("For a mid-mission interview only.")
        choices = [("", _("No mission")), *running]
        value = self.text("mission", 40) or (running[0][0] if len(running) == 1 else "")
        return [self.field("mission", label=_("Mission"), value=value, type="select", choices=choices, help=help_text)]

    def can_lead(self) -> bool:
        return self.hr

    def lead(self):
        """Return who leads it unless HR does, or nothing."""
        found = career.manager_of(self.owner)
        return self.name_of(found) if found else None


def where_of(page: Page) -> dict:
    """Return start, minutes, place and link of the form; raise Invalid."""
    minutes = query.integer(page.request.form, "minutes", default=60, minimum=5, maximum=480)
    return {"start": page.moment_of("day", "hour"), "minutes": minutes} | page.texts("place", "link")


def where_fields(page: Page, **values: str) -> list[dict]:
    """Return the fields that say when and where."""
    day = page.field("day", label=_("Day"), value=values["day"], type="date", required=True)
    day["error"] = day["error"] or page.errors.get("start")
    return [
        day,
        page.field("hour", label=_("Time"), value=values["hour"], type="time", required=True),
        page.field("minutes", label=_("Minutes"), value=values["minutes"], type="number", required=True),
        page.field("place", label=_("Place"), value=values["place"], maximum=MAX_TITLE),
        page.field("link", label=_("Address of the call"), value=values["link"], type="url", maximum=500),
    ]
