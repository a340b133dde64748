"""Test layers of bluegether.theme: a French site that has the looks and nothing else of ours."""

from plone.app.testing import applyProfile
from plone.app.testing import FunctionalTesting
from plone.app.testing import IntegrationTesting
from plone.app.testing import MOCK_MAILHOST_FIXTURE
from plone.app.testing import PLONE_FIXTURE
from plone.app.testing import PloneSandboxLayer
from plone.registry.interfaces import IRegistry
from plone.testing.zope import WSGI_SERVER_FIXTURE
from zope.component import getUtility
import bluegether.theme
import plone.app.contenttypes


class ThemeLayer(PloneSandboxLayer):
    """The looks, installed."""

    defaultBases = (MOCK_MAILHOST_FIXTURE, PLONE_FIXTURE)

    def setUpZope(self, app, configurationContext):
        self.loadZCML(package=plone.app.contenttypes)
        self.loadZCML(package=bluegether.theme)

    def setUpPloneSite(self, portal):
        applyProfile(portal, "plone.app.contenttypes:default")
        applyProfile(portal, "bluegether.theme:default")
        portal.portal_workflow.setDefaultChain("simple_publication_workflow")
        registry = getUtility(IRegistry)
        registry["plone.default_language"] = "fr"
        registry["plone.available_languages"] = ["fr"]
        portal.setLanguage("fr")


FIXTURE = ThemeLayer()
INTEGRATION = IntegrationTesting(bases=(FIXTURE,), name="BluegetherTheme:Integration")
FUNCTIONAL = FunctionalTesting(bases=(FIXTURE, WSGI_SERVER_FIXTURE), name="BluegetherTheme:Functional")
