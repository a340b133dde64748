"""`@spaces` and what is below it, and Plone's own REST on spaces: status, body, each refusal."""

from bluegether.core.spaces import api as spaces
from bluegether.core.spaces.testing import create_people
from bluegether.core.spaces.testing import PASSWORD
from bluegether.core.spaces.testing import space_values
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session
from plone.uuid.interfaces import IUUID
import transaction
import unittest


class ServiceCase(unittest.TestCase):
    layer = FUNCTIONAL

    def setUp(self):
        create_people()
        spaces.ensure()
        self.space = spaces.create_space(actor="ana", furnished=False, **space_values(joining="request"))
        self.uid = IUUID(self.space)
        transaction.commit()

    def session(self, userid=""):
        session = Session(self.layer["portal"], userid, PASSWORD, accept="application/json")
        self.addCleanup(session.close)
        return session

    def role(self, userid):
        transaction.begin()
        return spaces.role(self.uid, userid)


class TestReading(ServiceCase):
    def test_the_directory_and_a_space(self):
        body = self.session("bob").get("@spaces").json()
        self.assertEqual((1, ["Plone Lyon"]), (body["items_total"], [one["title"] for one in body["items"]]))
        one = self.session("bob").get(f"@spaces/{self.uid}").json()
        self.assertEqual(("open", "request", "ana", 1, None), tuple(one[name] for name in FIELDS))
        self.assertEqual(0, self.session("bob").get("@spaces?text=nothing").json()["items_total"])

    def test_refusals(self):
        for userid, path, status in (
            ("", "@spaces", 401),
            ("carl", "@spaces", 401),
            ("carl", f"@spaces/{self.uid}", 401),
            ("bob", "@spaces/nothing", 404),
            ("bob", f"@spaces/{self.uid}/x", 404),
            ("bob", f"@spaces/{self.uid}/applications", 403),
            ("bob", "@spaces?b_size=x", 400),
            ("bob", "@spaces?kind=x", 400),
            ("bob", "@spaces?show=x", 400),
        ):
            self.assertEqual(status, self.session(userid).get(path).status_code, (userid, path))

    def test_members(self):
        body = self.session("bob").get(f"@spaces/{self.uid}/members?text=ana").json()
        self.assertEqual([("ana", "owner")], [(one["userid"], one["role"]) for one in body["items"]])


FIELDS = ("visibility", "joining", "owner", "members", "role")


class TestMembership(ServiceCase):
    def test_applying_accepting_promoting_and_leaving(self):
        bob, ana = self.session("bob"), self.session("ana")
        self.assertEqual(403, bob.post(f"@spaces/{self.uid}/join", json={}).status_code)
        self.assertEqual(400, bob.post(f"@spaces/{self.uid}/apply", json={"message": 3}).status_code)
        self.assertEqual(204, bob.post(f"@spaces/{self.uid}/apply", json={"message": "Plone"}).status_code)
        self.assertEqual(409, bob.post(f"@spaces/{self.uid}/apply", json={}).status_code)
        self.assertEqual("Plone", ana.get(f"@spaces/{self.uid}/applications").json()["items"][0]["message"])
        self.assertEqual(403, bob.post(f"@spaces/{self.uid}/applications/bob", json={"accept": True}).status_code)
        self.assertEqual(400, ana.post(f"@spaces/{self.uid}/applications/bob", json={}).status_code)
        self.assertEqual(204, ana.post(f"@spaces/{self.uid}/applications/bob", json={"accept": True}).status_code)
        self.assertEqual("member", self.role("bob"))
        member = f"@spaces/{self.uid}/members/bob"
        self.assertEqual(403, bob.patch(member, json={"role": "moderator"}).status_code)
        self.assertEqual(204, ana.patch(member, json={"role": "moderator"}).status_code)
        self.assertEqual(409, ana.post(f"@spaces/{self.uid}/leave", json={}).status_code)
        self.assertEqual(400, bob.post(f"@spaces/{self.uid}/leave", json={"reason": "x"}).status_code)
        self.assertEqual(204, bob.post(f"@spaces/{self.uid}/leave", json={"reason": "done"}).status_code)
        self.assertEqual("", self.role("bob"))

    def test_inviting_and_removing(self):
        ana, members = self.session("ana"), f"@spaces/{self.uid}/members"
        self.assertEqual(403, self.session("bob").post(members, json={"userids": ["eve"]}).status_code)
        self.assertEqual(400, ana.post(members, json={"userids": "eve"}).status_code)
        self.assertEqual(404, ana.post(members, json={"userids": ["carl"]}).status_code)
        self.assertEqual(204, ana.post(members, json={"userids": ["eve"]}).status_code)
        self.assertEqual(204, self.session("eve").post(f"@spaces/{self.uid}/join", json={}).status_code)
        self.assertEqual("member", self.role("eve"))
        self.assertEqual(403, self.session("bob").delete(f"{members}/eve").status_code)
        self.assertEqual(204, ana.delete(f"{members}/eve").status_code)
        self.assertEqual("", self.role("eve"))


