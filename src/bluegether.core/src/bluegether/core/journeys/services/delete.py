"""`DELETE @departures/<user id>`: HR cancels a planned departure or refuses a proposal; who proposed takes it back."""

from bluegether.core.journeys import api as journeys
from bluegether.core.journeys.services.base import Writing


class DeparturesDelete(Writing):
    """204 without a body."""

    def answer(self) -> None:
        found = journeys.departure(self.whose(), actor=self.userid)
        if found.state != "proposed":
            verb = journeys.cancel
        else:
            verb = journeys.withdraw if found.recorded_by == self.userid else journeys.refuse
        verb(self.whose(), actor=self.userid)
        self.request.response.setStatus(204)
