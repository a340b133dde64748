"""Activities enter by themselves: once, at their time, and leave with what they are about."""

from bluegether.core.kit.activity import Activity
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Missing
from bluegether.core.people import api as people
from bluegether.core.stream import api as stream
from bluegether.core.testing import INTEGRATION
from datetime import timedelta
from plone import api
from plone.app.testing import login
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from Products.CMFPlone.CatalogTool import CatalogTool
from unittest import mock
from zope.event import notify
import unittest


class PutInForce(Activity):
    verb = "charter.put_in_force"


class Signed(Activity):
    verb = "charter.signed"


class TestActivities(unittest.TestCase):
    layer = INTEGRATION

    def setUp(self):
        self.portal = self.layer["portal"]
        self.portal.portal_workflow.setDefaultChain("simple_publication_workflow")
        setRoles(self.portal, TEST_USER_ID, ["Manager"])
        with stream.silence():
            for userid in ("ana", "bob"):
                people.create_account(
                    userid, fullname=userid.title(), email=f"{userid}@example.com", kind="staff", password="Secret-26-x"
                )

    def page(self, item_id, portal_type="Document", publish=True):
        item = api.content.create(self.portal, portal_type, item_id, title=f"Page {item_id}")
        if publish:
            api.content.transition(item, "publish")
        return item

    def read(self):
        items = stream.entries(stream.view("all"), userid=TEST_USER_ID).items
        return [(item.entry.verb, [one.brain.getId for one in (item, *item.more) if one.brain]) for item in items]

    def test_news_and_pages_enter_when_published(self):
        self.page("draft", publish=False)
        self.page("file", "Link")
        self.page("page")
        self.assertEqual([("content.published", ["page"])], self.read())
        self.assertEqual(0, stream.total("author", TEST_USER_ID))  # the page may not be for everyone

    def test_runs_of_one_person_are_folded(self):
        for item_id in ("a", "b", "c"):
            self.page(item_id, "News Item")
        self.assertEqual([("content.published", ["c", "b", "a"])], self.read())
        stream.post("between", author="ana")
        self.page("d")
        self.assertEqual([("content.published", ["d"]), ("", []), ("content.published", ["c", "b", "a"])], self.read())

    def test_a_long_run_fills_several_cards_and_asks_the_catalog_few_times(self):
        stream.post("old", author="ana")
        for number in range(stream.FOLDED + 3):
            self.page(f"page-{number}")
        answer = CatalogTool.searchResults
        with mock.patch.object(CatalogTool, "searchResults", autospec=True, side_effect=answer) as asked:
            page = stream.entries(stream.view("all"), userid=TEST_USER_ID, size=14)
        sizes = [1 + len(item.more) for item in page.items]
        self.assertEqual([stream.FOLDED, 3], sizes[:2])
        self.assertEqual("old", page.items[2].entry.text)
        self.assertLessEqual(asked.call_count, 2)

    def test_folded_entries_are_not_repeated_on_the_next_page(self):
        stream.post("old", author="ana")
        for item_id in ("a", "b", "c"):
            self.page(item_id)
        page = stream.entries(stream.view("all"), userid="ana", size=1)
        following = stream.entries(stream.view("all"), userid="ana", size=1, cursor=page.cursor)
        self.assertEqual([3, "old"], [1 + len(page.items[0].more), following.items[0].entry.text])

    def test_unpublished_is_withdrawn_and_published_again_comes_back_once(self):
        item = self.page("page")
        stream.post("later", author="ana")
        api.content.transition(item, "retract")
        self.assertEqual([("", [])], self.read())
        api.content.transition(item, "publish")
        self.assertEqual([("", []), ("content.published", ["page"])], self.read())

    def test_the_intranet_s_own_state_counts_as_published(self):
        self.portal.portal_workflow.setDefaultChain("intranet_workflow")
        item = self.page("page", publish=False)
        api.content.transition(item, to_state="internally_published")
        self.assertEqual([("content.published", ["page"])], self.read())
        api.content.transition(item, "retract")
        self.assertEqual([], self.read())

    def test_deleted_is_withdrawn(self):
        item = self.page("page")
        api.content.delete(item)
        self.assertEqual([], self.read())

    def test_who_may_not_view_the_page_does_not_see_the_entry(self):
        item = self.page("page")
        entry = stream.entries(stream.view("all"), userid="ana").items[0].entry
        api.content.transition(item, "retract")
        stream.show(entry)  # as if it had not been withdrawn
        self.assertEqual([("content.published", ["page"])], self.read())
        login(self.portal, "ana")
        self.assertEqual([], stream.entries(stream.view("all"), userid="ana").items)
        self.assertEqual(0, stream.new_since(1, stream.view("all"), userid="ana"))
        with self.assertRaises(Missing):
            stream.entry(entry.id, userid="ana")

    def test_silence(self):
        with stream.silence():
            self.page("page")
        self.assertEqual([], self.read())
        self.page("other")
        self.assertEqual(1, len(self.read()))

    def test_a_new_member_enters_once_a_client_never(self):
        people.create_account("zoe", fullname="Zoé", email="z@example.com", kind="consultant")
        people.create_account("carl", fullname="Carl", email="c@example.com", kind="client")
        stream.announce("people.account_created", actor="zoe", thing="zoe")
        items = stream.entries(stream.view("all"), userid="ana").items
        self.assertEqual([("people.account_created", "zoe")], [(i.entry.verb, i.entry.author) for i in items])

    def test_arrivals_enter_at_their_time_and_old_ones_not_at_all(self):
        stream.post("today", author="ana")
        for userid, days in (("new", 5), ("old", 31)):
            arrived = now() - timedelta(days=days)
            people.create_account(userid, fullname="N", email=f"{userid}@example.com", kind="staff", arrived=arrived)
        items = stream.entries(stream.view("all"), userid="ana").items
        self.assertEqual(["ana", "new"], [item.entry.author for item in items])
        self.assertEqual(5, (now() - items[1].entry.created).days)

    def test_other_rooms_activities_enter_by_their_verb(self):
        version = self.page("version", "Document", publish=False)
        notify(Signed(version, actor="ana"))
        self.assertEqual([], self.read())
        notify(PutInForce(version, actor="ana"))
        notify(PutInForce(version, actor="bob"))
        self.assertEqual([("charter.put_in_force", ["version"])], self.read())

    def test_erased_people_leave_no_arrival(self):
        people.create_account("zoe", fullname="Zoé", email="z@example.com", kind="consultant")
        stream.erase("zoe")
        self.assertEqual([], self.read())

    def test_an_activity_is_nobody_s_to_edit_or_delete(self):
        people.create_account("zoe", fullname="Zoé", email="z@example.com", kind="consultant")
        entry = stream.entries(stream.view("all"), userid="zoe").items[0].entry
        self.assertEqual((False, False), (stream.may_edit(entry, "zoe"), stream.may_delete(entry, "zoe")))
