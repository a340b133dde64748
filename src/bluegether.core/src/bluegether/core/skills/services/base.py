"""What the services of skills share: the path behind the name, who asks, a skill as JSON."""

from bluegether.core import _
from bluegether.core.kit import service
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.query import MAX_BATCH
from bluegether.core.kit.service import ReadService
from bluegether.core.kit.service import WriteService
from bluegether.core.skills import api as skills
from plone import api
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


class WithPath(service.WithPath):
    """Collects what follows the service's name in the address."""

    @property
    def url(self) -> str:
        return f"{self.context.absolute_url()}/@skills"

    def named(self, count: int = 1) -> skills.Entry:
        """Return the skill that the address names; raise Missing for another address or an unknown skill."""
        found = skills.skill(self.params[0]) if len(self.params) == count else None
        if found is None:
            raise Missing(_("This skill does not exist (any more)."))
        return found

    def json(self, found: skills.Entry) -> dict:
        """Return a skill with what is around it, of what stands below the first 200."""
        language = api.portal.get_current_language()
        below = skills.children(found.id)
        return {
            "@id": f"{self.url}/{found.id}",
            "id": found.id,
            "title": found.title(language),
            "titles": dict(found.titles),
            "synonyms": list(found.synonyms),
            "parent": self.short(found.parent) if found.parent else None,
            "children": [self.short(child) for child in below[:MAX_BATCH]],
            "children_total": len(below),
        }

    def short(self, skill_id: str) -> dict:
        return {"@id": f"{self.url}/{skill_id}", "id": skill_id, "title": skills.title(skill_id)}


@implementer(IPublishTraverse)
class Reading(WithPath, ReadService):
    """A GET about skills."""


@implementer(IPublishTraverse)
class Writing(WithPath, WriteService):
    """A change of skills."""
