"""`POST @journey`: answer a question of one's own arrival. `POST @departures`: record or announce a departure."""

from bluegether.core import _
from bluegether.core.journeys import api as journeys
from bluegether.core.journeys.services.base import departure_json
from bluegether.core.journeys.services.base import journey_json
from bluegether.core.journeys.services.base import Writing
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing


class JourneyPost(Writing):
    """Body: `day`, `scale` (1 to 5), `text`."""

    def answer(self) -> dict:
        if self.params:
            raise Missing(_("There is no such arrival."))
        body = self.body()
        day = body.get("day")
        if isinstance(day, bool) or not isinstance(day, int):
            raise Invalid(_("Say the day of the question."), field="day")
        text = self.words(body, "text")
        found = journeys.answer(self.userid, day, scale=body.get("scale"), text=text)
        return {"@id": self.address("@journey")} | journey_json(found, self.userid)


class DeparturesPost(Writing):
    """Body: `userid`, `last_day`. HR plans it, or confirms a proposal; a manager proposes it. 201."""

    def answer(self) -> dict:
        body = self.body()
        userid = self.words(body, "userid")
        verb = journeys.plan if journeys.can_plan(self.userid) else journeys.propose
        found = verb(userid, last_day=self.day(body.get("last_day")), actor=self.userid)
        self.request.response.setStatus(201)
        return {"@id": self.address("@departures", userid)} | departure_json(found)
