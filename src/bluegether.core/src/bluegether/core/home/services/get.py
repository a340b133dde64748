"""`GET @todos`: what waits for the signed-in person."""

from bluegether.core.kit.interfaces import IOpenToClients
from bluegether.core.kit.service import ReadService
from bluegether.core.kit.todo import Todo
from bluegether.core.kit.todo import todos
from zope.i18n import translate
from zope.interface import implementer


@implementer(IOpenToClients)
class Todos(ReadService):
    """The same list as the home page shows; `count` adds up what each entry stands for."""

    def answer(self) -> dict:
        items = [self._json(todo) for todo in todos(self.context, self.request)]
        url = f"{self.context.absolute_url()}/@todos"
        return {"@id": url, "count": sum(item["count"] for item in items), "items": items}

    def _json(self, todo: Todo) -> dict:
        return {
            "title": translate(todo.title, context=self.request),
            "url": todo.url,
            "due": todo.due.isoformat() if todo.due else None,
            "count": todo.count,
        }
