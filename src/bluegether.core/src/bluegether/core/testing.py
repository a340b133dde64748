"""Test layers of bluegether.core: a French site with the rooms installed, no demo content."""

from bluegether.core.kit import limit
from bluegether.core.kit import throttle
from plone.app.testing import applyProfile
from plone.app.testing import FunctionalTesting
from plone.app.testing import IntegrationTesting
from plone.app.testing import MOCK_MAILHOST_FIXTURE
from plone.app.testing import PLONE_FIXTURE
from plone.app.testing import PloneSandboxLayer
from plone.testing.zope import WSGI_SERVER_FIXTURE
import bluegether.core
import plone.app.contenttypes
import plone.app.discussion
import plone.restapi
import requests


class CoreLayer(PloneSandboxLayer):
    """The rooms, installed."""

    defaultBases = (MOCK_MAILHOST_FIXTURE, PLONE_FIXTURE)

    def setUpZope(self, app, configurationContext):
        for package in (plone.app.contenttypes, plone.app.discussion, plone.restapi, bluegether.core):
            self.loadZCML(package=package)

    def setUpPloneSite(self, portal):
        applyProfile(portal, "plone.app.contenttypes:default")
        applyProfile(portal, "bluegether.core:default")

    def testSetUp(self):
        super().testSetUp()
        throttle.counter.clear()  # wrong passwords of one test are not another's
        limit.hours.clear()


FIXTURE = CoreLayer()
INTEGRATION = IntegrationTesting(bases=(FIXTURE,), name="BluegetherCore:Integration")
FUNCTIONAL = FunctionalTesting(bases=(FIXTURE, WSGI_SERVER_FIXTURE), name="BluegetherCore:Functional")


class Session(requests.Session):
    """HTTP requests to the test site, at addresses relative to it, with a person's password."""

    def __init__(self, portal, userid: str = "", password: str = "", accept: str = "text/html"):
        super().__init__()
        self.trust_env = False
        self.base = portal.absolute_url() + "/"
        self.headers.update({"Accept": accept, "Connection": "close"})
        if userid:
            self.auth = (userid, password)

    def request(self, method, url, **options):
        address = url if url.startswith("http") else self.base + url
        return super().request(method, address, **options)
