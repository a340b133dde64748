"""The clients that who acts may know of; titles of states."""

from bluegether.core import _
from bluegether.core.missions import api as missions
from plone import api
from zope.interface import implementer
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


# State -> (title, colour of its badge)
STATES = {
    "planned": (_("Mission planned"), "text-bg-info"),
    "running": (_("Mission running"), "text-bg-success"),
    "ending": (_("Mission ending"), "text-bg-warning"),
    "ended": (_("Mission ended"), "text-bg-secondary"),
}


@implementer(IVocabularyFactory)
class Clients:
    """UIDs with names."""

    def __call__(self, _context) -> SimpleVocabulary:
        known = missions.client_choices(api.user.get_current().getId() or "")
        return SimpleVocabulary([SimpleTerm(uid, uid, name) for uid, name in known])
