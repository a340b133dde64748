"""The content of each person: one per account, made and gone with it, and nobody's to move."""

from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.people import api as people
from bluegether.core.people.interfaces import IPersonChanged
from bluegether.core.people.interfaces import IPersonForgotten
from bluegether.core.people.storage import KEY
from bluegether.core.people.testing import PeopleTest
from bluegether.core.testing import INTEGRATION
from plone import api
from plone.app.testing import login
from plone.app.testing import logout
from plone.app.testing import TEST_USER_ID
from plone.app.testing import TEST_USER_NAME
from zope.annotation.interfaces import IAnnotations


class ApiTest(PeopleTest):
    layer = INTEGRATION

    def heard(self, interface) -> list:
        found = []
        self.portal.getSiteManager().registerHandler(found.append, (interface,))
        return found

    def found(self, **query) -> list:
        return [brain.getId for brain in api.content.find(portal_type="Person", **query)]

    def roles(self, userid: str) -> set:
        return set(api.user.get(userid=userid).getRoles()) - {"Authenticated"}


class TestPerson(ApiTest):
    def test_an_account_has_one_content_that_follows_it(self):
        heard = self.heard(IPersonChanged)
        logout()  # whoever follows an invitation is nobody yet
        self.create("ana", fullname="Ana Diaz", job="Développeuse")
        login(self.portal, TEST_USER_NAME)
        ana = people.person("ana")
        self.assertEqual(("ana", "Ana Diaz", "Développeuse"), (ana.getId(), ana.Title(), ana.Description()))
        self.assertEqual((("ana",), {"Reader"}), (ana.listCreators(), set(ana.get_local_roles_for_userid("ana"))))
        self.assertEqual([ana], [event.object for event in heard])
        people.follow_profile("ana", fullname="Ana Diaz-Roux")
        self.assertEqual(("Ana Diaz-Roux", 2), (ana.Title(), len(heard)))
        self.assertEqual(["ana"], self.found(Title="Roux"))
        self.assertEqual(ana, people.ensure_container()["ana"])
        self.assertEqual(0, people.ensure())

    def test_the_folder_keeps_no_list(self):
        self.create("ana")
        self.assertEqual("unordered", people.container()._ordering)
        self.assertIsNone(people.container().getObjectPosition("ana"))

    def test_it_goes_with_the_account(self):
        heard = self.heard(IPersonForgotten)
        self.create("ana")
        people.forget("ana")
        self.assertIsNone(people.person("ana"))
        self.assertEqual([], self.found())
        self.assertEqual(["ana"], [event.userid for event in heard])

    def test_a_user_id_is_no_name_of_the_folder(self):
        for userid in ("title", "edit", "keys"):
            with self.subTest(userid), self.assertRaises(Conflict):
                self.create(userid)
        self.invite(fullname="Title", email="t@example.com")
        self.assertEqual(["title2"], [one.userid for one in people.invitations(text="title").rows])

    def test_sites_of_before_get_what_is_missing_once(self):
        for userid in ("ana", "bob"):
            self.create(userid)
        kept = IAnnotations(self.portal)[KEY]
        people.container()._delObject("bob")
        self.invite()
        del kept.reports, kept.absences, kept.expiries, kept.invitation_index, kept.accounts["bob"].email
        self.assertEqual(0, people.invitations().total)
        self.assertEqual(([], None), (people.team("ana"), people.away("ana")))
        self.assertEqual(1, people.ensure())
        self.assertEqual(0, people.ensure())
        self.assertEqual(1, people.invitations(text="chloé", state="open").total)
        self.assertEqual(("bob", "bob@example.com"), (people.person("bob").getId(), people.account("bob").email))
        people.update_account("bob", actor=TEST_USER_ID, manager="ana")
        self.assertEqual(["bob"], people.team("ana"))

    def test_clients_are_for_hr_animators_and_themselves(self):
        self.create("carl", kind="client")
        self.create("zoe", kind="consultant")
        self.assertEqual("client", api.content.get_state(people.person("carl")))
        login(self.portal, "zoe")
        self.assertEqual((["zoe"], False), (self.found(), api.user.has_permission("View", obj=people.person("carl"))))
        login(self.portal, "carl")
        self.assertEqual(["carl"], self.found())
        login(self.portal, TEST_USER_NAME)
        self.assertEqual({"carl", "zoe"}, set(self.found()))

    def test_nobody_adds_deletes_renames_moves_or_copies(self):
        self.create("ana")
        folder, ana = people.container(), people.person("ana")
        api.user.grant_roles(username=TEST_USER_ID, roles=["Manager"])
        login(self.portal, TEST_USER_NAME)
        for permission in (
            "Add portal content", "BlueGether: Add Person", "Delete objects", "Modify portal content", "Copy or Move",
        ):  # fmt: skip
            for where in (folder, ana):
                self.assertFalse(api.user.has_permission(permission, obj=where), (permission, where))
        for asked in (ana.cb_isMoveable, ana.cb_isCopyable, folder.cb_isMoveable, folder.cb_isCopyable):
            self.assertRaises(NotAllowed, asked)
        self.assertEqual([], [fti.getId() for fti in folder.allowedContentTypes()])


