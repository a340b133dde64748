"""REST: comments as plone.restapi has them, but only those that the person may see; reactions."""

from bluegether.core.discussion import api as discussion
from bluegether.core.people import api as people
from bluegether.core.testing import FUNCTIONAL
from plone import api
from plone.app.discussion.interfaces import IConversation
import requests
import transaction
import unittest


PASSWORD = "Correct-horse-42"


class Session(requests.Session):
    """A person's program: addresses are below the page."""

    def __init__(self, base, auth):
        super().__init__()
        self.base = base
        self.auth = auth
        self.headers["Accept"] = "application/json"

    def request(self, method, url, **options):
        return super().request(method, self.base + url, timeout=60, **options)


class TestServices(unittest.TestCase):
    layer = FUNCTIONAL

    def setUp(self):
        self.portal = self.layer["portal"]
        for userid, kind in {"claire": "consultant", "amina": "staff", "client": "client"}.items():
            people.create_account(
                userid, fullname=userid.capitalize(), email=f"{userid}@example.com", kind=kind, password=PASSWORD
            )
        with api.env.adopt_roles(["Manager"]):
            self.page = api.content.create(self.portal, "Document", "page", title="Page")
        transaction.commit()

    def as_user(self, userid):
        return Session(self.page.absolute_url(), (userid, PASSWORD) if userid else None)

    def post(self, text="Bonjour", *, by="claire", path="/@comments"):
        return self.as_user(by).post(path, json={"text": text})

    def hidden(self, text="inqualifiable", by="amina"):
        comment_id = int(self.post(text, by=by).json()["comment_id"])
        transaction.begin()
        discussion.hide(IConversation(self.page)[comment_id])
        transaction.commit()
        return comment_id

    def texts(self, userid="claire"):
        answer = self.as_user(userid).get("/@comments").json()
        return [item["text"]["data"] for item in answer["items"]], answer["items_total"]

    def test_a_post_answers_the_comment_with_its_id_and_address(self):
        answer = self.post("Bonjour **tous**")
        self.assertEqual(201, answer.status_code)
        data = answer.json()
        self.assertEqual(f"{self.page.absolute_url()}/@comments/{data['comment_id']}", answer.headers["Location"])
        self.assertEqual({"data": "Bonjour **tous**", "mime-type": "text/plain"}, data["text"])
        transaction.begin()
        self.assertIn(int(data["comment_id"]), IConversation(self.page))
        again = self.as_user("amina").get(f"/@comments/{data['comment_id']}").json()
        self.assertEqual(("claire", False, False), (again["author_username"], again["is_editable"], again["is_edited"]))

    def test_a_reply(self):
        first = self.post().json()
        reply = self.post("Réponse", by="amina", path=f"/@comments/{first['comment_id']}").json()
        self.assertEqual((first["comment_id"], first["@id"]), (reply["in_reply_to"], reply["@parent"]))
        self.assertEqual((["Bonjour", "Réponse"], 2), self.texts())

    def test_a_hidden_comment_is_hidden_everywhere(self):
        self.post("Tout va bien")
        number = self.hidden()
        self.assertEqual((["Tout va bien"], 1), self.texts())
        session = self.as_user("claire")
        for answer in (
            session.get(f"/@comments/{number}"),
            session.post(f"/@comments/{number}", json={"text": "x"}),
            session.patch(f"/@comments/{number}", json={"text": "x"}),
            session.delete(f"/@comments/{number}"),
        ):
            self.assertEqual((404, "Missing"), (answer.status_code, answer.json()["type"]))
            self.assertNotIn("inqualifiable", answer.text)
        for path in ("/@search?SearchableText=inqualif*", "?expand=comments", "/@reactions"):
            self.assertNotIn("inqualifiable", session.get(path).text)
        for method in ("get", "post", "delete"):
            answer = getattr(session, method)(f"/@reactions/{number}", json={"reaction": "like"})
            self.assertEqual(404, answer.status_code)
        self.assertNotIn("inqualifiable", session.get(f"/++conversation++default/{number}").text)

    def test_the_total_in_search_counts_what_can_be_seen(self):
        self.post("Tout va bien")
        self.hidden()
        found = self.as_user("claire").get("/../@search?id=page&metadata_fields=total_comments").json()["items"]
        self.assertEqual([1], [item["total_comments"] for item in found])

    def test_the_author_changes_and_deletes_others_do_not(self):
        number = self.post().json()["comment_id"]
        path = f"/@comments/{number}"
        refused = self.as_user("amina").patch(path, json={"text": "Faux"})
        self.assertEqual((403, "NotAllowed"), (refused.status_code, refused.json()["type"]))
        self.assertEqual(403, self.as_user("amina").delete(path).status_code)
        self.assertEqual(204, self.as_user("claire").patch(path, json={"text": "Corrigé"}).status_code)
        self.assertEqual((["Corrigé"], 1), self.texts())
        self.assertTrue(self.as_user("claire").get(path).json()["is_edited"])
        self.assertEqual(204, self.as_user("claire").delete(path).status_code)
        self.assertEqual(([], 0), self.texts())

    def test_what_is_refused_says_why_and_changes_nothing(self):
        for body in ({"text": ""}, {"text": "x" * 10_001}, {}, {"text": ["a"]}, {"text": {"data": "x"}}, [1]):
            answer = self.as_user("claire").post("/@comments", json=body)
            self.assertEqual((400, "Invalid"), (answer.status_code, answer.json()["type"]), body)
        broken = self.as_user("claire").post("/@comments", data="{", headers={"Content-Type": "application/json"})
        self.assertEqual(400, broken.status_code)
        self.assertEqual(([], 0), self.texts())

    def test_odd_ids_are_not_found(self):
        for name in ("0", "abc", "-1", "9" * 30, "１２", "1/2"):
            for method in ("get", "patch", "delete"):
                answer = getattr(self.as_user("claire"), method)(f"/@comments/{name}", json={"text": "x"})
                self.assertEqual(404, answer.status_code, (name, method))

    def test_clients_and_visitors_get_nothing(self):
        number = self.post("Entre nous").json()["comment_id"]
        for userid in ("client", ""):
            for path in ("/@comments", f"/@comments/{number}", "/@reactions"):
                self.assertNotIn("Entre nous", self.as_user(userid).get(path).text)
            self.assertIn(self.post(by=userid).status_code, (401, 403))
            self.assertIn(self.as_user(userid).post("/@reactions", json={"reaction": "like"}).status_code, (401, 403))
        self.assertEqual((["Entre nous"], 1), self.texts())

    def test_batches(self):
        for number in range(5):
            self.post(str(number))
        answer = self.as_user("claire").get("/@comments?b_size=2&b_start=2").json()
        self.assertEqual(["2", "3"], [item["text"]["data"] for item in answer["items"]])
        self.assertEqual(5, answer["items_total"])

    def test_reactions_to_a_page_and_to_a_comment(self):
        number = self.post().json()["comment_id"]
        for path in ("/@reactions", f"/@reactions/{number}"):
            with self.subTest(path):
                self.as_user("amina").post(path, json={"reaction": "like"})
                self.as_user("claire").post(path, json={"reaction": "like"})
                answer = self.as_user("claire").post(path, json={"reaction": "thank"}).json()
                found = {item["reaction"]: (item["count"], item["userids"]) for item in answer["items"]}
                self.assertEqual({"like": (1, ["amina"]), "thank": (1, ["claire"])}, found)
                self.assertEqual("thank", answer["mine"])
                self.assertEqual(204, self.as_user("claire").delete(path).status_code)
                again = self.as_user("claire").get(path).json()
                self.assertEqual((None, ["like"]), (again["mine"], [item["reaction"] for item in again["items"]]))
        refused = self.as_user("claire").post("/@reactions", json={"reaction": "hate"})
        self.assertEqual((400, "reaction"), (refused.status_code, refused.json()["field"]))
