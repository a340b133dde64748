"""What people are told of endorsements, as long as they may know of the skill."""

from bluegether.core import _
from bluegether.core.expertise import api
from bluegether.core.kit.interfaces import INoticeKind
from bluegether.core.kit.notice import names
from bluegether.core.kit.notice import Said
from bluegether.core.people import api as people
from bluegether.core.skills import api as skills
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


class Kind:
    """Base: `thing` is `<user id>/<skill id>`; the skill is named by the id that it has now."""

    category = "expertise"

    def __init__(self, site):
        self.site = site

    def parts(self, thing: str) -> tuple[str, str]:
        owner, _slash, skill_id = thing.rpartition("/")
        return owner, skills.current(skill_id)


@implementer(INoticeKind)
@adapter(IPloneSiteRoot)
class Endorsed(Kind):
    """Somebody endorses a skill of the recipient: said while somebody does."""

    def describe(self, thing: str, userid: str, actors) -> Said | None:
        owner, skill_id = self.parts(thing)
        found = next((one for one in api.endorsed(owner, reader=userid) if one.skill == skill_id), None)
        if owner != userid or found is None or not found.endorsements:
            return None
        mapping = {"skill": skills.title(skill_id), "names": names(actors)}
        url = f"{self.site.absolute_url()}/people/{owner}#endorsements"
        return Said(_("Your skill ${skill} is endorsed by ${names}", mapping=mapping), url)


@implementer(INoticeKind)
@adapter(IPloneSiteRoot)
class Asked(Kind):
    """Somebody asks the recipient for an endorsement: said while the request is open."""

    def describe(self, thing: str, userid: str, actors) -> Said | None:
        asker, skill_id = self.parts(thing)
        if not api.is_asked(asker, skill_id, userid):
            return None
        account = people.account(asker)
        mapping = {"skill": skills.title(skill_id), "name": account.fullname}
        url = f"{self.site.absolute_url()}/@@endorsements"
        return Said(_("${name} asks you to endorse their skill ${skill}", mapping=mapping), url)
