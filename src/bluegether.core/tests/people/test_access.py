"""The end of an access and its suspension: the rules."""

from bluegether.core.kit.audience import Audience
from bluegether.core.kit.audience import includes
from bluegether.core.kit.audience import userids
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.people import api as people
from bluegether.core.people.interfaces import IAccessChanged
from bluegether.core.people.testing import PeopleTest
from bluegether.core.people.testing import PERSONAS
from bluegether.core.testing import INTEGRATION
from datetime import timedelta
from plone import api
from zope.component import getSiteManager


class AccessCase(PeopleTest):
    layer = INTEGRATION

    def setUp(self):
        super().setUp()
        for userid, (kind, roles) in (PERSONAS | {"chef": ("direction", []), "autre": ("staff", ["Animator"])}).items():
            self.create(userid, kind=kind)
            self.portal.acl_users.userFolderEditUser(userid, None, [*people.KINDS[kind], *roles], [])

    @property
    def soon(self):
        return self.clock.now() + timedelta(days=10)

    def heard(self):
        """Return the list to which every later change of access adds its user id."""
        found = []

        def listen(event):
            found.append(event.userid)

        getSiteManager().registerHandler(listen, (IAccessChanged,))
        self.addCleanup(getSiteManager().unregisterHandler, listen, (IAccessChanged,))
        return found

    def roles(self, userid):
        return set(self.portal.acl_users.getUserById(userid).getRoles()) - {"Authenticated"}


class TestEnd(AccessCase):
    def test_who_may_not(self):
        for actor in ("animatrice", "consultante", "chef", ""):
            with self.assertRaises(NotAllowed):
                people.end_access("cliente", when=self.soon, actor=actor)
        with self.assertRaises(Missing):
            people.end_access("personne", when=self.soon, actor="rh")
        with self.assertRaises(Conflict):
            people.end_access("rh", when=self.soon, actor="rh")
        self.assertIsNone(people.closing("cliente"))

    def test_the_last_hr_referent_stays(self):
        self.create("admin2")
        self.portal.acl_users.userFolderEditUser("admin2", None, ["Member", "Site Administrator"], [])
        with self.assertRaises(Conflict):
            people.end_access("rh", when=self.soon, actor="admin2")
        with self.assertRaises(Conflict):
            people.end_access("admin2", when=self.soon, actor="rh")

    def test_one_of_two_may_go_and_then_the_other_stays(self):
        self.create("admin2")
        self.create("rh2")
        self.portal.acl_users.userFolderEditUser("admin2", None, ["Member", "Site Administrator"], [])
        api.group.create(groupname="Gens", roles=["HR Referent"])
        with api.env.adopt_roles(["Manager"]):
            api.group.add_user(groupname="Gens", username="rh2")  # through a group
        people.end_access("rh2", when=self.soon, actor="admin2")
        with self.assertRaises(Conflict):
            people.end_access("rh", when=self.soon, actor="admin2")

    def test_until_the_date_nothing_changes_and_it_can_be_taken_back(self):
        heard = self.heard()
        people.end_access("consultante", when=self.soon, actor="rh")
        self.assertTrue(people.has_access("consultante"))
        people.end_access("consultante", when=self.soon + timedelta(days=5), actor="rh")
        self.clock.pass_days(12)
        people.sweep()
        self.assertTrue(people.has_access("consultante"))
        self.assertIn("Consultant", self.roles("consultante"))
        people.keep_access("consultante", actor="rh")
        self.assertIsNone(people.closing("consultante"))
        self.clock.pass_days(30)
        self.assertEqual(0, people.sweep())
        self.assertTrue(people.has_access("consultante"))
        self.assertEqual({"consultante"}, set(heard))
        with self.assertRaises(Conflict):
            people.keep_access("consultante", actor="rh")

    def test_from_the_date_on_it_is_over_before_the_timer_runs(self):
        people.end_access("consultante", when=self.soon, actor="rh")
        self.clock.pass_days(10)
        self.assertFalse(people.has_access("consultante"))
        self.assertTrue(people.has_ended("consultante"))
        for verb in (people.keep_access, people.resume):
            with self.assertRaises(Conflict):
                verb("consultante", actor="rh")
        with self.assertRaises(Conflict):
            people.end_access("consultante", when=self.soon, actor="rh")
        with self.assertRaises(Conflict):
            people.suspend("consultante", until=self.soon, reason="Non", actor="rh")

    def test_the_timer_empties_the_login_once(self):
        with api.env.adopt_roles(["Manager"]):
            api.group.create(groupname="Equipe", roles=["Editor"])
            api.group.add_user(groupname="Equipe", username="consultante")
        link = people.password_link("consultante")
        key = link.split("/passwordreset/")[1].split("?")[0]
        people.end_access("consultante", when=self.soon, actor="rh")
        heard = self.heard()
        self.clock.pass_days(10)
        self.assertEqual(1, people.sweep())
        self.assertEqual(0, people.sweep())
        self.assertEqual(["consultante"], heard)
        self.assertEqual(set(), self.roles("consultante"))
        self.assertEqual([], [g.getId() for g in api.group.get_groups(username="consultante") if g.getId() == "Equipe"])
        self.assertNotIn(key, self.portal.portal_password_reset._requests)
        self.assertEqual("Consultante", people.account("consultante").fullname)

    def test_at_once(self):
        people.end_access("consultante", when=self.clock.now(), actor="rh")
        self.assertEqual(set(), self.roles("consultante"))
        self.assertFalse(people.has_access("consultante"))


