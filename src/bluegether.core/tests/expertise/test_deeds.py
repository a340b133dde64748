"""Endorsements as deeds: one for each colleague, none between two who endorse each other, undone with the last."""

from bluegether.core.expertise import api as expertise
from bluegether.core.expertise.testing import ExpertiseTest
from bluegether.core.kit.interfaces import IDeed
from bluegether.core.kit.interfaces import IDeedKind
from bluegether.core.skills import api as skills
from bluegether.core.testing import INTEGRATION
from zope.component import getAdapter
from zope.component import getGlobalSiteManager


class TestDeeds(ExpertiseTest):
    layer = INTEGRATION

    def setUp(self):
        super().setUp()
        self.told = []
        getGlobalSiteManager().registerHandler(self.told.append, (IDeed,))
        self.addCleanup(getGlobalSiteManager().unregisterHandler, self.told.append, (IDeed,))

    def deeds(self):
        """Return (user id, undone) of what was told since, and forget it."""
        found = [(one.userid, one.undone) for one in self.told if one.kind == "expertise.endorsed"]
        self.things = [one.thing for one in self.told]
        self.told.clear()
        return found

    def test_one_deed_for_each_colleague_whatever_the_skills(self):
        self.endorse("kubernetes", "bob", "cleo")
        self.endorse("python", "bob")
        self.endorse("kubernetes", "bob")
        self.assertEqual([("ana", False)] * 3, self.deeds())
        self.assertEqual(2, len(set(self.things)), "told again it is the same deed")
        self.assertFalse(any("bob" in thing or "cleo" in thing for thing in self.things))

    def test_two_who_endorse_each_other_earn_by_the_first_alone(self):
        self.knows("bob", python=3)
        self.endorse("kubernetes", "bob")
        self.endorse("python", "ana", owner="bob")
        self.assertEqual([("ana", False)], self.deeds())

    def test_undone_when_the_last_is_withdrawn_also_after_a_merge(self):
        self.endorse("kubernetes", "bob")
        self.endorse("python", "bob")
        before = self.deeds() and self.things[0]
        expertise.withdraw("ana", "kubernetes", actor="bob")
        self.assertEqual([], self.deeds())
        skills.merge("python", "helm", actor="")
        expertise.withdraw("ana", "helm", actor="bob")
        self.assertEqual([("ana", True)], self.deeds())
        self.assertEqual([before], self.things)

    def test_what_its_owner_reads_names_nobody(self):
        text, url = getAdapter(self.portal, IDeedKind, name="expertise.endorsed").describe("x", "ana")
        self.assertEqual("A colleague endorsed a skill of yours", text)
        self.assertTrue(url.endswith("/people/ana#endorsements"))
