"""What the services of expertise share: the path behind the name, who asks, an endorsement as JSON."""

from bluegether.core.expertise import api as expertise
from bluegether.core.kit import service
from bluegether.core.kit.service import ReadService
from bluegether.core.kit.service import WriteService
from bluegether.core.people import api as people
from bluegether.core.skills import api as skills
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


class WithPath(service.WithPath):
    """Collects what follows the service's name in the address."""

    def person(self, userid: str) -> dict:
        account = people.account(userid)
        name = account.fullname if account is not None else userid
        return {"@id": f"{self.site_url}/people/{userid}", "userid": userid, "fullname": name}

    def skill(self, skill_id: str) -> dict:
        return {"token": skill_id, "title": skills.title(skill_id)}

    def why(self, reason: expertise.Reason) -> dict:
        """Return why somebody is an expert, or is not."""
        return {
            "expert": reason.expert,
            "level": reason.level,
            "level_needed": reason.rules.level,
            "endorsements": reason.endorsements,
            "endorsements_needed": reason.rules.endorsements,
            "answers": reason.answers,
            "answers_needed": reason.rules.answers,
        }


@implementer(IPublishTraverse)
class Reading(WithPath, ReadService):
    """A GET."""


@implementer(IPublishTraverse)
class Writing(WithPath, WriteService):
    """A change."""
