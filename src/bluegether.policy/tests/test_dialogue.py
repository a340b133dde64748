"""The dialogue with the direction is there as soon as somebody can own it, once."""

from bluegether.core.people import api as people
from bluegether.core.spaces import api as spaces
from bluegether.policy import dialogue
from bluegether.policy import structure
from bluegether.policy.testing import DEMO
from bluegether.policy.testing import INTEGRATION
from plone import api
from plone.app.testing import logout
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
import unittest


class TestDialogue(unittest.TestCase):
    layer = INTEGRATION

    def setUp(self):
        setRoles(self.layer["portal"], TEST_USER_ID, ["Manager"])
        structure.ensure(self.layer["portal"])

    def account(self, userid, kind="direction"):
        employment = "employee" if kind == "consultant" else ""
        people.create_account(userid, fullname=userid, email=f"{userid}@example.com", kind=kind, employment=employment)

    def test_the_first_account_of_direction_owns_it_and_nothing_is_made_twice(self):
        self.account("paul", "consultant")
        self.assertEqual([], spaces.of_kind("direction"))
        logout()  # whoever accepts an invitation is nobody yet
        self.account("dora")
        found = spaces.of_kind("direction")
        self.account("denis")
        structure.ensure(self.layer["portal"])
        self.assertEqual(found, spaces.of_kind("direction"))
        self.assertEqual(1, len(found))
        record = spaces.record(found[0])
        self.assertEqual(
            ("Dialogue avec la direction", "dora", "open"), (record.title, record.owner, record.visibility)
        )
        spaces.join(found[0], userid="paul")
        spaces.ask(found[0], "Quand déménageons-nous ?", userid="paul")

    def test_a_company_that_does_not_offer_the_kind_has_none_until_it_does(self):
        api.portal.set_registry_record("bluegether.spaces.templates", ("project",))
        self.account("dora")
        self.assertEqual([], spaces.of_kind("direction"))
        api.portal.set_registry_record("bluegether.spaces.templates", ("project", "direction"))
        dialogue.ensure()
        self.assertEqual("dora", spaces.record(spaces.of_kind("direction")[0]).owner)


class TestDemo(unittest.TestCase):
    layer = DEMO

    def test_the_demo_fills_the_one_that_came_with_the_first_account(self):
        found = spaces.of_kind("direction")
        self.assertEqual(1, len(found))
        record = spaces.record(found[0])
        self.assertEqual(("direction", "moderator"), (record.owner, spaces.role(found[0], "animatrice")))
        self.assertGreater(record.size(), 20)
        self.assertEqual(6, spaces.space(found[0]).target_posts)
