"""What the services share: the path behind the name, who asks, conversations and messages as JSON."""

from bluegether.core import _
from bluegether.core.kit import service
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.service import PRIVATE
from bluegether.core.kit.service import ReadService
from bluegether.core.kit.service import WriteService
from bluegether.core.messaging import api as messaging
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


class WithPath(service.WithPath):
    """Collects what follows the service's name in the address."""

    def ids(self, *, message: bool = False) -> list[int]:
        """Return the ids of `<conversation>` or `<conversation>/messages/<message>`; raise Missing."""
        wanted = self.params[:1] + self.params[2:] if message else self.params
        fits = len(self.params) == 3 and self.params[1] == "messages" if message else len(self.params) == 1
        if not fits:
            raise Missing(_("There is nothing at this address."))
        return [messaging.checked_id(one) for one in wanted]

    @property
    def url(self) -> str:
        return f"{self.context.absolute_url()}/@conversations"

    def conversation_json(self, seen: messaging.Seen) -> dict:
        """Return a conversation as its participant has it. Ids are strings: they exceed JavaScript's numbers."""
        found = seen.conversation
        return {
            "@id": f"{self.url}/{found.id}",
            "id": str(found.id),
            "title": found.title,
            "group": found.group,
            "participants": [self.person_json(one) for one in messaging.others(found, self.userid)],
            "history": found.history,
            "started": found.started.isoformat(),
            "unread": seen.unread,
            "pinned": seen.pinned,
            "muted": seen.mine.muted,
            "can": {"write": messaging.may_write(found, self.userid)},
            "last": self.message_json(found, seen.last) if seen.last is not None else None,
        }

    def person_json(self, userid: str) -> dict:
        return {"userid": userid, "name": messaging.name_of(userid)}

    def message_json(self, found, message) -> dict:
        """Return a message; one that is hidden or was deleted keeps its place and says nothing."""
        silent = message.hidden or message.removed
        return {
            "@id": f"{self.url}/{found.id}/messages/{message.id}",
            "id": str(message.id),
            "author": message.author,
            "event": message.event or None,
            "subject": message.subject or None,
            "text": "" if silent else message.text,
            "written": message.written.isoformat(),
            "edited": message.edited.isoformat() if message.edited else None,
            "removed": message.removed,
            "hidden": message.hidden,
            "blocked": messaging.has_blocked(self.userid, message.author),
            "files": [] if silent else self.files_json(found, message),
            "read_by": messaging.readers(found, message, self.userid),
            "can": {
                "edit": messaging.can_edit(message, self.userid),
                "delete": messaging.can_delete(message, self.userid),
            },
        }

    def files_json(self, found, message) -> list[dict]:
        site = self.context.absolute_url()
        return [
            {
                "name": file.name,
                "content_type": file.content_type,
                "size": file.size,
                "download": f"{site}/@@message-file/{found.id}/{message.id}/{number}",
            }
            for number, file in enumerate(message.files)
        ]


@implementer(IPublishTraverse)
class Reading(WithPath, ReadService):
    """A GET."""

    keeping = PRIVATE


@implementer(IPublishTraverse)
class Writing(WithPath, WriteService):
    """A change; requests that write take turns (kit/turn.py), so that none of them has to try again."""
