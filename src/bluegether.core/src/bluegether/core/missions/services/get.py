"""`GET @missions` (of a person, or those that the reader sees) and `GET @missions-board`."""

from bluegether.core import _
from bluegether.core.kit import query
from bluegether.core.kit.errors import Invalid
from bluegether.core.missions import api as missions
from bluegether.core.missions.interfaces import STATES
from bluegether.core.missions.services.base import period_data
from bluegether.core.missions.services.base import Reading
from bluegether.core.missions.services.base import text
from bluegether.core.people import api as people


class Listing(Reading):
    """Answers a batch."""

    def parameter(self, name: str, known=None) -> str:
        value = text(self.request.form.get(name, ""), name)
        if len(value) > 200 or (value and known is not None and value not in known):
            raise Invalid(_("${name} cannot be read.", mapping={"name": name}), field=name)
        return value

    def batched(self, found: list, show) -> dict:
        start, size = query.batch(self.request.form)
        return {"items_total": len(found), "items": [show(one) for one in found[start : start + size]]}


class Missions(Listing):
    """`userid`: this person's, as the reader may know them. Without: those seen whole, by `text` and `state`."""

    def answer(self) -> dict:
        url = f"{self.context.absolute_url()}/@missions"
        userid = self.parameter("userid")
        if userid:
            return {"@id": f"{url}?userid={userid}"} | self.batched(
                missions.missions_of(userid, reader=self.userid), self.shown
            )
        found = missions.search(self.userid, text=self.parameter("text"), state=self.parameter("state", STATES))
        return {"@id": url} | self.batched(found, lambda one: self.shown(missions.shown(one, self.userid)))

    def shown(self, one) -> dict:
        known = {"title": one.title, "client": one.client, "running": one.running}
        if not one.whole:
            return known
        whole = {"UID": one.uid, "@id": one.url, "state": one.state, "place": one.place, "client_uid": one.client_uid}
        return known | whole | {"periods": [period_data(period) for period in one.periods]}


class Board(Listing):
    """`tab`: ending, availability or bench; `unit`. 403 for who steers nobody."""

    def answer(self) -> dict:
        tab = self.parameter("tab", ("ending", "availability", "bench")) or "ending"
        unit = self.parameter("unit", people.units())
        found = getattr(missions, tab)(self.userid, unit=unit)
        show = {"ending": self.ending, "availability": self.free, "bench": self.bench}[tab]
        return {"@id": f"{self.context.absolute_url()}/@missions-board?tab={tab}"} | self.batched(found, show)

    def ending(self, one) -> dict:
        return {
            "userid": one.userid,
            "mission": {"UID": one.record.uid, "@id": missions.url(one.record.uid), "title": one.record.title},
            "client": missions.client_shown(one.record.client, self.userid),
            "end": one.end.isoformat(),
            "next": period_data(one.next) if one.next is not None else None,
        }

    def free(self, one) -> dict:
        periods = [period_data(period) for period in one.periods]
        return {"userid": one.userid, "free_from": one.day.isoformat(), "busy": one.busy, "periods": periods}

    def bench(self, one) -> dict:
        return {
            "userid": one.userid,
            "since": one.since.isoformat() if one.since is not None else None,
            "weeks": one.weeks,
            "next": period_data(one.next) if one.next is not None else None,
        }
