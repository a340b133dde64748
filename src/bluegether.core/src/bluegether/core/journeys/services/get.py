"""`GET @journey`, `@journeys`, `@journeys/<user id>`, `@departures`, `@departures/<user id>`."""

from bluegether.core import _
from bluegether.core.journeys import api as journeys
from bluegether.core.journeys.services.base import departure_json
from bluegether.core.journeys.services.base import journey_json
from bluegether.core.journeys.services.base import Reading
from bluegether.core.kit import query
from bluegether.core.kit.errors import Missing


class JourneyGet(Reading):
    """One's own arrival, running or ended; 404 without one."""

    def answer(self) -> dict:
        if self.params:
            raise Missing(_("There is no such arrival."))
        found = journeys.journey(self.userid, actor=self.userid)
        return {"@id": self.address("@journey")} | journey_json(found, self.userid)


class Listing(Reading):
    """A page of a listing, or one of it by user id."""

    name = ""

    def answer(self) -> dict:
        if self.params:
            return {"@id": self.address(self.name, self.whose())} | self.one(self.whose())
        start, size = query.batch(self.request.form)
        found, total = self.found(self.request.form.get("state"), start, size)
        items = [{"@id": self.address(self.name, one.userid)} | self.json(one) for one in found]
        return {"@id": self.address(self.name), "items_total": total, "items": items}


class JourneysGet(Listing):
    """`state=ended` for those that ended; managers get those of their team."""

    name = "@journeys"

    def one(self, userid: str) -> dict:
        return self.json(journeys.journey(userid, actor=self.userid))

    def found(self, state, start: int, size: int):
        asked = journeys.ended if state == "ended" else journeys.running
        return asked(actor=self.userid, start=start, size=size)

    def json(self, found) -> dict:
        return journey_json(found, self.userid)


class DeparturesGet(Listing):
    """`state=done` for those who left; managers get those of their team."""

    name = "@departures"

    def one(self, userid: str) -> dict:
        found = journeys.departure(userid, actor=self.userid)
        areas = journeys.held(userid) if found.state != "done" else {}
        held = {name: [{"key": one.key, "count": one.count} for one in rows] for name, rows in areas.items()}
        return departure_json(found) | {"held": held}

    def found(self, state, start: int, size: int):
        asked = journeys.departed if state == "done" else journeys.leaving
        return asked(actor=self.userid, start=start, size=size)

    def json(self, found) -> dict:
        return departure_json(found)
