"""Headers and cookies, on pages, errors, redirects, files and REST alike."""

from bluegether.core.kit import headers
from bluegether.core.people import api as people
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
import transaction
import unittest


PASSWORD = "Correct-horse-1"


class HeadersCase(unittest.TestCase):
    layer = FUNCTIONAL

    def setUp(self):
        self.portal = self.layer["portal"]
        with api.env.adopt_roles(["Manager"]):
            people.create_account("zoe", fullname="Zoé", email="zoe@example.com", kind="staff", password=PASSWORD)
        transaction.commit()

    def session(self, *who, accept="text/html"):
        session = Session(self.portal, *who, accept=accept)
        self.addCleanup(session.close)
        return session


class TestHeaders(HeadersCase):
    def test_every_kind_of_answer(self):
        found = {}
        for path, accept in (
            ("login", "text/html"),
            ("nowhere", "text/html"),
            ("@@overview-controlpanel", "text/html"),
            ("++resource++plone-logo.svg", "image/svg+xml"),
            ("++plone++static/bundle-plone/bundle.min.js", "*/*"),
            ("@types", "application/json"),
            ("@search?b_size=x", "application/json"),
            ("nowhere", "application/json"),
            ("@@search?b_start=x", "text/html"),
            ("logout", "text/html"),
        ):
            answer = self.session(accept=accept).get(path, allow_redirects=False)
            found[path] = answer.status_code
            for name, value in headers.FIXED.items():
                self.assertEqual(value, answer.headers.get(name), (path, accept, name))
            self.assertIn("script-src 'self';", answer.headers["Content-Security-Policy"], path)
            self.assertIn("frame-ancestors 'self'", answer.headers["Content-Security-Policy"], path)
        self.assertLessEqual({200, 302, 400, 404}, set(found.values()), found)

    def test_only_the_page_that_needs_it_may_evaluate(self):
        root = self.session(SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
        self.assertIn("'unsafe-eval'", root.get("folder_contents").headers["Content-Security-Policy"])
        for path in ("", "edit", "@@overview-controlpanel", "folder_contents/nowhere"):
            self.assertNotIn("'unsafe-eval'", root.get(path).headers["Content-Security-Policy"], path)

    def test_pages_and_json_are_for_one_person_and_asked_for_anew(self):
        for path, accept in (("", "text/html"), ("nowhere", "text/html"), ("@types", "application/json")):
            answer = self.session("zoe", PASSWORD, accept=accept).get(path, allow_redirects=False)
            self.assertIn("private", answer.headers.get("Cache-Control", ""), path)

    def test_no_script_may_stand_in_a_page(self):
        script = headers.POLICY["script-src"]
        self.assertEqual("'self'", script)


class TestCookies(HeadersCase):
    def login(self, **extra):
        session = self.session()
        values = {"__ac_name": "zoe", "__ac_password": PASSWORD, "buttons.login": "Log in"}
        answer = session.post("login", data=values, headers=extra, allow_redirects=False)
        found = [cookie for cookie in answer.raw.headers.getlist("Set-Cookie") if cookie.startswith("__ac=")]
        self.assertEqual(1, len(found), answer.status_code)
        return found[0]

    def test_the_session_cookie(self):
        cookie = self.login()
        self.assertIn("HttpOnly", cookie)
        self.assertIn("SameSite=Lax", cookie)
        self.assertNotIn("Secure", cookie)

    def test_behind_tls_it_is_secure(self):
        self.assertIn("Secure", self.login(**{"X-Forwarded-Proto": "https"}))
        self.assertNotIn("Secure", self.login(**{"X-Forwarded-Proto": "http"}))
