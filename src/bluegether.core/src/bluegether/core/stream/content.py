"""A publication: an entry of the stream as something with an address, that comments and reactions hang on.

Made for the request and never stored; what hangs on it is stored with the entry. View is given to one role only, a
local one that follows the stream's own rule, so that every view, Plone's included, is closed to whom the entry is
closed. (Zope asks for the roles before it knows who is there, so the permission itself cannot follow the rule.)
"""

from Acquisition import aq_base
from Acquisition import aq_parent
from Acquisition import Implicit
from bluegether.core import _
from bluegether.core.stream.interfaces import IPublication
from OFS.Traversable import Traversable
from plone.app.discussion.conversation import ANNOTATION_KEY
from plone.app.discussion.conversation import Conversation
from plone.app.discussion.interfaces import IConversation
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.interface import implementer
from zope.publisher.interfaces.browser import IBrowserPublisher


VIEW = "@@stream"
READERS = ("Stream Reader",)  # no role of the site: nobody holds it but through `publications.Readers`
TALKERS = ("Stream Talker",)
HEADING_WORDS = 8


@implementer(IPublication, IBrowserPublisher)
class Publication(Traversable, Implicit):
    """`entry` is None where there is no such entry: nobody may see that one."""

    portal_type = meta_type = "Publication"
    allow_discussion = True
    _Reply_to_item_Permission = TALKERS
    _View_Permission = _Access_contents_information_Permission = READERS

    def __init__(self, entry_id: int, entry):
        self.id = self.__name__ = str(entry_id)
        self.entry = entry

    @property
    def __annotations__(self):
        return self.entry.__annotations__

    @__annotations__.setter
    def __annotations__(self, value) -> None:
        self.entry.__annotations__ = value

    @property
    def key(self) -> str:
        return f"stream:{self.id}"

    def comments_url(self) -> str:
        return f"{aq_parent(self).absolute_url()}/@posts/{self.id}/comments"

    def heading(self) -> str:
        """Return the beginning of the text; an activity has none."""
        words = self.entry.text.split()[:HEADING_WORDS]
        return " ".join(words) + ("…" if len(self.entry.text.split()) > HEADING_WORDS else "")

    def Creator(self) -> str:
        return self.entry.author

    def getId(self) -> str:
        return self.id

    def Title(self):
        return _("Publication")

    def getPhysicalPath(self) -> tuple[str, ...]:
        return (*aq_parent(self).getPhysicalPath(), VIEW, self.id)

    def reindexObject(self, idxs=()) -> None:
        """Do nothing: plone.app.discussion asks every content."""

    def browserDefault(self, request):
        return self, ("@@publication",)


@implementer(IConversation)
@adapter(IPublication)
def conversation_of(publication):
    """Return the entry's conversation; stored by the first comment. Its parent is the entry, which is stored too."""
    found = IAnnotations(publication).get(ANNOTATION_KEY)
    if found is None:
        found = Conversation()
        found.__parent__ = aq_base(publication).entry
    return found.__of__(publication)
