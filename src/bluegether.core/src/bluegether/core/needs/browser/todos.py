"""What needs wait for from the signed-in person: deadlines that have passed, days that have come, suggestions."""

from bluegether.core import _
from bluegether.core.kit.clock import end_of
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import ITodos
from bluegether.core.kit.todo import Todo
from bluegether.core.needs import api as needs
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(ITodos)
@adapter(IPloneSiteRoot, IBluegetherLayer)
class NeedsTodos:
    """One line for each need that is late, for who follows it; missions that wait to be created."""

    def __init__(self, site, request):
        self.site = site

    def todos(self) -> list[Todo]:
        userid = api.user.get_current().getId() or ""
        late = [
            self.todo(_("Answer the client: “${title}”", mapping={"title": one.title}), one, one.deadline)
            for one in needs.overdue(userid)
        ]
        come = [
            self.todo(_("Take “${title}” up again: its day has come", mapping={"title": one.title}), one, one.until)
            for one in needs.resumable(userid)
        ]
        return late + come

    def todo(self, title, record, day) -> Todo:
        return Todo(title, f"{self.site.absolute_url()}/needs/{record.id}", due=end_of(day))
