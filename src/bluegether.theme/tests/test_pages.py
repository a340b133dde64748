"""Signing in, passwords, not found, not allowed: the portal's own words, in French."""

from bluegether.theme.testing import FUNCTIONAL
from datetime import timedelta
from io import BytesIO
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.app.testing import TEST_USER_ID
from plone.app.testing import TEST_USER_NAME
from plone.app.testing import TEST_USER_PASSWORD
from plone.testing.zope import Browser
from Products.Five import BrowserView
from urllib.parse import urlencode
from zope.component import getGlobalSiteManager
from zope.interface import Interface
from zope.publisher.interfaces.browser import IBrowserRequest
import json
import lxml.html
import transaction
import unittest


NEW = "Quatre mots bien choisis 7"


class Broken(BrowserView):
    def __call__(self):
        raise ValueError("the secret reason")


class PagesCase(unittest.TestCase):
    layer = FUNCTIONAL

    def setUp(self):
        self.portal = self.layer["portal"]
        self.url = self.portal.absolute_url()
        self.browser = Browser(self.layer["app"])
        self.browser.raiseHttpErrors = False
        self.browser.addHeader("Accept", "text/html")

    def open(self, path, browser=None):
        browser = browser or self.browser
        browser.open(self.url + path)
        return lxml.html.fromstring(browser.contents)

    def member(self):
        browser = Browser(self.layer["app"])
        browser.raiseHttpErrors = False
        browser.addHeader("Accept", "text/html")
        browser.addHeader("Authorization", f"Basic {TEST_USER_NAME}:{TEST_USER_PASSWORD}")
        return browser


class TestLogin(PagesCase):
    def log_in(self, password):
        self.open("/login")
        self.browser.getControl(name="__ac_name").value = TEST_USER_NAME
        self.browser.getControl(name="__ac_password").value = password
        self.browser.getControl(name="buttons.login").click()

    def test_it_leads_back_to_a_page_below_a_view(self):
        for asked, reached in (
            ("/@@test-rendering/12?x=1", "/@@test-rendering/12?x=1"),
            ("/@@no-such-view/12", ""),
        ):
            self.browser.open(f"{self.url}/login?{urlencode({'came_from': self.url + asked})}")
            self.browser.getControl(name="__ac_name").value = TEST_USER_NAME
            self.browser.getControl(name="__ac_password").value = TEST_USER_PASSWORD
            self.browser.followRedirects = False
            self.browser.getControl(name="buttons.login").click()
            self.browser.followRedirects = True
            self.assertEqual(self.url + reached, self.browser.headers["Location"])

    def test_the_right_password_lets_in(self):
        self.log_in(TEST_USER_PASSWORD)
        self.assertIn("account-menu", self.browser.contents)

    def test_the_wrong_one_is_said_in_french_and_keeps_out(self):
        self.log_in("wrong")
        page = lxml.html.fromstring(self.browser.contents)
        self.assertIn("alert-danger", page.cssselect("#global_statusmessage .portalMessage")[0].get("class"))
        self.assertIn("identification a échoué", page.cssselect("#global_statusmessage")[0].text_content())
        self.assertEqual(page.cssselect("#account-menu"), [])

    def test_a_site_closed_to_visitors_still_has_title_and_viewport_here(self):
        self.portal.manage_permission("View", ["Manager"], acquire=0)
        transaction.commit()
        page = self.open("/login")
        self.assertTrue(page.findtext(".//title").startswith("Se connecter — "))
        self.assertEqual(len(page.cssselect("meta[name=viewport]")), 1)
        self.log_in("wrong")
        self.assertIn("alert-danger", self.browser.contents)

    def test_password_managers_know_the_fields(self):
        page = self.open("/login")
        fields = [page.cssselect(f"#{name}")[0].get("autocomplete") for name in ("__ac_name", "__ac_password")]
        self.assertEqual(fields, ["username", "current-password"])

    def test_help_leads_on_by_mail_and_back(self):
        page = self.open("/login-help")
        self.assertEqual(page.cssselect("h1")[0].text_content(), "Besoin d’aide pour vous connecter ?")
        self.browser.getControl(name="form.widgets.reset_password").value = "nobody"
        self.browser.getControl(name="form.buttons.reset").click()
        self.assertIn("alert-info", self.browser.contents)
        self.assertEqual(len(self.layer["portal"].MailHost.messages), 0)


class TestPassword(PagesCase):
    def link(self):
        entry = api.portal.get_tool("portal_password_reset").requestReset(TEST_USER_ID)
        transaction.commit()
        return "/passwordreset/" + entry["randomstring"]

    def fill(self, path, first, second):
        self.open(path)
        self.browser.getControl(name="userid").value = TEST_USER_NAME
        self.browser.getControl(name="password").value = first
        self.browser.getControl(name="password2").value = second
        self.browser.getForm(name="pwreset_action").submit()
        return lxml.html.fromstring(self.browser.contents)

    def test_the_password_chosen_works_afterwards(self):
        self.fill(self.link(), NEW, NEW)
        self.assertIsNotNone(self.portal.acl_users.authenticate(TEST_USER_NAME, NEW, self.layer["request"]))

    def test_a_site_that_does_not_log_in_by_itself_says_that_it_is_set(self):
        api.portal.set_registry_record("plone.autologin_after_password_reset", False)
        page = self.fill(self.link(), NEW, NEW)
        self.assertEqual(page.cssselect("h1")[0].text_content(), "Votre mot de passe est enregistré")

    def test_two_that_differ_are_refused_beside_the_field(self):
        page = self.fill(self.link(), NEW, "something else 8")
        self.assertTrue(page.cssselect("#password-error")[0].text_content().strip())
        self.assertIsNone(self.portal.acl_users.authenticate(TEST_USER_NAME, NEW, self.layer["request"]))

    def test_a_link_works_once(self):
        path = self.link()
        self.fill(path, NEW, NEW)
        page = self.open(path)
        self.assertEqual(page.cssselect("h1")[0].text_content(), "Ce lien n’est pas valable")
        self.assertEqual(page.cssselect("input[type=password]"), [])

    def test_an_old_link_says_so(self):
        path = self.link()
        requests = api.portal.get_tool("portal_password_reset")._requests
        key = path.rsplit("/", 1)[-1]
        requests[key] = (requests[key][0], requests[key][1] - timedelta(days=8))
        transaction.commit()
        self.assertEqual(self.open(path).cssselect("h1")[0].text_content(), "Ce lien a expiré")


