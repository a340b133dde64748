"""The rooms' catalogs of texts, made one per language when the server starts.

Each room has a catalog of its own, and zope.i18n asks them one after the other: the text of the last room is found
after all the others were asked, and each room more makes each text of each page dearer.
"""

from zope.component import queryUtility
from zope.i18n.gettextmessagecatalog import GettextMessageCatalog
from zope.i18n.interfaces import IMessageCatalog
from zope.i18n.interfaces import ITranslationDomain
from zope.interface import implementer


DOMAIN = "bluegether"


@implementer(IMessageCatalog)
class Merged:
    """Several catalogs of one language; of two translations the first counts, as zope.i18n has it."""

    def __init__(self, language: str, catalogs: list):
        self.language, self.domain = language, DOMAIN
        self.catalogs = catalogs
        self.texts: dict[str, str] = {}
        for catalog in reversed(catalogs):
            self.texts |= catalog._catalog._catalog

    def queryMessage(self, msgid, default=None):
        return self.texts.get(msgid, default)

    def getMessage(self, msgid):
        return self.texts[msgid]

    def queryPluralMessage(self, singular, plural, n, dft1=None, dft2=None):
        for catalog in self.catalogs:
            if (singular, catalog._catalog.plural(n)) in catalog._catalog._catalog:
                return catalog.queryPluralMessage(singular, plural, n, dft1, dft2)
        return self.catalogs[0].queryPluralMessage(singular, plural, n, dft1, dft2)

    def getPluralMessage(self, singular, plural, n):
        return self.queryPluralMessage(singular, plural, n)

    def getIdentifier(self) -> str:
        return f"{DOMAIN}.{self.language}.merged"


def merge(_event=None) -> None:
    """Put one catalog per language in the place of several; again, it changes nothing."""
    domain = queryUtility(ITranslationDomain, DOMAIN)
    if domain is None:
        return
    for language, names in list(domain._catalogs.items()):
        found = [domain._data[name] for name in names]
        if len(found) > 1 and all(isinstance(catalog, GettextMessageCatalog) for catalog in found):
            merged = Merged(language, found)
            domain._data[merged.getIdentifier()] = merged
            domain._catalogs[language] = [merged.getIdentifier()]
