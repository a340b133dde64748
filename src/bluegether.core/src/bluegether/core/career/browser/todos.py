"""What waits for the signed-in person in careers."""

from bluegether.core import _
from bluegether.core.career import api as career
from bluegether.core.career.vocabularies import TASKS
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import ITodos
from bluegether.core.kit.todo import Todo
from bluegether.core.people import api as people
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.i18nmessageid import Message
from zope.interface import implementer


TEAM = (
    ("wishes", _("Training wishes to answer"), "wishes"),
    ("goals", _("Goals of your team to answer"), "goals"),
    ("leads", _("Interviews that nobody leads"), "open"),
    ("plan", _("Interviews to plan"), "due"),
)


@implementer(ITodos)
@adapter(IPloneSiteRoot, IBluegetherLayer)
class CareerTodos:
    """One line for each interview, one with a number for what is answered and planned for others."""

    def __init__(self, site, request):
        self.site = site

    def todos(self) -> list[Todo]:
        userid = api.user.get_current().getId() or ""
        if not career.has_career(userid):
            return []
        counts = career.counts(userid)
        page = f"{self.site.absolute_url()}/@@career-team"
        others = [
            Todo(title, f"{page}#{anchor}", count=counts[name]) for name, title, anchor in TEAM if counts.get(name)
        ]
        return [self.todo(task, userid) for task in career.tasks(userid)] + others

    def todo(self, task, userid: str) -> Todo:
        text = TASKS[task.what][task.owner != userid]
        title = Message(text, mapping={"person": people.account(task.owner).fullname})
        url = f"{self.site.absolute_url()}/@@interview?userid={task.owner}&id={task.interview.id}"
        return Todo(title, url, due=task.due)
