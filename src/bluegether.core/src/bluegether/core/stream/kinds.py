"""What the stream's notices say, and whom people do not want to hear of."""

from bluegether.core import _
from bluegether.core.kit.interfaces import IIgnores
from bluegether.core.kit.interfaces import INoticeKind
from bluegether.core.kit.notice import names
from bluegether.core.kit.notice import Said
from bluegether.core.people import api as people
from bluegether.core.stream import api as stream
from plone.base.interfaces import IPloneSiteRoot
from urllib.parse import urlencode
from zope.component import adapter
from zope.interface import implementer


EXCERPT = 160


@implementer(INoticeKind)
@adapter(IPloneSiteRoot)
class MentionKind:
    """A post names the person; one that was edited may not any more."""

    category = "mention"
    for_clients = False
    sentence = _("${names} mentioned you in a publication")

    def __init__(self, site):
        self.site = site

    def holds(self, entry, userid: str) -> bool:
        """Return whether it is still true."""
        return userid in entry.mentions

    def describe(self, thing, userid, actors):
        entry = stream.entry(int(thing), userid=userid)
        if not self.holds(entry, userid):
            return None
        line = " ".join(entry.text.split())
        excerpt = line if len(line) <= EXCERPT else f"{line[:EXCERPT].rsplit(' ', 1)[0]}…"
        url = f"{self.site.absolute_url()}/@@stream/{entry.id}"
        return Said(_(self.sentence, mapping={"names": names(actors)}), url, excerpt)


class PraiseKind(MentionKind):
    """A post praises the person."""

    sentence = _("${names} praised you")

    def holds(self, entry, userid):
        return userid in entry.praised


class ShareKind(MentionKind):
    """Somebody shared what the person published."""

    category = "reaction"
    sentence = _("${names} shared your publication")

    def holds(self, entry, userid):
        return bool(entry.quoted) and stream.is_author(entry.quoted, userid)


@implementer(INoticeKind)
@adapter(IPloneSiteRoot)
class FollowKind:
    """Somebody follows the person; `thing` is who. They may have stopped since."""

    category = "follow"
    for_clients = False

    def __init__(self, site):
        self.site = site

    def describe(self, thing, userid, actors):
        if people.account(thing) is None or userid not in stream.choices(thing).people:
            return None
        url = f"{self.site.absolute_url()}/@@stream?{urlencode({'person': thing})}"
        return Said(_("${names} follows you now", mapping={"names": names(actors)}), url)


@implementer(IIgnores)
@adapter(IPloneSiteRoot)
class Muted:
    """Who is muted in the stream is not heard of elsewhere either."""

    def __init__(self, site):
        self.site = site

    def ignores(self, userid: str, other: str) -> bool:
        return stream.is_muted(userid, other) or stream.is_apart(userid, other)
