"""What waits for people: their own profile; for those who answer them, requests for accounts."""

from bluegether.core import _
from bluegether.core.kit.clock import end_of
from bluegether.core.kit.clock import now
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import ITodos
from bluegether.core.kit.todo import Todo
from bluegether.core.people import api as people
from datetime import timedelta
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


CALM = timedelta(days=7)  # newcomers have enough to do
ENOUGH = 70  # percent of the profile from which on it is no duty


@implementer(ITodos)
@adapter(IPloneSiteRoot, IBluegetherLayer)
class PeopleTodos:
    """Requests for accounts, the profile, certifications that expire."""

    def __init__(self, site, request):
        self.site = site

    def todos(self) -> list[Todo]:
        userid = api.user.get_current().getId()
        found = people.person(userid) if userid and api.user.has_permission("BlueGether: View people") else None
        own = [*self._profile(found), *self._certifications(found)] if found is not None else []
        return [*self._requests(userid), *own] if userid else []

    def _requests(self, userid: str) -> list[Todo]:
        count = people.waiting_requests()
        if not count or not people.can_handle_requests(userid):
            return []
        url = f"{self.site.absolute_url()}/@@accounts?tab=requests&state=waiting"
        return [Todo(_("Requests for an account to answer"), url, count=count)]

    def _profile(self, found) -> list[Todo]:
        percent = people.completion(found).percent
        if percent >= ENOUGH or now() - people.account(found.getId()).arrived < CALM:
            return []
        title = _("Complete your profile (${percent} %)", mapping={"percent": percent})
        return [Todo(title, found.absolute_url())]

    def _certifications(self, found) -> list[Todo]:
        url = f"{found.absolute_url()}/@@profile-skills"
        return [
            Todo(_("Renew: ${title}", mapping={"title": row["title"]}), url, due=end_of(row["expires"]))
            for row in people.expiring(found)
        ]
