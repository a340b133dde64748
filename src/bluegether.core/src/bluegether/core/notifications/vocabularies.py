"""The categories of notices, as the rooms' kinds bring them."""

from bluegether.core.notifications import api
from zope.interface import implementer
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


@implementer(IVocabularyFactory)
class Categories:
    """Those that some room's kind has, in the order in which they are offered."""

    def __call__(self, _context):
        return SimpleVocabulary([SimpleTerm(name, name, title) for name, title in api.categories().items()])
