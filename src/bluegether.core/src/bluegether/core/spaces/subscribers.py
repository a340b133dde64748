"""What happens to spaces and their content, whoever does it: pages, Plone's forms, REST."""

from Acquisition import aq_base
from bluegether.core.spaces import api as spaces
from bluegether.core.spaces import groups
from bluegether.core.spaces import recursion
from bluegether.core.spaces.chain import CONTENT
from bluegether.core.spaces.chain import is_inside
from bluegether.core.spaces.interfaces import ISpace
from plone import api
from plone.uuid.interfaces import IUUID
from Products.CMFCore.interfaces import IContentish
from Products.GenericSetup.interfaces import IProfileImportedEvent
from zope.component import adapter
from zope.lifecycleevent.interfaces import IObjectAddedEvent
from zope.lifecycleevent.interfaces import IObjectModifiedEvent
from zope.lifecycleevent.interfaces import IObjectRemovedEvent


PROFILE = "bluegether.core:default"


@adapter(IProfileImportedEvent)
def installed(event) -> None:
    """Set the plug-in up when the product is installed."""
    if event.profile_id and event.profile_id.endswith(PROFILE) and event.full_import:
        groups.install(event.tool.aq_parent)
        recursion.install(event.tool.aq_parent)


@adapter(ISpace, IObjectAddedEvent)
def added(space, _event) -> None:
    """Give a new space its record, its owner, its folders."""
    spaces.settle(space)


@adapter(ISpace, IObjectModifiedEvent)
def changed(space, _event) -> None:
    """Take over what was changed."""
    spaces.follow(space)


@adapter(ISpace, IObjectRemovedEvent)
def removed(space, _event) -> None:
    """Forget who was in it."""
    spaces.forget(IUUID(space))


@adapter(IContentish, IObjectAddedEvent)
def content_added(content, _event) -> None:
    """Publish at once what is added to a space by somebody who may publish there."""
    # While a site is being made there is none to ask for its tools.
    if not is_inside(content) or ISpace.providedBy(content):
        return
    tool = api.portal.get_tool("portal_workflow")
    if tool.getChainFor(content) != CONTENT:
        return
    if getattr(aq_base(content), "_v_furnished", False):
        spaces.publish_quietly(content)
    elif tool.getInfoFor(content, "review_state", "") == "draft" and _may_publish(content):
        tool.doActionFor(content, "publish")


def _may_publish(content) -> bool:
    return bool(api.user.has_permission("Review portal content", obj=content))
