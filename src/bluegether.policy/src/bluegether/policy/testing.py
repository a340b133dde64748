"""Test layers of the whole product: a site as `make start` creates it, without demo content."""

from bluegether.core.testing import CoreLayer
from plone.app.testing import applyProfile
from plone.app.testing import FunctionalTesting
from plone.app.testing import IntegrationTesting
from plone.testing.zope import WSGI_SERVER_FIXTURE
import bluegether.policy


class PolicyLayer(CoreLayer):
    """Everything, installed."""

    def setUpZope(self, app, configurationContext):
        super().setUpZope(app, configurationContext)
        self.loadZCML(package=bluegether.policy)

    def setUpPloneSite(self, portal):
        applyProfile(portal, "plone.app.contenttypes:default")
        applyProfile(portal, "bluegether.policy:default")


FIXTURE = PolicyLayer()
INTEGRATION = IntegrationTesting(bases=(FIXTURE,), name="BluegetherPolicy:Integration")
FUNCTIONAL = FunctionalTesting(bases=(FIXTURE, WSGI_SERVER_FIXTURE), name="BluegetherPolicy:Functional")
