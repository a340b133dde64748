"""What somebody who leaves hands over of people, and what is left to see of who left."""

from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.interfaces import IHandover
from bluegether.core.people import api as people
from bluegether.core.people.testing import PeopleTest
from bluegether.core.testing import INTEGRATION
from plone import api
from plone.app.testing import TEST_USER_ID
from zope.component import getAdapter


class TestHandover(PeopleTest):
    layer = INTEGRATION

    def setUp(self):
        super().setUp()
        for userid in ("boss", "chef", "ana", "bob", "zoe"):
            self.create(userid)
        self.create("cleo", kind="client")
        self.report("chef", "boss")
        for userid in ("ana", "bob"):
            self.report(userid, "chef")
        self.room = getAdapter(self.portal, IHandover, "people")

    def report(self, userid, manager):
        people.update_account(userid, manager=manager, actor=TEST_USER_ID)

    def held(self, userid):
        return {one.key: one.count for one in self.room.held(userid)}

    def hand_over(self, to):
        self.room.hand_over("chef", to, actor="")

    def test_a_team_gets_its_new_manager_and_twice_is_once(self):
        self.assertEqual({"team": 2}, self.held("chef"))
        self.hand_over("zoe")
        self.hand_over("zoe")
        self.assertEqual(["ana", "bob"], people.team("zoe"))
        self.assertEqual(({}, "boss"), (self.held("chef"), people.manager_of("chef")))

    def test_to_one_of_the_team(self):
        self.hand_over("ana")
        self.assertEqual(("boss", "ana"), (people.manager_of("ana"), people.manager_of("bob")))

    def test_nobody_stands_above_and_below_the_same_person(self):
        self.report("zoe", "ana")
        self.hand_over("zoe")
        self.assertEqual(("boss", "zoe", "ana"), tuple(people.manager_of(userid) for userid in ("ana", "bob", "zoe")))

    def test_not_to_a_client_or_nobody(self):
        for to in ("cleo", "personne"):
            with self.assertRaises(Invalid):
                self.hand_over(to)
        self.assertEqual(["ana", "bob"], people.team("chef"))

    def test_open_invitations_go_on_under_another_name(self):
        self.portal.acl_users.userFolderEditUser("chef", None, ["Member", "HR Referent"], [])
        token = self.invite(invited_by="chef")
        self.invite(email="autre@example.com", fullname="Autre Personne")
        self.assertEqual(1, self.held("chef")["invitations"])
        self.hand_over("zoe")
        self.assertEqual("zoe", people.invitation(token).invited_by)
        self.assertEqual({}, self.held("chef"))


class TestLeft(PeopleTest):
    """Of who left there is the name and since when; while the access is only suspended, nothing changes."""

    layer = INTEGRATION

    def setUp(self):
        super().setUp()
        for userid in ("ana", "zoe"):
            self.create(userid, job="Zanzibar", fullname=f"{userid.capitalize()} Test")
        self.portal.acl_users.userFolderEditUser("zoe", None, ["Member", "HR Referent"], [])
        self.person = people.person("ana")

    def found(self):
        return [brain.getId for brain in api.content.find(SearchableText="Zanzibar", portal_type="Person")]

    def test_fields_facets_and_search(self):
        self.assertIn("ana", self.found())
        self.assertTrue(people.facets(self.person))
        people.end_access("ana", when=self.clock.now(), actor=TEST_USER_ID)
        for reader in ("zoe", TEST_USER_ID):
            self.assertEqual({"userid", "fullname", "left"}, set(people.shown(self.person, reader)))
            self.assertFalse(people.sees_group(self.person, "contact", reader))
        self.assertEqual([], people.facets(self.person))
        self.assertNotIn("ana", self.found())
        self.assertEqual(1, len(api.content.find(SearchableText="Ana Test", portal_type="Person")))

    def test_at_a_date_to_come_the_timer_takes_them_out_of_the_search(self):
        people.end_access("ana", when=self.clock.now().replace(day=20), actor=TEST_USER_ID)
        self.assertIn("ana", self.found())
        self.assertEqual("Zanzibar", people.shown(self.person, "zoe")["job"])
        self.clock.pass_days(20)
        people.sweep()
        self.assertNotIn("ana", self.found())
