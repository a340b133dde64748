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


class TestNothingWaits(unittest.TestCase):
    layer = INTEGRATION

    def test_no_state_in_which_a_members_content_waits(self):
        """The charter's own versions are approved; nothing that a member writes is."""
        workflows = api.portal.get_tool("portal_workflow")
        for portal_type in api.portal.get_tool("portal_types").objectIds():
            if portal_type == "CharterVersion":
                continue
            for workflow_id in workflows.getChainForPortalType(portal_type):
                workflow = workflows[workflow_id]
                with self.subTest(portal_type=portal_type, workflow=workflow_id):
                    self.assertNotIn("pending", workflow.states.objectIds())
                    self.assertNotIn("submit", workflow.transitions.objectIds())

    def test_a_members_page_is_read_by_another_at_once(self):
        portal = self.layer["portal"]
        for userid in ("auteur", "lectrice"):
            api.user.create(username=userid, email=f"{userid}@example.com", password="Secret-2026!")
        with api.env.adopt_roles(["Manager"]):
            folder = api.content.create(portal, "Folder", "partage", title="Partage")
            api.user.grant_roles(username="auteur", roles=["Contributor"], obj=folder)
        with api.env.adopt_user(username="auteur"):
            page = api.content.create(folder, "Document", "page", title="Tous les gros mots du monde")
        with api.env.adopt_user(username="lectrice"):
            self.assertTrue(api.user.has_permission("View", obj=page))
            self.assertEqual(
                ["/".join(page.getPhysicalPath())], [brain.getPath() for brain in api.content.find(id="page")]
            )
