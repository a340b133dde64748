"""Who belongs to an audience, decided by the kind of account, the unit, and the circles that other rooms keep."""

from bluegether.core.kit.annotation import stored
from bluegether.core.kit.interfaces import IAudience
from bluegether.core.kit.interfaces import ICircle
from bluegether.core.people.api import account
from bluegether.core.people.api import has_access
from bluegether.core.people.storage import KEY
from plone import api
from zope.component import queryAdapter
from zope.interface import implementer


CIRCLES = ("spaces",)  # fields of an audience that an `ICircle` of that name decides


@implementer(IAudience)
class PeopleAudience:
    """Kinds and units, of those who have access, and circles; clients only when their kind is named."""

    def includes(self, audience, userid: str) -> bool:
        person = account(userid)
        return person is not None and has_access(userid) and self.matches(audience, person)

    def userids(self, audience):
        """Start from the smallest list there is: who belongs to a circle, else everybody."""
        people = stored(api.portal.get(), KEY)
        if people is None:
            return
        named = next((name for name in CIRCLES if getattr(audience, name)), None)
        found = people.accounts if named is None else circle(named).userids(getattr(audience, named))
        for userid in found:
            person = people.accounts.get(userid)
            if person is not None and self.matches(audience, person) and has_access(userid):
                yield userid

    def matches(self, audience, person) -> bool:
        kind = person.kind in audience.kinds if audience.kinds else person.kind != "client"
        if not kind or (audience.units and person.unit not in audience.units):
            return False
        return all(
            circle(name).includes(getattr(audience, name), person.userid) for name in CIRCLES if getattr(audience, name)
        )


class Nobody:
    """A circle whose room is not there: it includes nobody."""

    def includes(self, _values, _userid: str) -> bool:
        return False

    def userids(self, _values):
        return iter(())


def circle(name: str):
    """Return the room's answer to who belongs to its circles."""
    return queryAdapter(api.portal.get(), ICircle, name=name, default=None) or Nobody()