class TestCompanyRecord(ApiTest):
    def test_only_hr_changes_it(self):
        self.create("ana")
        with self.assertRaises(NotAllowed):
            people.update_account("ana", actor="ana", job="Directrice")
        with self.assertRaises(Missing):
            people.update_account("nobody", actor=TEST_USER_ID, job="Directrice")
        self.assertEqual("", people.account("ana").job)

    def test_what_is_refused_leaves_nothing_behind(self):
        for userid in ("ana", "bob", "carl"):
            self.create(userid, kind="client" if userid == "carl" else "staff")
        people.update_account("bob", actor=TEST_USER_ID, manager="ana")
        refused = (
            ({"unit": "nowhere"}, "unit", Invalid),
            ({"manager": "nobody"}, "manager", Invalid),
            ({"manager": "ana"}, "manager", Invalid),
            ({"manager": "bob"}, "manager", Invalid),
            ({"manager": "carl"}, "manager", Invalid),
            ({"kind": "king"}, "kind", Invalid),
            ({"employment": "employee"}, "employment", Invalid),
            ({"matricule": "x" * 41}, "matricule", Invalid),
            ({"job": "x" * 101}, "job", Invalid),
            ({"email": "bob@example.com"}, "email", Conflict),
            ({"email": "no"}, "email", Invalid),
            ({"arrived": "2020-01-01"}, "arrived", Invalid),
            ({"job": 3}, "job", Invalid),
        )
        for values, field, error in refused:
            with self.subTest(values), self.assertRaises(error) as caught:
                people.update_account("ana", actor=TEST_USER_ID, **({"job": "Cheffe"} | values))
            self.assertEqual(field, caught.exception.field)
        self.assertEqual(("", ""), (people.account("ana").job, people.account("ana").manager))
        with self.assertRaises(NotAllowed):
            self.create("rh")
            api.user.grant_roles(username="rh", roles=["HR Referent"])
            people.update_account("rh", actor="rh", kind="direction")

    def test_it_is_changed_found_and_told(self):
        api.portal.set_registry_record("bluegether.people.units", {"data": "Données"})
        self.create("ana")
        heard = self.heard(IPersonChanged)
        people.update_account("ana", actor=TEST_USER_ID, unit="data", job=" Architecte ", matricule="A-17")
        ana = people.account("ana")
        self.assertEqual(("data", "Architecte", "A-17"), (ana.unit, ana.job, ana.matricule))
        self.assertEqual(["ana"], people.userids(text="archi", unit="data"))
        self.assertEqual(["ana"], self.found(SearchableText="Données"))
        people.update_account("ana", actor=TEST_USER_ID, unit="data")
        self.assertEqual(1, len(heard))
        people.update_account("ana", actor=TEST_USER_ID, fullname="Ana Roux", email="Roux@example.com")
        self.assertEqual("Ana Roux", people.person("ana").Title())
        self.assertEqual("Roux@example.com", api.user.get(userid="ana").getProperty("email"))
        self.assertEqual(("ana", ""), (people.account_of("roux@example.com"), people.account_of("ana@example.com")))

    def test_managers_and_teams(self):
        for userid in ("ana", "bob", "chloe"):
            self.create(userid)
        people.update_account("bob", actor=TEST_USER_ID, manager="ana")
        people.update_account("chloe", actor=TEST_USER_ID, manager="bob")
        self.assertEqual(
            ("ana", ["bob"], ["chloe"]), (people.manager_of("bob"), people.team("ana"), people.team("bob"))
        )
        people.update_account("chloe", actor=TEST_USER_ID, manager="ana")
        self.assertEqual((["bob", "chloe"], []), (people.team("ana"), people.team("bob")))
        people.forget("ana")
        self.assertEqual(("", [], ""), (people.manager_of("bob"), people.team("ana"), people.manager_of("nobody")))

    def test_roles_and_groups_follow_the_kind(self):
        api.group.create(groupname="Direction", roles=["Director"])
        api.group.create(groupname="RH", roles=["HR Referent"])
        self.create("ana", kind="consultant", employment="freelance")
        api.user.grant_roles(username="ana", roles=["Sponsor"])
        people.update_account("ana", actor=TEST_USER_ID, kind="direction")
        self.assertEqual({"Member", "Director", "Sponsor"}, self.roles("ana"))
        self.assertEqual("", people.account("ana").employment)
        people.update_account("ana", actor=TEST_USER_ID, kind="staff")
        self.assertEqual({"Member", "Staff", "Sponsor"}, self.roles("ana"))
        with api.env.adopt_roles(["Manager"]):
            api.group.add_user(groupname="RH", username="ana")
        people.update_account("ana", actor=TEST_USER_ID, kind="client")
        self.assertEqual({"Client"}, self.roles("ana"))
        self.assertEqual("client", api.content.get_state(people.person("ana")))
        people.update_account("ana", actor=TEST_USER_ID, kind="partner")
        self.assertEqual({"Member", "Partner"}, self.roles("ana"))
        self.assertEqual("network", api.content.get_state(people.person("ana")))
