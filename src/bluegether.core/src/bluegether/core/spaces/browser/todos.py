"""What waits for people in spaces: invitations to answer, applications to decide on."""

from bluegether.core import _
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import ITodos
from bluegether.core.kit.todo import Todo
from bluegether.core.spaces import api as spaces
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(ITodos)
@adapter(IPloneSiteRoot, IBluegetherLayer)
class SpacesTodos:
    """One line for each space."""

    def __init__(self, site, request):
        self.site = site

    def todos(self) -> list[Todo]:
        userid = api.user.get_current().getId() or ""
        return [*self._invitations(userid), *self._applications(userid)] if userid else []

    def _invitations(self, userid: str) -> list[Todo]:
        found = []
        for one in spaces.invitations(userid):
            title = _("Answer the invitation to the space ${title}", mapping={"title": one.title})
            found.append(Todo(title, f"{one.url}/@@space-join"))
        return found

    def _applications(self, userid: str) -> list[Todo]:
        found = []
        for uid, count in spaces.waiting(userid).items():
            one = spaces.brief(uid)
            title = _("Applications to the space ${title}", mapping={"title": one.title})
            found.append(Todo(title, f"{one.url}?tab=members", count=count))
        return found
