"""What the services share: the path behind the name, who asks, a space and a person as JSON."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.interfaces import IOpenToOutside
from bluegether.core.kit.service import ReadService
from bluegether.core.kit.service import WriteService
from bluegether.core.kit.turn import take
from bluegether.core.people import api as people
from bluegether.core.spaces import api as spaces
from plone import api
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(IPublishTraverse, IOpenToOutside)
class Spaces:
    """Collects the path: `@spaces/<uid>/members/<user id>`."""

    def __init__(self, context, request):
        super().__init__(context, request)
        self.params: list[str] = []

    def publishTraverse(self, request, name):
        self.params.append(name)
        return self

    @property
    def userid(self) -> str:
        return api.user.get_current().getId() or ""

    @property
    def root(self) -> str:
        return f"{api.portal.get().absolute_url()}/@spaces"

    def uid(self) -> str:
        """Return the UID in the path; raise Missing for a space that the person may not know of."""
        uid = self.params[0] if self.params else ""
        if not spaces.may_know(uid, self.userid):
            raise Missing(_("There is no such space."))
        return uid

    def rest(self, *allowed: str) -> str:
        """Return what follows the UID, one of those allowed; raise Missing otherwise."""
        name = self.params[1] if len(self.params) > 1 else ""
        if name not in allowed:
            raise Missing(_("There is nothing at this address."))
        return name

    def space_json(self, uid: str) -> dict:
        """Return a space in short, with what its head shows."""
        one, content = spaces.brief(uid, userid=self.userid), spaces.space(uid)
        return {
            "@id": f"{self.root}/{uid}",
            "UID": uid,
            "url": one.url,
            "title": one.title,
            "purpose": content.description,
            "public": content.public,
            "template": one.template,
            "visibility": one.visibility,
            "joining": content.joining,
            "reason": content.reason,
            "rules": content.rules,
            "archived": one.archived,
            "owner": spaces.record(uid).owner,
            "members": one.members,
            "role": one.role or None,
        }

    def person_json(self, one) -> dict:
        account = people.account(one.userid)
        name = account.fullname if account is not None else ""
        found = {"userid": one.userid, "fullname": name, "since": one.since.isoformat()}
        return found | ({"role": one.role} if one.role else {})


class Reading(Spaces, ReadService):
    """A GET."""


class Writing(Spaces, WriteService):
    """A change: the writers' turn is taken before anything is read."""

    def reply(self):
        take("spaces")
        return super().reply()

    def words(self, body: dict, name: str, default: str = "") -> str:
        """Return a text of the body; raise Invalid when it is none."""
        value = body.get(name, default)
        if not isinstance(value, str):
            raise Invalid(_("The text must be plain text."), field=name)
        return value
