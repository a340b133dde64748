"""The tabs of documents, pages and dates: what the catalog knows of the space's folders."""

from bluegether.core import _
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import ISpaceSection
from bluegether.core.spaces.browser.page import OfSpace
from bluegether.core.spaces.interfaces import ISpace
from DateTime import DateTime
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import adapter
from zope.interface import implementer


SIZE = 20
TYPES = ("Document", "File", "Image", "Link")
ICONS = {
    "Document": "file-richtext",
    "File": "file-earmark",
    "Image": "image",
    "Link": "link",
    "Event": "calendar-event",
}


@implementer(ISpaceSection)
@adapter(ISpace, IBluegetherLayer)
class Contents(OfSpace):
    """What is in the space, changed last first."""

    part = ViewPageTemplateFile("contents.pt")
    order = 20
    title = _("Documents")
    name = "documents"
    folders = ("documents", "pages")
    adds = (("File", _("Add a file")), ("Document", _("Write a page")), ("Folder", _("New folder")))
    empty = _("No document yet. The first one helps everybody: add it here.")

    def available(self) -> bool:
        return True

    def render(self) -> str:
        return self.part()

    @cached_property
    def batch(self) -> dict:
        found = api.portal.get_tool("portal_catalog")(**self.query())
        start = self.start()
        rows = [self.row(brain) for brain in found[start : start + SIZE]]
        return {"rows": rows, "total": len(found), "pager": self.pager(len(found), start, SIZE, tab=self.name)}

    def query(self) -> dict:
        root = "/".join(self.context.getPhysicalPath())
        return {
            "path": {"query": root, "depth": -1},
            "portal_type": TYPES,
            "sort_on": "modified",
            "sort_order": "reverse",
        }

    def row(self, brain) -> dict:
        """Return a document as the tab shows it; files open on their page, not as a download."""
        url = brain.getURL()
        return {
            "url": f"{url}/view" if brain.portal_type in ("File", "Image") else url,
            "title": brain.Title or brain.getId,
            "summary": brain.Description,
            "icon": ICONS.get(brain.portal_type, "file-earmark"),
            "draft": brain.review_state == "draft",
            "author": self.person(brain.Creator)["name"] if brain.Creator else "",
            "when": self.day(brain.modified.asdatetime()),
        }

    def places(self) -> list[dict]:
        """Return the folders that the space was set up with."""
        return [
            {"title": self.context[name].title, "url": self.context[name].absolute_url()}
            for name in self.folders
            if name in self.context
        ]

    def buttons(self) -> list[dict]:
        """Return what this reader may add, and where."""
        target = self.context.get(self.folders[0], self.context)
        if not api.user.has_permission("Add portal content", obj=target):
            return []
        return [{"url": f"{target.absolute_url()}/++add++{kind}", "title": title} for kind, title in self.adds]


class Agenda(Contents):
    """What is to come, soonest first."""

    order = 30
    title = _("Dates")
    name = "agenda"
    folders = ("agenda",)
    adds = (("Event", _("Add a date")),)
    empty = _("Nothing is planned. A date that everybody knows is half a meeting.")

    def query(self) -> dict:
        root = "/".join(self.context.getPhysicalPath())
        return {
            "path": {"query": root, "depth": -1},
            "portal_type": "Event",
            "end": {"query": DateTime(), "range": "min"},
            "sort_on": "start",
        }

    def row(self, brain) -> dict:
        return super().row(brain) | {"when": self.day(brain.start)}
