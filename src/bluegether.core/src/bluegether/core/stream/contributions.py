"""What people wrote into the stream and answered there, for `adoption` to count."""

from bluegether.core.discussion import api as discussion
from bluegether.core.kit.annotation import stored
from bluegether.core.kit.contribution import Contribution
from bluegether.core.kit.interfaces import IContributions
from bluegether.core.spaces import api as spaces
from bluegether.core.stream.content import Publication
from bluegether.core.stream.storage import Entry
from bluegether.core.stream.storage import KEY
from bluegether.core.stream.storage import Stream
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(IContributions)
@adapter(IPloneSiteRoot)
class Posts:
    """Posts, and comments on what was talked about since; activities are counted where they happen."""

    def __init__(self, site):
        self.site = site

    def contributions(self, start, end):
        trees = stored(self.site, KEY)
        for entry in trees.talked_about_since(start) if trees is not None else ():
            if entry.text and start <= entry.created < end:
                yield self._post(trees, entry)
            if entry.comments:
                yield from self._comments(entry, start, end)

    def _post(self, trees: Stream, entry: Entry) -> Contribution:
        quoted = trees.get(entry.quoted) if entry.quoted else None
        to = quoted.author if quoted is not None else ""
        return Contribution(entry.author, entry.created, to=to, open=_is_open(entry))

    def _comments(self, entry: Entry, start, end):
        asked = entry.created if entry.kind == "question" else None
        return discussion.said(Publication(entry.id, entry).__of__(self.site), start, end, asked=asked)


def _is_open(entry: Entry) -> bool:
    """Return whether every member may see it: what an open space holds is open, though its members are told first."""
    for_space = entry.audience.spaces and not (entry.audience.kinds or entry.audience.units)
    return entry.for_everyone or bool(for_space and not any(map(spaces.is_closed, entry.audience.spaces)))
