"""What the room's notices say, whom people do not want to hear of, and how messages are reported."""

from bluegether.core import _
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.interfaces import IIgnores
from bluegether.core.kit.interfaces import INoticeKind
from bluegether.core.kit.interfaces import IReportable
from bluegether.core.kit.notice import names
from bluegether.core.kit.notice import Said
from bluegether.core.kit.report import Target
from bluegether.core.kit.report import Words
from bluegether.core.messaging import api as messaging
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(INoticeKind)
@adapter(IPloneSiteRoot)
class MessageKind:
    """Somebody wrote in a conversation. No word of it leaves the room: mail passes through other hands."""

    category = "message"
    for_clients = False

    def __init__(self, site):
        self.site = site

    def describe(self, thing, userid, actors):
        found = messaging.seen(int(thing), userid=userid)
        return None if found.mine.muted else Said(self.sentence(found.conversation, actors), self.url(thing))

    def sentence(self, found, actors):
        """Return what happened, without a word of what was said."""
        if found.title:
            return _("${names} wrote in “${title}”", mapping={"names": names(actors), "title": found.title})
        return _("${names} wrote to you", mapping={"names": names(actors)})

    def url(self, thing: str) -> str:
        return f"{self.site.absolute_url()}/@@messages/{thing}"


class AddedKind(MessageKind):
    """Somebody took the person into a group."""

    def sentence(self, found, actors):
        return _("${names} added you to a conversation", mapping={"names": names(actors)})


@implementer(IIgnores)
@adapter(IPloneSiteRoot)
class Blocked:
    """Who is blocked here is not heard of elsewhere either."""

    def __init__(self, site):
        self.site = site

    def ignores(self, userid: str, other: str) -> bool:
        return messaging.has_blocked(userid, other)


@implementer(IReportable)
@adapter(IPloneSiteRoot)
class ReportableMessages:
    """Messages by `<conversation id>/<message id>`. Whoever decides sees it and three on each side, nothing else."""

    title = _("A private message")
    verbs = frozenset({"hide", "remove"})

    def __init__(self, site):
        self.site = site

    def target(self, key, userid):
        conversation_id, message_id = self._ids(key)
        if userid is not None:
            found, message = messaging.message(conversation_id, message_id, userid=userid)
            if message.event or message.removed or message.hidden:
                raise Missing(_("This conversation does not exist (any more)."))
        else:
            found, message = messaging.stored_message(conversation_id, message_id)
        return Target(
            kind="message",
            key=key,
            author=message.author,
            text=_words(message),
            url=f"{self.site.absolute_url()}/@@messages/{conversation_id}" if userid is not None else "",
            written=message.written,
            hidden=message.hidden,
            context=tuple(
                Words(one.author, _words(one), one.written) for one in messaging.around(found, message, userid=userid)
            ),
        )

    def hide(self, key):
        messaging.hide(*messaging.stored_message(*self._ids(key)))

    def show(self, key):
        messaging.show(*messaging.stored_message(*self._ids(key)))

    def remove(self, key):
        messaging.empty(*messaging.stored_message(*self._ids(key)))

    def _ids(self, key) -> tuple[int, int]:
        conversation_id, _slash, message_id = str(key).partition("/")
        return messaging.checked_id(conversation_id), messaging.checked_id(message_id)


def _words(message) -> str:
    """Return the text and the names of the files, whose contents are not disclosed."""
    return "\n".join(filter(None, (message.text, *(f"[{file.name}]" for file in message.files))))
