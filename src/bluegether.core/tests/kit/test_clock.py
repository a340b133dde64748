"""How days and moments are written."""

from bluegether.core.kit import clock
from bluegether.core.testing import INTEGRATION
from datetime import date
from datetime import datetime
from datetime import UTC
from plone import api
from plone.i18n.utility import setLanguageBinding
import unittest


class TestSpoken(unittest.TestCase):
    layer = INTEGRATION

    def setUp(self):
        self.request = self.layer["request"]
        api.portal.set_registry_record("plone.portal_timezone", "Europe/Paris")
        api.portal.set_registry_record("plone.available_languages", ["en", "fr"])

    def spoken(self, language, moment, **options):
        api.portal.set_registry_record("plone.default_language", language)
        setLanguageBinding(self.request)
        return clock.spoken(moment, **options)

    def test_each_language_has_its_own_words_whoever_asked_before(self):
        moment = datetime(2026, 7, 1, 22, 30, tzinfo=UTC)
        french, english = (self.spoken(language, moment, clock=True) for language in ("fr", "en"))
        self.assertRegex(french, r"02/07/2026 .*00:30")  # in Paris
        self.assertNotEqual(french, english)
        self.assertEqual(french, self.spoken("fr", moment, clock=True))

    def test_a_day_is_no_moment(self):
        self.assertNotIn(":", self.spoken("fr", date(2026, 7, 1)))

    def test_a_change_of_the_zone_is_seen(self):
        moment = datetime(2026, 7, 1, 22, 30, tzinfo=UTC)
        paris = self.spoken("fr", moment, clock=True)
        api.portal.set_registry_record("plone.portal_timezone", "America/New_York")
        self.assertNotEqual(paris, self.spoken("fr", moment, clock=True))
