"""What the services of journeys share: the path behind the name, who asks, JSON of arrivals and departures."""

from bluegether.core import _
from bluegether.core.journeys import api as journeys
from bluegether.core.kit import service
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.service import ReadService
from bluegether.core.kit.service import WriteService
from bluegether.core.kit.turn import take
from datetime import date
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


class WithPath(service.WithPath):
    """Collects what follows the service's name in the address."""

    def whose(self) -> str:
        """Return the user id in the address; raise Missing for anything else."""
        if len(self.params) != 1:
            raise Missing(_("There is no such person."))
        return self.params[0]

    def address(self, service: str, *path: str) -> str:
        return "/".join([f"{self.context.absolute_url()}/{service}", *path])


@implementer(IPublishTraverse)
class Reading(WithPath, ReadService):
    """A GET."""


@implementer(IPublishTraverse)
class Writing(WithPath, WriteService):
    """A change; writers of one process take turns."""

    def reply(self):
        take("journeys")
        return super().reply()

    def day(self, value, field: str = "last_day") -> date:
        """Return a date of the body; raise Invalid."""
        try:
            return date.fromisoformat(value)
        except (TypeError, ValueError):
            raise Invalid(_("Enter a date."), field=field) from None

    def words(self, body: dict, name: str) -> str:
        """Return a text of the body, empty when missing; raise Invalid."""
        value = body.get(name, "")
        if not isinstance(value, str) or len(value) > 4000:
            raise Invalid(_("${name} cannot be read.", mapping={"name": name}), field=name)
        return value

    def truth(self, body: dict, name: str) -> bool:
        value = body.get(name)
        if not isinstance(value, bool):
            raise Invalid(_("Say true or false."), field=name)
        return value


def journey_json(found, reader: str) -> dict:
    """Return an arrival as this reader sees it: answers only for the newcomer and HR."""
    data = {
        "userid": found.userid,
        "title": found.title,
        "started": found.started.isoformat(),
        "buddy": found.buddy,
        "ended": found.ended.isoformat() if found.ended else None,
        "outcome": found.outcome,
        "people": [{"role": role, "userid": userid} for role, userid in journeys.people_to_know(found)],
        "steps": [step_json(found, step, reader) for step in found.steps],
    }
    if reader == found.userid or journeys.can_read_answers(reader):
        data["answers"] = {str(day): {"scale": one.scale, "text": one.text} for day, one in found.answers.items()}
    if reader == found.userid:
        data["questions"] = journeys.open_questions(found)
    return data


def step_json(found, step, reader: str) -> dict:
    """Return one step with its state."""
    done = found.done.get(step.id)
    return {
        "id": step.id,
        "day": step.day,
        "due": journeys.due_day(found, step.day).isoformat(),
        "who": step.who,
        "title": step.title,
        "text": step.text,
        "link": journeys.address_of(step),
        "done": done[0].isoformat() if done else None,
        "done_by": done[1] if done else "",
        "late": journeys.is_late(found, step),
        "may_tick": found.ended is None and journeys.can_tick(found, step, reader),
    }


def departure_json(found) -> dict:
    """Return a departure for who may see it; why somebody leaves is in none."""
    return {
        "userid": found.userid,
        "last_day": found.last_day.isoformat(),
        "state": found.state,
        "successors": dict(found.successors),
        "tasks": [
            {
                "id": task.id,
                "title": task.title or None,
                "who": task.who,
                "due": task.due.isoformat(),
                "done": task.done.isoformat() if task.done else None,
            }
            for task in found.tasks
        ],
    }
