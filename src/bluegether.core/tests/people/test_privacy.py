"""A person's data: exported whole, erased in every room; audiences."""

from bluegether.core.kit import audience
from bluegether.core.kit.audience import Audience
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.interfaces import IPersonalData
from bluegether.core.people import api as people
from bluegether.core.people.storage import KEY
from bluegether.core.people.testing import PeopleTest
from bluegether.core.testing import INTEGRATION
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.base.interfaces import IPloneSiteRoot
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.interface import implementer
import json


@implementer(IPersonalData)
@adapter(IPloneSiteRoot)
class OtherRoom:
    """A room that holds one thing about everybody."""

    erased = []

    def __init__(self, site):
        self.site = site

    def export(self, userid):
        return {"likes": userid}

    def erase(self, userid):
        self.erased.append(userid)


class TestPersonalData(PeopleTest):
    layer = INTEGRATION

    def setUp(self):
        super().setUp()
        OtherRoom.erased.clear()
        self.portal.getSiteManager().registerAdapter(OtherRoom, name="other")
        people.request_account(fullname="Chloé", email="chloe@example.com", message="Bonjour")
        token = people.accept_request(people.account_requests().rows[0].id, kind="staff", actor=TEST_USER_ID)
        people.redeem(token)
        self.userid = "chloe" if people.account("chloe") else people.accounts().rows[0].userid

    def test_export_has_every_room_and_is_json(self):
        data = people.personal_data(self.userid, actor=TEST_USER_ID)
        self.assertEqual({"likes": self.userid}, data["other"])
        mine = json.loads(json.dumps(data))["people"]
        self.assertEqual(("Chloé", "chloe@example.com"), (mine["account"]["fullname"], mine["email"]))
        self.assertEqual(["accepted"], [one["state"] for one in mine["invitations"]])
        self.assertEqual(["Bonjour"], [one["message"] for one in mine["requests"]])

    def test_everybody_gets_their_own_and_only_hr_gets_others(self):
        self.create("bob")
        self.assertIn("people", people.personal_data("bob", actor="bob"))
        for verb in (people.personal_data, people.erase):
            with self.assertRaises(NotAllowed):
                verb(self.userid, actor="bob")
        setRoles(self.portal, TEST_USER_ID, ["Member", "Animator"])
        with self.assertRaises(NotAllowed):
            people.personal_data(self.userid, actor=TEST_USER_ID)

    def test_erased_everywhere_and_the_user_id_is_never_given_again(self):
        people.erase(self.userid, actor=TEST_USER_ID)
        self.assertIsNone(api.user.get(self.userid))
        self.assertIsNone(people.account(self.userid))
        self.assertEqual([self.userid], OtherRoom.erased)
        self.assertEqual((0, 0), (people.invitations().total, people.account_requests().total))
        self.assertEqual([], people.newcomers())
        room = IAnnotations(self.portal)[KEY]
        self.assertEqual(([], []), (list(room.emails), list(room.due)))
        with self.assertRaises(Conflict):
            self.create(self.userid)
        with self.assertRaises(Missing):
            people.erase(self.userid, actor=TEST_USER_ID)

    def test_others_stay(self):
        self.create("bob")
        self.invite(email="other@example.com")
        (sent,) = people.invitations(state="open").rows
        sent.invited_by, sent.history = self.userid, tuple((at, self.userid, what) for at, _who, what in sent.history)
        api.group.add_user(groupname="Reviewers", username=self.userid)
        people.erase(self.userid, actor=TEST_USER_ID)
        self.assertEqual(("", {""}), (sent.invited_by, {who for _at, who, _what in sent.history}))
        self.assertNotIn(self.userid, self.portal.acl_users.source_groups._principal_groups)
        self.assertEqual(["bob"], [person.userid for person in people.accounts().rows])
        self.assertEqual(1, people.invitations(state="open").total)

    def test_nobody_erases_themselves(self):
        with self.assertRaises(Conflict):
            people.erase(TEST_USER_ID, actor=TEST_USER_ID)


class TestProfileFollowed(PeopleTest):
    layer = INTEGRATION

    def test_a_new_name_and_address_are_known(self):
        self.create("bob")
        api.user.get("bob").setMemberProperties({"fullname": "Bob Roy", "email": "Roy@example.com"})
        self.assertEqual("Bob Roy", people.account("bob").fullname)
        with self.assertRaises(Conflict):
            self.invite(email="roy@example.com")
        self.invite(email="bob@example.com")


class TestAudience(PeopleTest):
    layer = INTEGRATION

    def test_kinds_units_and_clients_only_when_named(self):
        self.set("units", {"lyon": "Lyon"})
        self.create("ana", unit="lyon")
        self.create("bob", kind="partner")
        self.create("carl", kind="client", unit="lyon")
        for kinds, units, expected in (
            ((), (), ["ana", "bob"]),
            ((), ("lyon",), ["ana"]),
            (("client",), (), ["carl"]),
            (("staff", "client"), ("lyon",), ["ana", "carl"]),
            (("direction",), (), []),
        ):
            meant = Audience(kinds, units)
            self.assertEqual(expected, sorted(audience.userids(meant)))
            found = [userid for userid in ("ana", "bob", "carl", "nobody") if audience.includes(meant, userid)]
            self.assertEqual(expected, found)