class TestSuspension(AccessCase):
    def suspend(self, userid, actor, **values):
        people.suspend(userid, **({"until": self.soon, "reason": "Enquête en cours"} | values), actor=actor)

    def test_who_may_suspend_whom(self):
        self.create("admin2")
        self.portal.acl_users.userFolderEditUser("admin2", None, ["Member", "Site Administrator"], [])
        refused = (
            ("consultante", "consultante"), ("consultante", "cliente"), ("consultante", ""), ("chef", "rh"),
            ("rh", "rh"), ("admin2", "rh"), ("rh", "animatrice"), ("autre", "animatrice"), ("animatrice", "animatrice"),
        )  # fmt: skip
        for userid, actor in refused:
            with self.assertRaises(NotAllowed, msg=(userid, actor)):
                self.suspend(userid, actor)
        for userid, actor in (("consultante", "animatrice"), ("animatrice", "rh"), ("rh", "admin2"), ("cliente", "rh")):
            self.suspend(userid, actor)
            self.assertTrue(people.is_suspended(userid), userid)
        with self.assertRaises(NotAllowed):
            people.resume("consultante", actor="cliente")

    def test_what_has_to_be_said(self):
        for values, field in (
            ({"until": self.clock.now()}, "until"),
            ({"reason": " "}, "reason"),
            ({"reason": "x" * 501}, "reason"),
        ):
            with self.assertRaises(Invalid) as caught:
                self.suspend("consultante", "rh", **values)
            self.assertEqual(field, caught.exception.field)
        with self.assertRaises(Missing):
            self.suspend("personne", "rh")

    def test_it_ends_by_itself_and_keeps_the_roles(self):
        heard = self.heard()
        self.suspend("consultante", "rh")
        self.assertFalse(people.has_access("consultante"))
        self.assertFalse(people.has_ended("consultante"))
        self.assertIn("Consultant", self.roles("consultante"))
        self.clock.pass_days(10)
        self.assertTrue(people.has_access("consultante"))
        self.assertEqual(1, people.sweep())
        self.assertIsNone(people.closing("consultante"))
        self.assertEqual(["consultante", "consultante"], heard)

    def test_resumed_early(self):
        self.suspend("consultante", "animatrice")
        people.resume("consultante", actor="rh")
        self.assertTrue(people.has_access("consultante"))
        with self.assertRaises(Conflict):
            people.resume("consultante", actor="rh")

    def test_an_end_during_a_suspension(self):
        self.suspend("consultante", "rh")
        people.end_access("consultante", when=self.clock.now() + timedelta(days=5), actor="rh")
        people.resume("consultante", actor="rh")
        self.assertTrue(people.has_access("consultante"))
        self.suspend("consultante", "rh")
        self.clock.pass_days(5)
        people.sweep()
        self.assertTrue(people.has_ended("consultante"))
        self.assertFalse(people.is_suspended("consultante"))
        self.clock.pass_days(30)
        people.sweep()
        self.assertFalse(people.has_access("consultante"))

    def test_a_link_to_a_new_password_no_longer_works(self):
        people.password_link("consultante")
        people.password_link("animatrice")
        self.suspend("consultante", "rh")
        owners = [owner for owner, _expiry in self.portal.portal_password_reset._requests.values()]
        self.assertEqual(["animatrice"], owners)


class TestLists(AccessCase):
    """Who has no access is nobody whom others can choose."""

    def test_audiences_and_newcomers(self):
        everyone = Audience()
        self.assertIn("consultante", [one.userid for one in people.newcomers()])
        self.assertIn("consultante", list(userids(everyone)))
        people.suspend("consultante", until=self.soon, reason="Oui", actor="rh")
        self.assertNotIn("consultante", [one.userid for one in people.newcomers()])
        self.assertNotIn("consultante", list(userids(everyone)))
        self.assertFalse(includes(everyone, "consultante"))
        people.resume("consultante", actor="rh")
        self.assertTrue(includes(everyone, "consultante"))

    def test_hr_referents(self):
        self.assertEqual(["rh"], people.hr_referents())
        self.assertTrue(people.has_access("nobody-ever"))


class TestData(AccessCase):
    def test_exported_and_erased(self):
        people.suspend("consultante", until=self.soon, reason="Enquête", actor="rh")
        held = people.personal_data("consultante", actor="consultante")["people"]["access"]
        self.assertEqual(("Enquête", self.soon.isoformat()), (held["reason"], held["suspended_until"]))
        with self.assertRaises(Conflict):
            people.erase_left("consultante")
        people.end_access("consultante", when=self.clock.now(), actor="rh")
        people.erase_left("consultante")
        self.assertIsNone(people.closing("consultante"))
        self.assertFalse(people.has_access("consultante"))
        self.clock.pass_days(60)
        people.sweep()
        with self.assertRaises(Conflict):
            self.create("consultante")
        with self.assertRaises(Missing):
            people.erase_left("consultante")
