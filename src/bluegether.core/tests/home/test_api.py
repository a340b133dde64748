"""The questions of home: time of day, first name, groups of things to do, news."""

from bluegether.core.home import api as home
from bluegether.core.kit.interfaces import IClock
from bluegether.core.kit.todo import Todo
from bluegether.core.people import api as people
from bluegether.core.testing import INTEGRATION
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from plone import api
from Products.CMFCore.indexing import processQueue
from Products.ZCatalog.Catalog import Catalog
from unittest import mock
from ZODB.POSException import ConflictError
from zope.component import getGlobalSiteManager
from zope.component import getUtility
from zope.interface import implementer
import transaction
import unittest


CATALOG_SEARCH = Catalog.search
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@implementer(IClock)
class FakeClock:
    def __init__(self, moment):
        self.moment = moment

    def now(self):
        return self.moment


class TestHomeQuestions(unittest.TestCase):
    layer = INTEGRATION

    def at(self, moment):
        real = getUtility(IClock)
        fake = FakeClock(moment)
        getGlobalSiteManager().registerUtility(fake, IClock)
        self.addCleanup(getGlobalSiteManager().registerUtility, real, IClock)

    def zone(self, name):
        api.portal.set_registry_record("plone.portal_timezone", name)

    def test_the_part_of_day_is_that_of_the_site(self):
        self.zone("Europe/Paris")
        for hour, expected in ((3, "evening"), (4, "morning"), (10, "morning"), (11, "afternoon"), (17, "evening")):
            self.at(NOON.replace(hour=hour))
            self.assertEqual(expected, home.part_of_day(), f"{hour} h UTC")
        self.zone("America/Martinique")
        self.assertEqual("afternoon", home.part_of_day())

    def test_first_names(self):
        people.create_account("ana", fullname="Ana-Lucia Diaz", email="a@example.com", kind="staff")
        self.assertEqual("Ana-Lucia", home.first_name("ana"))
        self.assertEqual("", home.first_name("nobody"))

    def test_only_a_client_is_a_client(self):
        people.create_account("ana", fullname="Ana Diaz", email="a@example.com", kind="partner")
        people.create_account("carl", fullname="Carl Roy", email="c@example.com", kind="client")
        self.assertEqual([False, True, False], [home.is_client(userid) for userid in ("ana", "carl", "nobody")])

    def test_things_to_do_are_grouped_by_urgency(self):
        self.at(NOON)
        late = Todo("late", "/l", due=NOON - timedelta(seconds=1))
        soon = Todo("soon", "/s", due=NOON + timedelta(days=7))
        later = Todo("later", "/r", due=NOON + timedelta(days=7, seconds=1))
        never = Todo("never", "/n")
        self.assertEqual(
            {"late": [late], "soon": [soon], "later": [later, never]}, home.grouped([late, soon, later, never])
        )
        self.assertEqual({"soon": [soon]}, home.grouped([soon]))

    def test_news_newest_first_and_no_more_than_asked(self):
        portal = self.layer["portal"]
        portal.portal_workflow.setDefaultChain("simple_publication_workflow")
        with api.env.adopt_roles(["Manager"]):
            for number in range(1, 7):
                item = api.content.create(portal, "News Item", f"n{number}", title=f"News {number}")
                item.effective_date = datetime(2026, 1, number)
                api.content.transition(item, "publish")
                item.reindexObject()
            api.content.create(portal, "News Item", "draft", title="Draft")
            self.assertEqual(["News 6", "News 5", "News 4"], [brain.Title for brain in home.latest_news(3)])
            self.assertEqual(home.NEWS, len(home.latest_news()))


class TestCost(unittest.TestCase):
    layer = INTEGRATION

    def test_the_cards_cost_one_catalog_query_and_write_nothing(self):
        portal = self.layer["portal"]
        people.create_account(
            "ana", fullname="Ana Diaz", email="a@example.com", kind="consultant", employment="employee"
        )
        processQueue()  # the new person is indexed now, not by the first search
        transaction.savepoint()
        with api.env.adopt_user(username="ana"), mock.patch.object(Catalog, "search", autospec=True) as search:
            search.side_effect = CATALOG_SEARCH
            before = len(portal._p_jar._registered_objects)
            view = api.content.get_view("home", portal, self.layer["request"])
            shown = [card["name"] for card in map(view._rendered, view._found()) if card is not None]
        self.assertIn("todo", shown)
        self.assertIn("news", shown)
        self.assertEqual(1, search.call_count)
        self.assertEqual(before, len(portal._p_jar._registered_objects))


class TestDefects(unittest.TestCase):
    layer = INTEGRATION

    def setUp(self):
        self.view = api.content.get_view("home", self.layer["portal"], self.layer["request"])

    def card(self, error):
        card = mock.Mock(order=1, wide=True)
        card.available.return_value = True
        card.render.side_effect = error
        return "broken", card

    def rendered(self, error, *, debug):
        with mock.patch("App.config.getConfiguration", return_value=mock.Mock(debug_mode=debug)):
            return self.view._rendered(self.card(error))

    def test_in_production_a_defect_is_logged_and_leaves_its_place(self):
        with self.assertLogs("bluegether.core.home.browser.home", "ERROR") as logs:
            found = self.rendered(KeyError("gone"), debug=False)
        self.assertEqual({"name": "broken", "wide": True, "html": ""}, found)
        self.assertIn("KeyError: 'gone'", logs.output[0])

    def test_in_development_it_shows(self):
        with self.assertRaises(KeyError):
            self.rendered(KeyError("gone"), debug=True)

    def test_a_conflict_goes_on_to_be_tried_again(self):
        with self.assertRaises(ConflictError):
            self.rendered(ConflictError(), debug=False)
