"""Accounts: kinds, ids that are never given twice, newcomers."""

from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.people import api as people
from bluegether.core.testing import INTEGRATION
from plone import api
import transaction
import unittest


class TestAccounts(unittest.TestCase):
    layer = INTEGRATION

    def create(self, userid, **values):
        defaults = {"fullname": "Ana Diaz", "email": "ana@example.com", "kind": "consultant", "employment": "employee"}
        return people.create_account(userid, **(defaults | values))

    def test_roles_follow_the_kind(self):
        self.create("ana")
        self.create("carl", kind="client", employment="")
        self.assertLessEqual({"Member", "Consultant"}, set(api.user.get("ana").getRoles()))
        self.assertEqual({"Client", "Authenticated"}, set(api.user.get("carl").getRoles()))

    def test_a_user_id_is_never_given_twice(self):
        self.create("ana")
        api.portal.get().acl_users.userFolderDelUsers(["ana"])
        with self.assertRaises(Conflict):
            self.create("ana")

    def test_odd_user_ids_are_refused(self):
        for userid in ("", "A", "ana diaz", "../etc", "ana\n", "é" * 3, "a" * 80, "<b>"):
            with self.assertRaises(Invalid):
                self.create(userid)

    def test_only_consultants_have_an_employment(self):
        with self.assertRaises(Invalid):
            self.create("bob", kind="staff", employment="freelance")

    def test_newcomers_leave_clients_out(self):
        self.create("ana")
        self.create("carl", kind="client", employment="")
        self.create("bea", fullname="Béa")
        self.assertEqual(["bea", "ana"], [person.userid for person in people.newcomers()])


class TestListing(unittest.TestCase):
    layer = INTEGRATION

    def setUp(self):
        for number, name in enumerate(("Zoé Ab", "Élodie Ra", "Marc Ed", "elia Or")):
            people.create_account(
                f"person{number}",
                fullname=name,
                email=f"person{number}@example.com",
                kind="partner" if number == 2 else "staff",
                job="Comptable" if number == 0 else "",
            )

    def test_people_come_by_name_whatever_case_and_accents(self):
        names = [person.fullname for person in people.accounts().rows]
        self.assertEqual(["elia Or", "Élodie Ra", "Marc Ed", "Zoé Ab"], names)

    def test_text_is_found_in_name_job_and_user_id(self):
        self.assertEqual(["person1"], people.userids(text="elodie"))
        self.assertEqual(["person0"], people.userids(text="COMPTABLE"))
        self.assertEqual(["person2"], people.userids(text="person2"))
        self.assertEqual(["person2"], people.userids(kind="partner"))

    def test_a_new_name_moves_the_person(self):
        people.follow_profile("person0", fullname="Anna Ab")
        self.assertEqual(["person0", "person3", "person1", "person2"], people.userids())

    def test_an_erased_person_leaves_the_listing(self):
        people.forget("person3")
        self.assertEqual(["person1", "person2", "person0"], people.userids())

    def test_a_page_wakes_only_its_own_people(self):
        transaction.savepoint()
        accounts = [people.account(f"person{number}") for number in range(4)]
        self.layer["portal"]._p_jar.cacheMinimize()
        self.assertEqual(4, people.accounts(start=1, size=2).total)
        awake = [account.userid for account in accounts if account._p_changed is not None]
        self.assertEqual([], awake)
        self.assertEqual("Élodie Ra", people.accounts(start=1, size=1).rows[0].fullname)
        self.assertEqual(["person1"], [account.userid for account in accounts if account._p_changed is not None])
