"""Comments that are reported: found with what stands around them, hidden, shown again, removed."""

from bluegether.core import _
from bluegether.core.discussion import api as discussion
from bluegether.core.kit.access import acting_as
from bluegether.core.kit.interfaces import IReportable
from bluegether.core.kit.report import gone
from bluegether.core.kit.report import Target
from bluegether.core.kit.report import Words
from plone import api
from plone.app.discussion.interfaces import IConversation
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


VIEWED = "plone.types_use_view_action_in_listings"


@implementer(IReportable)
@adapter(IPloneSiteRoot)
class Comments:
    """The key is that of what is talked about, a slash, and the comment's number."""

    title = _("Comment")
    verbs = frozenset({"hide", "remove"})

    def __init__(self, site):
        self.site = site

    def comment(self, key: str):
        """Return the comment whoever acts; raise Missing when there is none, or its author took it back."""
        place, _slash, number = key.rpartition("/")
        content = discussion.anything_of(place) if number.isascii() and number.isdigit() and len(number) < 20 else None
        found = IConversation(content).get(int(number)) if content is not None else None
        if found is None or discussion.withdrawn(found):
            raise gone()
        return found

    def target(self, key: str, userid: str | None) -> Target:
        found = self.comment(key)
        if userid is not None:
            with acting_as(userid) as known:
                if not known or discussion.thing_of(key.rpartition("/")[0]) is None or not discussion.visible(found):
                    raise gone()
        return Target(
            "comment",
            key,
            found.author_username or "",
            words(found),
            self.url(found),
            found.creation_date,
            hidden=discussion.is_hidden(found),
            context=tuple(self.context(found)) if userid is None else (),
        )

    def context(self, comment) -> list[Words]:
        """Return what the comment answers and the first answers to it: enough to judge, and no more."""
        return [
            Words(one.author_username or "", words(one), one.creation_date) for one in discussion.neighbours(comment)
        ]

    def url(self, comment) -> str:
        content = comment.__parent__.__parent__
        viewed = content.portal_type in (api.portal.get_registry_record(VIEWED, default=None) or ())
        return f"{content.absolute_url()}{'/view' if viewed else ''}#{comment.id}"

    def hide(self, key: str) -> None:
        discussion.hide(self.comment(key))

    def show(self, key: str) -> None:
        discussion.show(self.comment(key))

    def remove(self, key: str) -> None:
        discussion.expel(self.comment(key))


def words(comment) -> str:
    """Return the text, and the names of its files: who decides opens them where the comment stands."""
    return "\n".join([*([comment.text] if comment.text else []), *(file.name for file in discussion.files(comment))])
