"""Whose account somebody is whom another directory knows: every rule, without any plug-in."""

from AccessControl.SecurityManagement import newSecurityManager
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.people import api as people
from bluegether.core.people.gate import is_stranger
from bluegether.core.people.testing import PASSWORD
from bluegether.core.people.testing import PeopleTest
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import INTEGRATION
from bluegether.core.testing import Session
from plone import api
from plone.app.testing import TEST_USER_ID
from Products.PluggableAuthService.interfaces.plugins import IAuthenticationPlugin
from Products.PluggableAuthService.interfaces.plugins import IRolesPlugin
from Products.PluggableAuthService.interfaces.plugins import IUserEnumerationPlugin
from Products.PluggableAuthService.plugins.BasePlugin import BasePlugin
from zope.interface import implementer
import transaction


PROVIDER = "oidc:https://login.example"


class Case(PeopleTest):
    layer = INTEGRATION

    def setUp(self):
        super().setUp()
        self.create("ana")

    def identify(self, subject="s-1", email="ana@example.com", verified=True, provider=PROVIDER):
        return people.identify(provider, subject, email=email, verified=verified)


class TestIdentify(Case):
    def test_nobody(self):
        for values in (
            {"email": "zoe@example.com"},
            {"email": ""},
            {"verified": False},
            {"subject": ""},
            {"subject": "x" * 256},
        ):
            self.assertRaises(Missing, self.identify, **values)
        self.assertEqual([], people.identities_of("ana"))

    def test_by_a_verified_address_once_then_by_the_link_alone(self):
        self.assertEqual("ana", self.identify(email="ANA@example.com"))
        self.assertEqual([(PROVIDER, "s-1")], people.identities_of("ana"))
        self.assertEqual("ana", self.identify(email="changed@example.com", verified=False))

    def test_an_address_that_passes_on_takes_no_account_along(self):
        self.identify()
        self.assertRaises(Conflict, self.identify, subject="s-2")
        people.update_account("ana", actor=TEST_USER_ID, email="ana2@example.com")
        self.create("bob", email="ana@example.com")
        self.assertEqual("ana", self.identify())
        self.assertEqual("bob", self.identify(subject="s-2"))

    def test_another_provider_is_another_identity(self):
        self.identify()
        self.assertEqual("ana", self.identify(subject="s-1", provider="ldap:x"))
        self.assertEqual(2, len(people.identities_of("ana")))

    def test_administrators_are_linked_by_hand(self):
        for role in ("Manager", "Site Administrator"):
            self.portal.acl_users.userFolderEditUser("ana", None, ["Member", role], [])
            self.assertRaises(NotAllowed, self.identify)
        self.assertRaises(NotAllowed, people.link_identity, "ana", PROVIDER, "s-1", actor=TEST_USER_ID)
        self.create("chief")
        self.portal.acl_users.userFolderEditUser("chief", None, ["Manager"], [])
        people.link_identity("ana", PROVIDER, "s-1", actor="chief")
        self.assertEqual("ana", self.identify(verified=False))

    def test_linked_by_hand(self):
        for values, error in (
            (("ana", PROVIDER, "s-1", "ana"), NotAllowed),
            (("nobody", PROVIDER, "s-1", TEST_USER_ID), Missing),
            (("ana", "", "s-1", TEST_USER_ID), Invalid),
            (("ana", PROVIDER, "", TEST_USER_ID), Invalid),
        ):
            *who, actor = values
            self.assertRaises(error, people.link_identity, *who, actor=actor)
        people.link_identity("ana", PROVIDER, "s-1", actor=TEST_USER_ID)
        people.link_identity("ana", PROVIDER, "s-1", actor=TEST_USER_ID)
        self.create("bob")
        self.assertRaises(Conflict, people.link_identity, "bob", PROVIDER, "s-1", actor=TEST_USER_ID)
        self.assertRaises(NotAllowed, people.unlink_identities, "ana", actor="bob")
        people.unlink_identities("ana", actor=TEST_USER_ID)
        self.assertEqual(("", []), (people.identified(PROVIDER, "s-1"), people.identities_of("ana")))
        people.link_identity("bob", PROVIDER, "s-1", actor=TEST_USER_ID)

    def test_a_users_data_and_their_erasure(self):
        self.identify()
        self.assertEqual([{"provider": PROVIDER, "subject": "s-1"}], people.held("ana")["identities"])
        people.erase("ana", actor=TEST_USER_ID)
        self.assertEqual("", people.identified(PROVIDER, "s-1"))
        self.assertRaises(Missing, self.identify)


