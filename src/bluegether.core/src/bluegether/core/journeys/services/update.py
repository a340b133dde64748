"""`PATCH @journey`, `PATCH @journeys/<user id>`, `PATCH @departures/<user id>`: one change at a time."""

from bluegether.core import _
from bluegether.core.journeys import api as journeys
from bluegether.core.journeys.services.base import departure_json
from bluegether.core.journeys.services.base import journey_json
from bluegether.core.journeys.services.base import Writing
from bluegether.core.kit.errors import Invalid


class JourneyPatch(Writing):
    """Body: `step` and `done`."""

    def answer(self) -> dict:
        body = self.body()
        done = self.truth(body, "done")
        found = journeys.tick(self.newcomer(), self.words(body, "step"), done=done, actor=self.userid)
        return journey_json(found, self.userid)

    def newcomer(self) -> str:
        return self.userid


class JourneysPatch(JourneyPatch):
    """Body: `step` and `done`, or `buddy` (a user id or name, empty for none)."""

    def newcomer(self) -> str:
        return self.whose()

    def answer(self) -> dict:
        body = self.body()
        if "buddy" not in body:
            return super().answer()
        found = journeys.choose_buddy(self.whose(), self.words(body, "buddy"), actor=self.userid)
        return journey_json(found, self.userid)


class DeparturesPatch(Writing):
    """Body: `last_day`; or `task` and `done`; or `successor` (and `area`); or `hand_over` (an area)."""

    def answer(self) -> dict:
        body = self.body()
        for name in ("last_day", "task", "successor", "hand_over"):
            if name in body:
                getattr(self, f"_{name}")(self.whose(), body)
                return departure_json(journeys.departure(self.whose(), actor=self.userid))
        raise Invalid(_("Nothing to change was named."))

    def _last_day(self, userid: str, body: dict) -> None:
        journeys.move(userid, last_day=self.day(body["last_day"]), actor=self.userid)

    def _task(self, userid: str, body: dict) -> None:
        found = journeys.departure(userid, actor=self.userid)
        done = self.truth(body, "done")
        journeys.tick_task(found, self.words(body, "task"), done=done, actor=self.userid)

    def _successor(self, userid: str, body: dict) -> None:
        to, area = self.words(body, "successor"), self.words(body, "area")
        journeys.set_successor(userid, to, area=area, actor=self.userid)

    def _hand_over(self, userid: str, body: dict) -> None:
        journeys.hand_over(userid, self.words(body, "hand_over"), actor=self.userid)
