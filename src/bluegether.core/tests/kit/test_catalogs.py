"""The catalogs of the rooms, merged, say what they said apart."""

from bluegether.core.kit import catalogs
from bluegether.core.testing import INTEGRATION
from unittest import TestCase
from zope.component import getUtility
from zope.i18n.interfaces import ITranslationDomain


class TestMerged(TestCase):
    layer = INTEGRATION

    def test_every_text_is_what_it_was(self):
        domain = getUtility(ITranslationDomain, catalogs.DOMAIN)
        before = {language: list(names) for language, names in domain._catalogs.items()}
        self.addCleanup(domain._catalogs.update, before)
        texts = {
            (language, msgid)
            for language, names in before.items()
            for name in names
            if language in ("en", "fr")
            for msgid in domain._data[name]._catalog._catalog
            if isinstance(msgid, str) and msgid
        }
        self.assertGreater(len(texts), 1000)
        said = {(language, msgid): domain.translate(msgid, target_language=language) for language, msgid in texts}
        several = self.several(domain)
        catalogs.merge()
        catalogs.merge()
        self.assertEqual([1, 1], [len(domain._catalogs[language]) for language in ("en", "fr")])
        again = {(language, msgid): domain.translate(msgid, target_language=language) for language, msgid in texts}
        self.assertEqual(said, again)
        self.assertEqual("no such text", domain.translate("no such text", target_language="fr"))
        self.assertEqual(several, self.several(domain))

    def several(self, domain):
        values = {"msgid_plural": "many", "default_plural": "many", "target_language": "fr"}
        return [domain.translate("one", number=number, **values) for number in (0, 1, 2, 7)]
