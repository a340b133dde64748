"""A complete profile as a deed."""

from bluegether.core.kit.interfaces import IDeed
from bluegether.core.kit.interfaces import IDeedKind
from bluegether.core.people import api as people
from bluegether.core.people.testing import PeopleTest
from bluegether.core.testing import INTEGRATION
from unittest import mock
from zope.component import getAdapter
from zope.component import getGlobalSiteManager


class TestDeeds(PeopleTest):
    layer = INTEGRATION

    def test_told_when_nothing_is_missing_and_always_as_one_deed(self):
        told = []
        getGlobalSiteManager().registerHandler(told.append, (IDeed,))
        self.addCleanup(getGlobalSiteManager().unregisterHandler, told.append, (IDeed,))
        self.create("ana")
        person = people.person("ana")
        people.update_profile(person, "presentation", {"biography": "Hello"}, actor="ana")
        self.assertEqual([], told)
        whole = people.Completion(100, ())
        with mock.patch("bluegether.core.people.api.completion", return_value=whole):
            for text in ("Hello again", "And again"):
                people.update_profile(person, "presentation", {"biography": text}, actor="ana")
        self.assertEqual(
            [("people.profile_complete", "ana", "profile")] * 2, [(d.kind, d.userid, d.thing) for d in told]
        )
        _text, url = getAdapter(self.portal, IDeedKind, name="people.profile_complete").describe("profile", "ana")
        self.assertTrue(url.endswith("/people/ana"))
