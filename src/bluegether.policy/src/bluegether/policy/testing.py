"""Test layers of the whole product: a site as `make start` creates it, without demo content."""

from bluegether.core.kit import mail
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.testing import CoreLayer
from bluegether.policy import demo
from bluegether.policy import structure
from plone.app.testing import applyProfile
from plone.app.testing import FunctionalTesting
from plone.app.testing import IntegrationTesting
from plone.app.testing import PloneSandboxLayer
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.testing.zope import WSGI_SERVER_FIXTURE
from unittest.mock import patch
from zope.globalrequest import clearRequest
from zope.globalrequest import setRequest
from zope.interface import alsoProvides
import bluegether.policy


class PolicyLayer(CoreLayer):
    """Everything, installed."""

    def setUpZope(self, app, configurationContext):
        super().setUpZope(app, configurationContext)
        self.loadZCML(package=bluegether.policy)

    def setUpPloneSite(self, portal):
        applyProfile(portal, "plone.app.contenttypes:default")
        applyProfile(portal, "bluegether.policy:default")


class DemoLayer(PloneSandboxLayer):
    """The demo company on top, built once for all tests: `layer["demo_note"]` is what its creation prints."""

    def setUpPloneSite(self, portal):
        alsoProvides(portal.REQUEST, IBluegetherLayer)
        setRequest(portal.REQUEST)
        setRoles(portal, TEST_USER_ID, ["Manager"])
        structure.ensure(portal)
        with patch.object(mail, "send"):  # no mail server here: the commit would fail, and the demo be gone
            self["demo_note"] = demo.build(portal)
        clearRequest()


FIXTURE = PolicyLayer()
INTEGRATION = IntegrationTesting(bases=(FIXTURE,), name="BluegetherPolicy:Integration")
FUNCTIONAL = FunctionalTesting(bases=(FIXTURE, WSGI_SERVER_FIXTURE), name="BluegetherPolicy:Functional")
DEMO_FIXTURE = DemoLayer(bases=(FIXTURE,), name="BluegetherPolicy:DemoFixture")
DEMO = IntegrationTesting(bases=(DEMO_FIXTURE,), name="BluegetherPolicy:Demo")