class TestInvited(Case):
    def test_a_verified_address_opens_its_invitation_with_a_new_token(self):
        mailed = self.invite()
        self.assertEqual("", people.invited("chloe@example.com", verified=False))
        self.assertEqual("", people.invited("other@example.com", verified=True))
        self.assertEqual("", people.invited("", verified=True))
        token = people.invited("CHLOE@example.com", verified=True)
        self.assertEqual("chloe.lefevre", people.invitation(token).userid)
        self.assertRaises(Conflict, people.invitation, mailed)
        self.assertEqual(1, len(self.mails()))
        self.assertIsNone(people.account("chloe.lefevre"))

    def test_not_one_that_is_over(self):
        self.invite()
        self.clock.pass_days(15)
        self.assertEqual("", people.invited("chloe@example.com", verified=True))


@implementer(IAuthenticationPlugin, IUserEnumerationPlugin, IRolesPlugin)
class Directory(BasePlugin):
    """What plug-ins of directories do when they are left as they are: everybody there is a user, and a member."""

    meta_type = "Test directory"

    def __init__(self, plugin_id):
        self._setId(plugin_id)

    def authenticateCredentials(self, credentials):
        return ("outsider", "outsider") if credentials.get("password") == PASSWORD else None

    def enumerateUsers(self, id=None, login=None, exact_match=False, **_more):  # noqa: A002
        found = {"id": "outsider", "login": "outsider", "pluginid": self.getId()}
        return (found,) if "outsider" in (id, login) else ()

    def getRolesForPrincipal(self, principal, request=None):
        return ("Member",) if principal.getId() == "outsider" else ()


class TestStrangers(PeopleTest):
    layer = FUNCTIONAL

    def setUp(self):
        super().setUp()
        folder = self.portal.acl_users
        folder._setObject("directory", Directory("directory"))
        for interface in (IAuthenticationPlugin, IUserEnumerationPlugin, IRolesPlugin):
            folder.plugins.activatePlugin(interface, "directory")
        self.create("ana", password=PASSWORD)
        transaction.commit()

    def session(self, userid, accept="text/html"):
        session = Session(self.portal, userid, PASSWORD, accept)
        self.addCleanup(session.close)
        return session

    def test_whom_a_directory_alone_knows_reaches_nothing_on_any_channel(self):
        page = self.session("outsider").get("@@accounts")
        self.assertEqual(403, page.status_code)
        self.assertIn("You have no account here", page.text)
        for address in ("", "@@home", "@@stream", "@@charter", "@@charter-sign", "@@join", "people", "@@my-calendar"):
            self.assertEqual(403, self.session("outsider").get(address).status_code, address)
        rest = self.session("outsider", "application/json")
        for method, address in (("GET", "@search"), ("GET", "@people"), ("POST", "@charter"), ("GET", "@users/ana")):
            answer = rest.request(method, address, json={})
            self.assertEqual((403, "NoAccount"), (answer.status_code, answer.json()["type"]), address)
        self.assertEqual(200, self.session("outsider").get("logout").status_code)

    def test_who_has_an_account_or_was_made_in_plone_is_none(self):
        self.assertEqual(200, self.session("ana").get("@@home").status_code)
        with api.env.adopt_roles(["Manager"]):
            self.portal.acl_users.userFolderAddUser("plain", PASSWORD, ["Member"], [])
            self.portal.acl_users.userFolderAddUser("empty", PASSWORD, [], [])
        for userid, stranger in (("ana", False), ("plain", False), ("empty", True), ("outsider", True)):
            user = self.portal.acl_users.getUserById(userid)
            newSecurityManager(None, user)
            self.assertEqual(stranger, is_stranger(user), userid)
