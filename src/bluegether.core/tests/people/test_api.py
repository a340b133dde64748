"""Accounts: kinds, ids that are never given twice, newcomers."""

from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.people import api as people
from bluegether.core.testing import INTEGRATION
from plone import api
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
