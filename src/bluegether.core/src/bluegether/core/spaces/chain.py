"""The workflow of content inside a space: who reads and writes follows from the space, whatever the site's own is."""

from Acquisition import aq_chain
from Acquisition import aq_inner
from bluegether.core.spaces.interfaces import ISpace
from plone.base.interfaces import IWorkflowChain
from Products.CMFCore.interfaces import IContentish
from Products.CMFCore.interfaces import IWorkflowTool
from Products.CMFPlone.workflow import ToolWorkflowChain
from zope.component import adapter
from zope.interface import implementer


CONTENT = ("space_content_workflow",)
OWN = frozenset({"Space", "Discussion Item"})


@implementer(IWorkflowChain)
@adapter(IContentish, IWorkflowTool)
def chain_for(content, tool):
    """Return the workflow of a space's content for what is inside one, else what the site has bound."""
    if content.portal_type not in OWN and is_inside(content):
        return CONTENT
    return ToolWorkflowChain(content, tool)


def is_inside(content) -> bool:
    """Return whether a space contains this."""
    return any(ISpace.providedBy(above) for above in aq_chain(aq_inner(content)))
