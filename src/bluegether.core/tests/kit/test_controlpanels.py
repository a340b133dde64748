"""The company's choices of limits and moderation: kept by administrators, closed to everybody else."""

from bluegether.core.people import api as people
from bluegether.core.testing import FUNCTIONAL
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.testing.zope import Browser
import transaction
import unittest


PASSWORD = "Correct-horse-1"
PANELS = ("limits-controlpanel", "moderation-controlpanel")


class TestPanels(unittest.TestCase):
    layer = FUNCTIONAL

    def setUp(self):
        self.url = self.layer["portal"].absolute_url()
        for userid, kind in (("anim", "staff"), ("zoe", "consultant"), ("carl", "client")):
            people.create_account(
                userid, fullname=f"{userid.title()} Test", email=f"{userid}@example.com", kind=kind, password=PASSWORD
            )
        api.user.grant_roles("anim", roles=["Animator"])
        transaction.commit()

    def page(self, path, userid, password=PASSWORD):
        browser = Browser(self.layer["app"])
        browser.handleErrors = True
        browser.raiseHttpErrors = False
        if userid:
            browser.addHeader("Authorization", f"Basic {userid}:{password}")
        browser.open(f"{self.url}/@@{path}")
        return browser

    def test_a_limit_is_kept(self):
        browser = self.page("limits-controlpanel", SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
        field = browser.getControl(name="form.widgets.posts")
        field.value = "7"
        browser.getControl(name="form.buttons.save").click()
        transaction.begin()
        self.assertEqual(7, api.portal.get_registry_record("bluegether.limits.posts"))

    def test_a_limit_that_is_none_is_refused_and_nothing_is_kept(self):
        before = api.portal.get_registry_record("bluegether.limits.posts")
        browser = self.page("limits-controlpanel", SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
        for wrong in ("-1", "many"):
            browser.getControl(name="form.widgets.posts").value = wrong
            browser.getControl(name="form.buttons.save").click()
            transaction.begin()
            self.assertEqual(before, api.portal.get_registry_record("bluegether.limits.posts"), wrong)
            self.assertEqual(wrong, browser.getControl(name="form.widgets.posts").value)

    def test_closed_to_everybody_else(self):
        for panel in PANELS:
            self.assertIn("form.buttons.save", self.page(panel, SITE_OWNER_NAME, SITE_OWNER_PASSWORD).contents, panel)
            for userid in ("anim", "zoe", "carl", ""):
                self.assertNotIn("form.buttons.save", self.page(panel, userid).contents, (panel, userid))
