"""What members are told of the skills that they proposed."""

from bluegether.core import _
from bluegether.core.kit.interfaces import INoticeKind
from bluegether.core.kit.notice import Said
from bluegether.core.skills import api as skills
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(INoticeKind)
@adapter(IPloneSiteRoot)
class Added:
    """The skill is there now; `thing` is its id."""

    category = "expertise"

    def __init__(self, site):
        self.site = site

    def describe(self, thing: str, userid: str, actors) -> Said | None:
        found = skills.skill(thing)
        if found is None or not skills.can_propose(userid):
            return None
        text = _("A skill that you proposed is in the list now: ${title}", mapping={"title": skills.title(thing)})
        return Said(text, f"{self.site.absolute_url()}/@@skills?id={found.id}")


@implementer(INoticeKind)
@adapter(IPloneSiteRoot)
class Declined:
    """The proposal was not kept; `thing` is its text."""

    category = "expertise"

    def __init__(self, site):
        self.site = site

    def describe(self, thing: str, userid: str, actors) -> Said | None:
        if not skills.can_propose(userid):
            return None
        text = _("A skill that you proposed was not kept: ${title}", mapping={"title": thing})
        return Said(text, f"{self.site.absolute_url()}/@@skills")
