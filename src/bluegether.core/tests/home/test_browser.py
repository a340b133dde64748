"""The home page as each kind of person sees it."""

from bluegether.core.people import api as people
from bluegether.core.testing import FUNCTIONAL
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.testing.zope import Browser
import transaction
import unittest


PASSWORD = "correct horse 26"


class TestHome(unittest.TestCase):
    layer = FUNCTIONAL

    def setUp(self):
        self.portal = self.layer["portal"]
        people.create_account(
            "ana",
            fullname="Ana Diaz",
            email="ana@example.com",
            kind="consultant",
            employment="employee",
            password=PASSWORD,
        )
        people.create_account("carl", fullname="Carl Roy", email="carl@example.com", kind="client", password=PASSWORD)
        self.portal.portal_workflow.setDefaultChain("simple_publication_workflow")
        with api.env.adopt_roles(["Manager"]):
            # Not at the top, where Plone's own navigation would show them.
            press = api.content.create(self.portal, "Folder", "press", title="Press", exclude_from_nav=True)
            api.content.transition(press, "publish")
            news = api.content.create(
                press, "News Item", "n1", title="<b>Agency</b> in Lyon", description="We open in May"
            )
            api.content.transition(news, "publish")
            api.content.create(press, "News Item", "n2", title="Not yet public")
        transaction.commit()

    def page(self, userid="", password=PASSWORD):
        browser = Browser(self.layer["app"])
        browser.handleErrors = True
        if userid:
            browser.addHeader("Authorization", f"Basic {userid}:{password}")
        browser.open(f"{self.portal.absolute_url()}/@@home")
        return browser

    def test_a_member_sees_greeting_news_and_nothing_to_do(self):
        contents = self.page("ana").contents
        self.assertRegex(contents, r"Good (morning|afternoon|evening), Ana<")
        self.assertIn("&lt;b&gt;Agency&lt;/b&gt; in Lyon", contents)
        self.assertIn("We open in May", contents)
        self.assertIn("Nothing is waiting for you.", contents)

    def test_what_is_not_published_does_not_show(self):
        self.assertNotIn("Not yet public", self.page("ana").contents)
        self.assertNotIn("Not yet public", self.page(SITE_OWNER_NAME, SITE_OWNER_PASSWORD).contents)

    def test_a_client_sees_nothing_of_the_network(self):
        contents = self.page("carl").contents
        self.assertIn(", Carl<", contents)
        for word in ("Agency", "We open in May", "Ana", "News", "Nothing is waiting"):
            self.assertNotIn(word, contents)

    def test_an_administrator_of_zope_is_greeted_without_a_name(self):
        self.assertRegex(
            self.page(SITE_OWNER_NAME, SITE_OWNER_PASSWORD).contents, r">Good (morning|afternoon|evening)<"
        )

    def test_anonymous_is_sent_to_the_login_form(self):
        browser = self.page()
        self.assertIn("/login", browser.url)
        self.assertIn("__ac_password", browser.contents)
        self.assertNotIn("Agency", browser.contents)
