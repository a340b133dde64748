"""Wrong passwords: slowed per account and address, and per address; nobody locks anybody else out."""

from bluegether.core.kit import throttle
from bluegether.core.kit.interfaces import IClock
from bluegether.core.people import api as people
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from unittest import mock
from zope.component import getGlobalSiteManager
from zope.component import getUtility
from zope.interface import implementer
import transaction
import unittest


PASSWORD = "Correct-horse-1"
WRONG = "wrong"


@implementer(IClock)
class Clock:
    def __init__(self):
        self.moment = datetime(2026, 3, 2, 12, tzinfo=UTC)

    def now(self):
        return self.moment


class ThrottleCase(unittest.TestCase):
    layer = FUNCTIONAL

    def setUp(self):
        self.portal = self.layer["portal"]
        with api.env.adopt_roles(["Manager"]):
            for userid in ("zoe", "ana"):
                people.create_account(
                    userid, fullname=userid, email=f"{userid}@example.com", kind="staff", password=PASSWORD
                )
        transaction.commit()
        registry, former = getGlobalSiteManager(), getUtility(IClock)
        self.clock = Clock()
        registry.registerUtility(self.clock, IClock)
        self.addCleanup(registry.registerUtility, former, IClock)
        patch = mock.patch("ZPublisher.HTTPRequest.trusted_proxies", ("127.0.0.1",))
        patch.start()
        self.addCleanup(patch.stop)

    def forward(self, seconds):
        self.clock.moment += timedelta(seconds=seconds)

    def basic(self, userid="zoe", password=WRONG, address="192.0.2.1", accept="application/json"):
        session = Session(self.portal, userid, password, accept)
        self.addCleanup(session.close)
        return session.get("@types", headers={"X-Forwarded-For": address}, allow_redirects=False)

    def post(self, path, address="192.0.2.1", accept="text/html", **options):
        session = Session(self.portal, accept=accept)
        self.addCleanup(session.close)
        return session.post(path, headers={"X-Forwarded-For": address}, allow_redirects=False, **options)

    def wrong(self, times=throttle.FREE_PER_PAIR, **values):
        for _time in range(times):
            self.assertNotEqual(429, self.basic(**values).status_code)


class TestRules(ThrottleCase):
    def test_after_some_wrong_ones_even_the_right_one_waits(self):
        self.wrong()
        answer = self.basic(password=PASSWORD)
        self.assertEqual(429, answer.status_code)
        self.assertEqual(str(throttle.FIRST_PAUSE), answer.headers["Retry-After"])
        self.assertEqual("TooManyAttempts", answer.json()["type"])
        self.forward(throttle.FIRST_PAUSE)
        self.assertEqual(200, self.basic(password=PASSWORD).status_code)

    def test_the_pause_doubles_and_ends(self):
        self.wrong()
        pauses = []
        for _time in range(12):
            pauses.append(int(self.basic().headers["Retry-After"]))
            self.forward(pauses[-1])
            self.assertEqual(401, self.basic().status_code)
        self.assertEqual([5, 10, 20, 40, 80, 160, 320, 640], pauses[:8])
        self.assertLessEqual(max(pauses), throttle.LONGEST_PAUSE)

    def test_asking_while_one_waits_makes_it_no_longer(self):
        self.wrong()
        for _time in range(20):
            self.assertEqual("5", self.basic().headers["Retry-After"])

    def test_the_owner_elsewhere_is_not_locked_out(self):
        self.wrong()
        self.assertEqual(429, self.basic(password=PASSWORD).status_code)
        self.assertEqual(200, self.basic(password=PASSWORD, address="198.51.100.7").status_code)

    def test_another_account_from_the_same_address_is_not(self):
        self.wrong()
        self.assertEqual(200, self.basic("ana", PASSWORD).status_code)

    def test_one_address_that_tries_many_accounts_is_slowed(self):
        for number in range(throttle.FREE_PER_ADDRESS):
            self.assertEqual(401, self.basic(f"nobody{number}").status_code)
        self.assertEqual(429, self.basic("ana", PASSWORD).status_code)
        self.assertEqual(200, self.basic("ana", PASSWORD, address="198.51.100.7").status_code)

    def test_the_right_password_starts_anew(self):
        self.wrong(throttle.FREE_PER_PAIR - 1)
        self.assertEqual(200, self.basic(password=PASSWORD).status_code)
        self.wrong(throttle.FREE_PER_PAIR - 1)
        self.assertEqual(200, self.basic(password=PASSWORD).status_code)

    def test_the_administrator_of_the_server_is_no_wrong_password(self):
        for _time in range(throttle.FREE_PER_PAIR + 2):
            self.assertEqual(200, self.basic(SITE_OWNER_NAME, SITE_OWNER_PASSWORD).status_code)


class TestChannels(ThrottleCase):
    """Each channel counts, and each is stopped."""

    def check(self, attempt):
        for _time in range(throttle.FREE_PER_PAIR):
            self.assertNotEqual(429, attempt().status_code)
        answer = attempt()
        self.assertEqual(429, answer.status_code)
        self.assertEqual("5", answer.headers["Retry-After"])
        self.assertEqual(429, self.basic(password=PASSWORD).status_code)
        return answer

    def test_login_form(self):
        values = {"__ac_name": "zoe", "__ac_password": "wrong", "buttons.login": "Log in"}
        answer = self.check(lambda: self.post("login", data=values))
        self.assertIn("5 seconds", answer.text)

    def test_failsafe_login(self):
        values = {"__ac_name": "zoe", "__ac_password": "wrong", "buttons.login": "Log in"}
        self.check(lambda: self.post("@@failsafe_login", data=values))

    def test_rest_login(self):
        values = {"login": "zoe", "password": "wrong"}
        self.check(lambda: self.post("@login", accept="application/json", json=values))

    def test_basic_authentication(self):
        self.check(self.basic)

    def test_different_spelling_of_the_login_is_the_same_account(self):
        spellings = iter(["zoe", "ZOE", "Zoe", "zOe", "zoE", "ZOe"])
        for _time in range(throttle.FREE_PER_PAIR):
            self.basic(next(spellings))
        self.assertEqual(429, self.basic(next(spellings)).status_code)


class TestMemory(unittest.TestCase):
    layer = FUNCTIONAL

    def test_it_is_bounded(self):
        counter = throttle.Counter(entries=10)
        for number in range(100):
            counter.add((str(number),), 1)
        self.assertEqual(10, len(counter))
        self.assertGreater(counter.pause(("99",)), 0)
        self.assertEqual(0, counter.pause(("1",)))

    def test_installing_twice_is_once(self):
        portal = self.layer["portal"]
        throttle.install(portal)
        active = portal.acl_users.plugins.listPluginIds(throttle.IAuthenticationPlugin)
        self.assertEqual(1, active.count(throttle.PLUGIN))
        self.assertEqual(throttle.PLUGIN, active[0])
