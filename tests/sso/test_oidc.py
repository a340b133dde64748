"""Logging in at an OpenID Connect provider with the real plug-in, over HTTP, from the login page to the home page."""

from bluegether.core.charter.testing import in_force
from bluegether.core.people import api as people
from bluegether.core.people.sso import setup
from bluegether.core.people.testing import PeopleTest
from bluegether.core.testing import CoreLayer
from bluegether.core.testing import Session
from cryptography.hazmat.primitives.asymmetric import rsa
from plone.app.testing import FunctionalTesting
from plone.app.testing import TEST_USER_ID
from plone.testing.zope import WSGI_SERVER_FIXTURE
from provider import CLIENT
from provider import Provider
import pas.plugins.oidc
import transaction


class Layer(CoreLayer):
    """A site of an environment in which the plug-in is installed."""

    def setUpZope(self, app, configurationContext):
        self.loadZCML(package=pas.plugins.oidc)
        super().setUpZope(app, configurationContext)


FUNCTIONAL = FunctionalTesting(bases=(Layer(), WSGI_SERVER_FIXTURE), name="BluegetherSso:Functional")
EMAIL = "ana@example.com"


class Case(PeopleTest):
    layer = FUNCTIONAL

    def setUp(self):
        super().setUp()
        self.provider = Provider()
        self.addCleanup(self.provider.close)
        self.provider.person = {"sub": "u-1", "email": EMAIL, "email_verified": True, "name": "Ana"}
        self.base = self.portal.absolute_url()
        setup.set_up_login(issuer=self.provider.issuer, client_id=CLIENT[0], client_secret=CLIENT[1])
        self.create("ana")
        transaction.commit()

    def session(self):
        session = Session(self.portal)
        self.addCleanup(session.close)
        return session

    def log_in(self, session=None):
        """Go to the provider and come back; return the last answer."""
        session = session or self.session()
        answer = session.get("acl_users/company_login/login")
        transaction.begin()
        return answer

    def user_of(self, session) -> str:
        answer = session.get("@actions", headers={"Accept": "application/json"})
        return answer.json()["user"][0]["url"].rsplit("userid=", 1)[-1] if answer.ok else ""

    def assertOutside(self, session):
        """The person is a visitor: no session was made."""
        self.assertNotIn("__ac", session.cookies)
        self.assertIn("login", session.get("@@home").url)


class TestIn(Case):
    def test_the_login_page_leads_there(self):
        first = self.portal.portal_actions.listFilteredActionsFor(self.portal)["login"][0]
        self.assertEqual(f"{self.base}/acl_users/company_login/login", first["url"])
        self.assertEqual("Log in with the company account", first["title"])

    def test_who_has_an_account_is_in_and_linked(self):
        session = self.session()
        answer = self.log_in(session)
        self.assertEqual(200, answer.status_code)
        self.assertIn("__ac", session.cookies)
        self.assertEqual(200, session.get("@@home").status_code)
        self.assertIn("Ana", session.get("@@my-calendar").text + session.get("@@profile").text)
        self.assertEqual([(f"oidc:{self.provider.issuer}", "u-1")], people.identities_of("ana"))

    def test_later_the_link_counts_whatever_the_address(self):
        self.log_in()
        self.provider.person |= {"email": "new@example.com", "email_verified": False}
        session = self.session()
        self.assertEqual(200, self.log_in(session).status_code)
        self.assertIn("__ac", session.cookies)

    def test_back_to_where_one_came_from_inside_the_portal_only(self):
        for wanted, end in ((f"{self.base}/@@my-calendar", "@@my-calendar"), ("http://evil.example/", "/plone")):
            session = self.session()
            answer = session.get("acl_users/company_login/login", params={"came_from": wanted})
            self.assertTrue(answer.url.rstrip("/").endswith(end) or "@@home" in answer.url, answer.url)
            self.assertNotIn("evil", answer.url)

    def test_the_charter_holds(self):
        for userid, kind, roles in (("direction", "direction", []), ("animatrice", "staff", ["Animator"])):
            self.create(userid, kind=kind)
            self.portal.acl_users.userFolderEditUser(userid, None, [*people.KINDS[kind], *roles], [])
        in_force()
        transaction.commit()
        session = self.session()
        self.assertIn("@@charter-sign", self.log_in(session).url)
        self.assertEqual(403, session.get("@search", headers={"Accept": "application/json"}).status_code)