class TestChanging(ServiceCase):
    def test_creating(self):
        bob = self.session("bob")
        values = {"title": "Atelier", "description": "Réparer", "public": "Tous"}
        answer = bob.post("@spaces", json=values)
        self.assertEqual((201, "owner"), (answer.status_code, answer.json()["role"]))
        for wrong, status in (
            ({"title": ""}, 400),
            ({"visibility": "secret"}, 400),
            ({"x": 1}, 400),
            ({"owner": "carl"}, 404),
            ({"target_members": "many"}, 400),
        ):
            self.assertEqual(status, bob.post("@spaces", json=values | wrong).status_code, wrong)
        self.assertEqual(403, self.session("zoe").post("@spaces", json=values).status_code)

    def test_changing(self):
        ana, path = self.session("ana"), f"@spaces/{self.uid}"
        self.assertEqual(403, self.session("bob").patch(path, json={"title": "X"}).status_code)
        for wrong in ({"visibility": "secret"}, {"actor": "bob"}, {"archived": "yes"}, {"title": 3}):
            self.assertEqual(400, ana.patch(path, json=wrong).status_code, wrong)
        self.assertEqual("Plone Rhône", ana.patch(path, json={"title": "Plone Rhône"}).json()["title"])
        self.assertTrue(ana.patch(path, json={"archived": True}).json()["archived"])
        self.assertEqual(409, ana.patch(path, json={"title": "X"}).status_code)
        self.assertFalse(ana.patch(path, json={"archived": False}).json()["archived"])

    def test_plones_own_rest_follows_the_same_rules(self):
        values = space_values(title="Par REST") | {"@type": "Space"}
        made = self.session("bob").post("spaces", json=values)
        self.assertEqual(201, made.status_code, made.text)
        transaction.begin()
        uid = made.json()["UID"]
        self.assertEqual("owner", spaces.role(uid, "bob"))
        closed = values | {"visibility": "secret", "joining": "free"}
        self.assertEqual(400, self.session("bob").post("spaces", json=closed).status_code)
        self.assertIn(self.session("zoe").post("spaces", json=values).status_code, (401, 403))
        address = f"spaces/{made.json()['id']}"
        spaces.join(uid, userid="eve")
        spaces.set_role(uid, "eve", "moderator", actor="bob")
        transaction.commit()
        self.session("eve").patch(address, json={"title": "Pris"})
        closing = {"visibility": "secret", "joining": "invitation", "reason": "Rachat"}
        self.assertEqual(204, self.session("bob").patch(address, json=closing).status_code)
        transaction.begin()
        self.assertEqual(("Par REST", "secret"), (spaces.brief(uid).title, spaces.brief(uid).visibility))
        self.assertEqual(404, self.session("ana").get(address).status_code)
        self.assertNotIn(self.session("bob").delete(address).status_code, (200, 204))
