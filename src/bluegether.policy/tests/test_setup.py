"""The install profile gives the groups and their roles."""

from bluegether.policy.setuphandlers import GROUPS
from bluegether.policy.testing import INTEGRATION
from plone import api
import unittest


class TestGroups(unittest.TestCase):
    layer = INTEGRATION

    def test_each_group_gives_its_roles(self):
        for group_id, (_title, roles) in GROUPS.items():
            group = api.group.get(group_id)
            self.assertEqual({*roles, "Authenticated"}, set(group.getRoles()), group_id)

    def test_an_animator_is_not_a_manager(self):
        self.assertNotIn("Manager", api.group.get("Animateurs").getRoles())