class TestErrors(PagesCase):
    def setUp(self):
        super().setUp()
        site_manager = getGlobalSiteManager()
        spec = (Interface, IBrowserRequest)
        site_manager.registerAdapter(Broken, spec, Interface, name="broken")
        self.addCleanup(site_manager.unregisterAdapter, Broken, spec, Interface, "broken")

    def test_not_found_is_404_in_french_for_a_visitor(self):
        page = self.open("/no-such-page")
        self.assertTrue(self.browser.headers["status"].startswith("404"))
        self.assertEqual((page.get("lang"), page.cssselect("h1")[0].text_content()), ("fr", "Page introuvable"))
        self.assertEqual(page.cssselect("#account-menu"), [])

    def test_not_found_keeps_a_member_in_the_own_shell(self):
        page = self.open("/no-such-page", self.member())
        self.assertEqual(len(page.cssselect("#account-menu")), 1)

    def test_not_found_names_nothing_that_is_in_the_site(self):
        with api.env.adopt_roles(["Manager"]):
            api.content.create(self.portal, "Document", "plans-secrets", title="Plans secrets")
        transaction.commit()
        self.open("/x/plans-secrets", self.member())
        self.open("/x/plans-secrets")
        self.assertNotIn("Plans secrets", self.browser.contents)

    def test_an_address_with_markup_is_not_repeated(self):
        self.open("/%3Cscript%3Ealert(1)%3C/script%3E")
        self.assertNotIn("<script>alert", self.browser.contents)

    def test_programs_get_json(self):
        browser = Browser(self.layer["app"])
        browser.raiseHttpErrors = False
        browser.addHeader("Accept", "image/png")
        browser.open(self.url + "/no-such-page")
        self.assertEqual(json.loads(browser.contents), {"error_type": "NotFound"})

    def test_not_allowed_says_what_to_do(self):
        page = self.open("/insufficient-privileges", self.member())
        self.assertEqual(page.cssselect("h1")[0].text_content(), "Vous n’avez pas accès à cette page")
        self.assertEqual(page.cssselect(".page-actions a")[0].get("href"), self.url)

    def test_a_member_who_may_not_is_sent_there(self):
        browser = self.member()
        self.open("/login", browser)
        browser.open(self.url + "/login")
        browser.getControl(name="__ac_name").value = TEST_USER_NAME
        browser.getControl(name="__ac_password").value = TEST_USER_PASSWORD
        browser.getControl(name="buttons.login").click()
        browser.open(self.url + "/@@overview-controlpanel")
        heading = lxml.html.fromstring(browser.contents).cssselect("h1")[0].text_content()
        self.assertEqual(heading, "Vous n’avez pas accès à cette page")

    def test_an_error_of_ours_keeps_its_reason_from_members(self):
        page = self.open("/broken", self.member())
        self.assertEqual(page.cssselect("h1")[0].text_content(), "Une erreur est survenue")
        self.assertNotIn("the secret reason", page.text_content())


class TestForms(PagesCase):
    def setUp(self):
        super().setUp()
        self.manager = Browser(self.layer["app"])
        self.manager.raiseHttpErrors = False
        self.manager.addHeader("Accept", "text/html")
        self.manager.addHeader("Authorization", f"Basic {SITE_OWNER_NAME}:{SITE_OWNER_PASSWORD}")

    def attach(self, name, label):
        control = self.manager.getControl(label=label)
        control.add_file(BytesIO(b"text of " + name.encode()), "text/plain", name)
        self.manager.getControl(name="form.buttons.save").click()

    def test_a_file_is_added_kept_and_replaced_without_any_script(self):
        self.open("/++add++File", self.manager)
        self.attach("one.txt", "Fichier")
        self.assertEqual(self.portal["one.txt"].file.filename, "one.txt")
        page = self.open("/one.txt/edit", self.manager)
        self.assertEqual(page.xpath("//script[not(@src)] | //*[@onclick]"), [])
        self.manager.getControl(name="form.buttons.save").click()
        self.assertEqual(self.portal["one.txt"].file.filename, "one.txt")
        self.open("/one.txt/edit", self.manager)
        self.manager.getControl(name="form.widgets.file.action").value = ["replace"]
        self.attach("two.txt", "Fichier")
        self.assertEqual(self.portal["one.txt"].file.filename, "two.txt")

    def test_an_ordered_choice_keeps_what_was_chosen_without_any_script(self):
        page = self.open("/@@search-controlpanel", self.manager)
        self.assertEqual(page.xpath("//script[not(@src)] | //*[@onclick] | //*[@style]"), [])
        page = self.open("/@@language-controlpanel", self.manager)
        self.assertEqual(page.xpath("//script[not(@src)] | //*[@onclick] | //*[@style]"), [])
        chosen = page.cssselect(".ordered-selection-field input[type=hidden][name$=':list']")
        self.assertEqual([field.get("value") for field in chosen], ["fr"])
        self.manager.getControl(name="form.buttons.save").click()
        self.assertEqual(api.portal.get_registry_record("plone.available_languages"), ["fr"])