class TestOut(Case):
    def test_nobody_of_the_portal(self):
        self.provider.person |= {"sub": "u-9", "email": "zoe@example.com"}
        session = self.session()
        answer = self.log_in(session)
        self.assertEqual(403, answer.status_code)
        self.assertIn("You have no account here", answer.text)
        self.assertIn("@@request-account", answer.text)
        self.assertOutside(session)
        self.assertIsNone(self.portal.acl_users.getUserById("u-9"))
        self.assertIsNone(self.portal.acl_users.getUserById("zoe"))

    def test_an_address_that_is_not_verified_is_none(self):
        for said in ({"email_verified": False}, {"email_verified": "false"}, {"email_verified": None}):
            self.provider.person |= said
            if said["email_verified"] is None:
                del self.provider.person["email_verified"]
            session = self.session()
            self.assertIn(self.log_in(session).status_code, (400, 403), said)  # a text where a boolean belongs is none
            self.assertOutside(session)
        self.assertEqual([], people.identities_of("ana"))

    def test_unless_the_administrator_says_that_all_of_them_are(self):
        del self.provider.person["email_verified"]
        self.portal.acl_users.company_login.addresses_are_verified = True
        transaction.commit()
        self.assertEqual(200, self.log_in().status_code)
        self.provider.person |= {"email_verified": False, "sub": "u-2"}
        self.assertEqual(403, self.log_in().status_code)

    def test_whoever_is_invited_is_led_to_the_charter(self):
        mailed = self.invite(email="chloe@example.com")
        transaction.commit()
        self.provider.person |= {"sub": "u-3", "email": "chloe@example.com"}
        session = self.session()
        answer = self.log_in(session)
        self.assertIn("@@join?token=", answer.url)
        self.assertIn("Chloé Lefèvre", answer.text)
        self.assertNotIn(mailed, answer.url)
        self.assertOutside(session)
        self.assertIsNone(people.account("chloe.lefevre"))

    def test_whose_access_is_over_or_suspended(self):
        self.log_in()
        people.suspend("ana", until=self.clock.moment.replace(year=2027), reason="Enquête", actor=TEST_USER_ID)
        transaction.commit()
        session = self.session()
        answer = self.log_in(session)
        self.assertEqual(403, answer.status_code)
        self.assertIn("Your access is suspended", answer.text)
        self.assertOutside(session)

    def test_administrators(self):
        self.portal.acl_users.userFolderEditUser("ana", None, ["Member", "Site Administrator"], [])
        transaction.commit()
        session = self.session()
        self.assertEqual(403, self.log_in(session).status_code)
        self.assertOutside(session)

    def test_another_identity_with_the_same_address(self):
        self.log_in()
        self.provider.person["sub"] = "u-2"
        session = self.session()
        self.assertEqual(409, self.log_in(session).status_code)
        self.assertOutside(session)


class TestProof(Case):
    """Answers that prove nothing."""

    def assertNoProof(self, answer, session):
        self.assertEqual(400, answer.status_code)
        self.assertIn("The company login did not succeed", answer.text)
        self.assertOutside(session)
        self.assertEqual([], people.identities_of("ana"))

    def test_claims_of_the_token(self):
        for lie in (
            {"iss": "https://evil.example"},
            {"aud": "another-client"},
            {"aud": [CLIENT[0], "other"], "azp": "other"},
            {"nonce": "of-another-login"},
            {"nonce": None},
            {"exp": 1},
            {"sub": ""},
        ):
            with self.subTest(lie=lie):
                self.provider.lies = lie
                session = self.session()
                self.assertNoProof(self.log_in(session), session)

    def test_a_signature_of_somebody_else(self):
        self.provider.signs_with = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        session = self.session()
        self.assertNoProof(self.log_in(session), session)

    def test_a_second_answer_about_somebody_else(self):
        self.provider.tells = {"sub": "u-9"}
        session = self.session()
        self.assertNoProof(self.log_in(session), session)

    def test_an_answer_to_the_question_of_another_browser(self):
        attacker = self.session()
        asked = attacker.get("acl_users/company_login/login", allow_redirects=False)
        back = attacker.get(asked.headers["Location"], allow_redirects=False).headers["Location"]
        victim = self.session()
        self.assertNoProof(victim.get(back), victim)
        victim.get("acl_users/company_login/login", allow_redirects=False)  # in the middle of a login of their own
        self.assertNoProof(victim.get(back), victim)

    def test_nonsense_and_an_answer_used_twice(self):
        for query in (
            "",
            "?code=x",
            "?state=x",
            "?code=x&state=y",
            "?error=access_denied&state=x",
            "?code=%00&state=%ff",
        ):
            session = self.session()
            self.assertNoProof(session.get(f"acl_users/company_login/callback{query}"), session)
        session = self.session()
        asked = session.get("acl_users/company_login/login", allow_redirects=False)
        back = session.get(asked.headers["Location"], allow_redirects=False).headers["Location"]
        session.get(back)
        again = self.session()
        again.cookies.update(session.cookies)
        again.cookies.pop("__ac", None)
        self.assertEqual(400, again.get(back).status_code)

    def test_a_provider_that_is_away(self):
        self.provider.close()
        session = self.session()
        answer = session.get("acl_users/company_login/login")
        self.assertEqual(400, answer.status_code)
        self.assertIn("The company login did not succeed", answer.text)

    def test_the_ways_in_of_the_plug_in_itself_are_closed(self):
        session = self.session()
        for method in ("GET", "POST"):
            answer = session.request(
                method, "@login-oidc/company_login", json={"qs": "?code=x"}, headers={"Accept": "application/json"}
            )
            self.assertEqual(404, answer.status_code)
        for name in ("require_login", "logout", "backchannel-logout"):
            answer = session.get(f"acl_users/company_login/{name}", allow_redirects=False)
            self.assertNotEqual(200, answer.status_code, name)
        plugin = self.portal.acl_users.company_login
        plugin.manage_changeProperties(create_user=True)
        self.assertFalse(plugin.getProperty("create_user"))
        self.assertFalse(plugin.challenge(None, None))

    def test_taken_away(self):
        self.assertEqual(["company_login"], setup.take_away())
        self.assertNotIn("company-login", self.portal.portal_actions.login.objectIds())
