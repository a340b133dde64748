"""Who belongs to an audience, decided by the kind of account and the unit."""

from bluegether.core.kit.annotation import stored
from bluegether.core.kit.interfaces import IAudience
from bluegether.core.people.api import account
from bluegether.core.people.api import has_access
from bluegether.core.people.storage import KEY
from plone import api
from zope.interface import implementer


@implementer(IAudience)
class PeopleAudience:
    """Kinds and units, of those who have access; clients only when their kind is named."""

    def includes(self, audience, userid: str) -> bool:
        person = account(userid)
        return person is not None and has_access(userid) and self.matches(audience, person)

    def userids(self, audience):
        people = stored(api.portal.get(), KEY)
        for userid, person in people.accounts.items() if people is not None else ():
            if self.matches(audience, person) and has_access(userid):
                yield userid

    def matches(self, audience, person) -> bool:
        kind = person.kind in audience.kinds if audience.kinds else person.kind != "client"
        return kind and (not audience.units or person.unit in audience.units)
