"""Feedbacks as deeds: done while they are there for others to read."""

from bluegether.core.kit.interfaces import IDeed
from bluegether.core.kit.interfaces import IDeedKind
from bluegether.core.people.testing import PeopleTest
from bluegether.core.stream import api as stream
from bluegether.core.testing import INTEGRATION
from zope.component import getAdapter
from zope.component import getGlobalSiteManager


class TestDeeds(PeopleTest):
    layer = INTEGRATION

    def setUp(self):
        super().setUp()
        self.set("units", {"lyon": "Lyon"})
        for userid in ("ana", "bob"):
            self.create(userid, kind="consultant", unit="lyon" if userid == "ana" else "")
        self.told = []
        getGlobalSiteManager().registerHandler(self.told.append, (IDeed,))
        self.addCleanup(getGlobalSiteManager().unregisterHandler, self.told.append, (IDeed,))

    def feedback(self, **values):
        return stream.post("What we learned", author="ana", kind="feedback", technology="Kafka", **values)

    def deeds(self):
        found = [(one.thing, one.undone) for one in self.told if one.kind == "stream.feedback"]
        self.told.clear()
        return found

    def test_a_feedback_and_nothing_else(self):
        stream.post("Hello", author="ana")
        self.assertEqual([], self.deeds())
        found = self.feedback(units=("lyon",))
        (deed,) = self.told
        self.assertEqual(("ana", str(found.id), {"everyone": False}), (deed.userid, deed.thing, deed.values))
        self.assertEqual(found.created, deed.happened)

    def test_undone_when_it_is_deleted_by_its_author_or_by_moderation(self):
        for remove in (lambda found: stream.delete(found.id, userid="ana"), stream.expel):
            found = self.feedback()
            self.deeds()
            remove(found)
            self.assertEqual([(str(found.id), True)], self.deeds())

    def test_undone_while_it_is_hidden(self):
        found = self.feedback()
        stream.hide(found)
        stream.hide(found)
        stream.show(found)
        self.assertEqual([(str(found.id), undone) for undone in (False, True, False)], self.deeds())

    def test_what_is_said_of_it(self):
        kind = getAdapter(self.portal, IDeedKind, name="stream.feedback")
        found = self.feedback(units=("lyon",))
        text, url = kind.describe(str(found.id), "ana")
        self.assertEqual("What we learned", text.mapping["text"])
        self.assertTrue(url.endswith(f"/@@stream/{found.id}"))
        for thing, reader in ((str(found.id), "bob"), ("5", "ana")):
            text, url = kind.describe(thing, reader)
            self.assertEqual(("A feedback that is no longer there", ""), (text, url))
