"""The language of a text is chosen as zope.i18n chooses it."""

from bluegether.core.kit import negotiator
from unittest import TestCase
from zope.i18n.negotiator import Negotiator as ZopesNegotiator


class TestNegotiator(TestCase):
    def test_it_chooses_what_zope_chooses(self):
        available = (["fr", "en"], ["en_US", "fr"], ["pt-br"], [])
        preferred = ([], ["fr"], ["fr-ca", "en"], ["de", "en-us"], ["PT-BR"], ["de"])
        for langs in available:
            for wanted in preferred:
                env = negotiator.Preferred(tuple(wanted))
                expected = ZopesNegotiator().getLanguage(langs, env)
                self.assertEqual(expected, negotiator.negotiator.getLanguage(langs, env), (langs, wanted))

    def test_the_same_question_is_worked_out_once(self):
        negotiator.chosen.cache_clear()
        for _time in range(3):
            negotiator.negotiator.getLanguage({"fr": 1, "en": 2}.keys(), negotiator.Preferred(("fr",)))
        self.assertEqual(1, negotiator.chosen.cache_info().misses)
