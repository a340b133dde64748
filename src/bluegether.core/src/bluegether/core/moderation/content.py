"""Documents and pages that are reported; hidden, they are closed to all but who decides, whatever their state."""

from bluegether.core import _
from bluegether.core.kit.access import acting_as
from bluegether.core.kit.annotation import store
from bluegether.core.kit.annotation import stored
from bluegether.core.kit.found import anything
from bluegether.core.kit.found import content
from bluegether.core.kit.interfaces import IReportable
from bluegether.core.kit.report import gone
from bluegether.core.kit.report import Target
from bluegether.core.moderation.storage import Hidden
from bluegether.core.moderation.storage import HIDDEN_KEY
from datetime import UTC
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from Products.CMFCore.interfaces import IActionSucceededEvent
from Products.CMFCore.interfaces import IContentish
from zope.component import adapter
from zope.interface import implementer


TYPES = frozenset({"Document", "Event", "File", "Folder", "Image", "Link", "News Item"})
CLOSED = ("View", "Access contents information", "Modify portal content")
MODERATORS = ("Animator", "Director", "Manager", "Site Administrator")
VIEWED = "plone.types_use_view_action_in_listings"


@implementer(IReportable)
@adapter(IPloneSiteRoot)
class Contents:
    """The key is the UID."""

    title = _("Document or page")
    verbs = frozenset({"hide"})

    def __init__(self, site):
        self.site = site

    def content(self, key: str):
        found = anything(key)
        if found is None or found.portal_type not in TYPES:
            raise gone()
        return found

    def target(self, key: str, userid: str | None) -> Target:
        found = self.content(key)
        if userid is not None:
            with acting_as(userid) as known:
                if not known or content(key) is None:
                    raise gone()
        text = "\n".join(part for part in (found.Title(), found.Description()) if part)
        written = found.created().asdatetime().astimezone(UTC)
        return Target("document", key, found.Creator(), text, url_of(found), written, hidden=is_hidden(found))

    def hide(self, key: str) -> None:
        found = self.content(key)
        if not is_hidden(found):
            store(found, HIDDEN_KEY, Hidden).hidden = True
            close(found)

    def show(self, key: str) -> None:
        found = self.content(key)
        kept = stored(found, HIDDEN_KEY)
        if kept is None or not kept.hidden:
            return
        kept.hidden = False
        for permission in CLOSED:
            found.manage_permission(permission, (), acquire=1)
        workflow = api.portal.get_tool("portal_workflow")
        for definition in workflow.getWorkflowsFor(found):
            definition.updateRoleMappingsFor(found)
        found.reindexObjectSecurity()

    def remove(self, key: str) -> None:
        raise gone()


def is_hidden(found) -> bool:
    """Return whether moderation hid this content."""
    kept = stored(found, HIDDEN_KEY)
    return kept is not None and kept.hidden


def close(found) -> None:
    """Leave it to those who decide: its author neither sees nor changes it."""
    for permission in CLOSED:
        found.manage_permission(permission, MODERATORS, acquire=0)
    found.reindexObjectSecurity()


@adapter(IContentish, IActionSucceededEvent)
def stay_hidden(found, _event) -> None:
    """A change of state sets the permissions anew: what moderation hid stays hidden (subscriber)."""
    if is_hidden(found):
        close(found)


def url_of(found) -> str:
    """Return where the content is read."""
    viewed = found.portal_type in (api.portal.get_registry_record(VIEWED, default=None) or ())
    return f"{found.absolute_url()}{'/view' if viewed else ''}"
