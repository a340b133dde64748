"""The install profile gives the groups and their roles."""

from bluegether.policy.setuphandlers import GROUPS
from bluegether.policy.testing import INTEGRATION
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from zope.i18n import translate
import unittest


class TestGroups(unittest.TestCase):
    layer = INTEGRATION

    def test_each_group_gives_its_roles(self):
        for group_id, (_title, roles) in GROUPS.items():
            group = api.group.get(group_id)
            self.assertEqual({*roles, "Authenticated"}, set(group.getRoles()), group_id)

    def test_an_animator_is_not_a_manager(self):
        self.assertNotIn("Manager", api.group.get("Animateurs").getRoles())


class TestRail(unittest.TestCase):
    layer = INTEGRATION

    def test_members_find_news_and_documents_after_home_in_french(self):
        portal = self.layer["portal"]
        setRoles(portal, TEST_USER_ID, ["Member"])
        found = portal.portal_actions.listFilteredActionsFor(portal)["rail"]
        titles = [translate(action["title"], target_language="fr") for action in found]
        self.assertEqual(["Accueil", "Actualités", "Documents"], titles[:3])

    def test_a_client_gets_neither(self):
        portal = self.layer["portal"]
        setRoles(portal, TEST_USER_ID, ["Client"])
        found = portal.portal_actions.listFilteredActionsFor(portal)["rail"]
        self.assertEqual(set(), {"news", "documents"} & {action["id"] for action in found})
