"""REST: what it answers, whom it refuses, what it does not give away; limits; nothing waits."""

from bluegether.core.charter import api as charter
from bluegether.core.discussion import api as discussion
from bluegether.core.moderation import api as moderation
from bluegether.core.moderation.testing import arrange
from bluegether.core.moderation.testing import PASSWORD
from bluegether.core.moderation.testing import post
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session
from plone import api
from plone.app.discussion.interfaces import IConversation
from plone.uuid.interfaces import IUUID
from zope.annotation.interfaces import IAnnotations
import transaction
import unittest


WORDS = "Signé Zorglub"


class ServicesTest(unittest.TestCase):
    layer = FUNCTIONAL

    def setUp(self):
        self.portal = self.layer["portal"]
        arrange(self.portal)
        self.sign()
        with api.env.adopt_roles(["Manager"]):
            self.page = api.content.create(self.portal, "Document", "page", title="Page")
            self.page.manage_permission("View", ["Member", "Manager"], acquire=0)
            self.page.allow_discussion = True
            self.page.setCreators(["auteur"])
            self.page.reindexObject()
        self.key = post()
        transaction.commit()

    def sign(self):
        for userid in ("auteur", "temoin", "temoin2", "animatrice", "animateur2", "direction", "adjointe", "rh"):
            charter.sign(userid, outcome="accepted", language="fr")

    def session(self, userid):
        return Session(self.portal, userid, PASSWORD, accept="application/json")

    def report(self, key=None, userid="temoin", kind="post", **values):
        data = {"kind": kind, "key": key or self.key, "article": 2, "words": WORDS} | values
        return self.session(userid).post("@reports", json=data)

    def seen(self):
        transaction.begin()
        IAnnotations(self.layer["request"]).clear()

    def queued(self, userid="animatrice", **query):
        return self.session(userid).get("@reports", params=query)

    def test_the_way_of_a_report(self):
        """Reported, decided, told, appealed, judged; and at each step nobody learns what is not theirs."""
        answer = self.report()
        self.assertEqual((201, {"@id", "kind", "key"}), (answer.status_code, set(answer.json())))
        self.assertEqual(409, self.report().status_code)
        self.assertEqual(400, self.report(userid="temoin2", article=99).status_code)
        self.assertEqual(404, self.report(key="123", userid="temoin2").status_code)
        self.assertEqual(409, self.report(userid="auteur").status_code)
        for userid in ("auteur", "temoin", "rh"):
            self.assertEqual(403, self.queued(userid).status_code)
        [item] = self.queued().json()["items"]
        address = item["@id"]
        whole = self.session("animatrice").get(address).json()
        self.assertEqual(["temoin"], [one["userid"] for one in whole["reported_by"]])
        self.assertEqual(404, self.session("auteur").get(address).status_code)
        self.assertIn(self.session("temoin").patch(address, json={"decision": "keep"}).status_code, (401, 403))
        for data in ({}, {"decision": "hide", "reason": "Non"}, {"decision": "hide", "article": 2}, {"decision": 3}):
            with self.subTest(data=data):
                self.assertEqual(400, self.session("animatrice").patch(address, json=data).status_code)
        data = {"decision": "hide", "article": 2, "reason": "Respect."}
        self.assertEqual(200, self.session("animatrice").patch(address, json=data).status_code)
        self.assertEqual(409, self.session("animateur2").patch(address, json=data).status_code)
        self.hidden_everywhere()
        own = self.session("auteur").get(f"{address}/appeal")
        self.assertEqual((200, True), (own.status_code, own.json()["may_appeal"]))
        for leak in ("temoin", "Zorglub", "animatrice"):
            self.assertNotIn(leak, own.text)
        self.assertEqual(404, self.session("temoin").get(f"{address}/appeal").status_code)
        self.assertEqual(201, self.session("auteur").post(f"{address}/appeal", json={"words": "Non."}).status_code)
        self.assertEqual(409, self.session("auteur").post(f"{address}/appeal", json={"words": "Non."}).status_code)
        judged = {"outcome": "reversed", "reason": "D’accord."}
        self.assertEqual(403, self.session("animatrice").patch(f"{address}/appeal", json=judged).status_code)
        self.assertEqual(200, self.session("direction").patch(f"{address}/appeal", json=judged).status_code)
        self.assertIn(f"@stream/{self.key}", self.session("temoin").get("@stream").text)

    def hidden_everywhere(self):
        """The post is on no page and in no answer, for its author and for others."""
        for userid in ("temoin", "auteur"):
            session = self.session(userid)
            self.assertNotIn("Ce client est nul", session.get("@stream").text)
            self.assertEqual(404, session.get(f"@posts/{self.key}").status_code)
            self.assertNotIn("Ce client est nul", session.get("@@stream", headers={"Accept": "text/html"}).text)
            search = session.get("@search", params={"SearchableText": "nul"}).json()
            self.assertEqual(0, search["items_total"])

    def test_a_hidden_comment_is_shown_again(self):
        with api.env.adopt_user(username="auteur"):
            number = discussion.write(self.page, "Un mot rare: ornithorynque", userid="auteur")
        transaction.commit()
        self.assertEqual(201, self.report(f"{IUUID(self.page)}/{number}", kind="comment").status_code)
        [item] = self.queued().json()["items"]
        data = {"decision": "hide", "article": 2, "reason": "Respect."}
        whole = self.session("animatrice").patch(item["@id"], json=data).json()
        self.assertTrue(whole["now"]["hidden"])
        for userid in ("temoin", "auteur"):
            session = self.session(userid)
            self.assertEqual(0, session.get("page/@comments").json()["items_total"])
            self.assertEqual(404, session.get(f"page/@comments/{number}").status_code)
            self.assertEqual(
                0, session.get("@search", params={"SearchableText": "ornithorynque"}).json()["items_total"]
            )
        self.assertEqual(0, self.session("temoin").get("page").json().get("total_comments", 0))
        self.session("auteur").post(f"{item['@id']}/appeal", json={"words": "Non."})
        judged = {"outcome": "reversed", "reason": "D’accord."}
        self.session("direction").patch(f"{item['@id']}/appeal", json=judged)
        self.assertEqual(1, self.session("temoin").get("page/@comments").json()["items_total"])

    def test_bad_questions(self):
        session = self.session("animatrice")
        for address, status in (
            ("@reports?state=nothing", 400),
            ("@reports?cursor=x", 400),
            ("@reports?size=1000", 400),
            ("@reports/1/2/3", 404),
            ("@reports/x", 404),
            ("@reports/99999999999999999999999", 404),
        ):
            with self.subTest(address=address):
                self.assertEqual(status, session.get(address).status_code)
        wrong = ({"kind": 3}, {"kind": "post", "key": 7}, {"kind": "post", "key": ["x"]})
        for body in (*wrong, {"kind": "comment", "key": "stream:1/1"}):
            with self.subTest(body=body):
                data = body | {"article": 2, "words": "x"}
                self.assertIn(self.session("temoin").post("@reports", json=data).status_code, (400, 404))

    def test_cursor(self):
        for number in range(3):
            key = post(text=f"Texte {number}")
            with api.env.adopt_user(username="temoin"):
                moderation.report("post", key, article=2, words="x", userid="temoin")
        transaction.commit()
        page = self.queued(size=2).json()
        rest = self.session("animatrice").get(page["next"]).json()
        texts = [item["text"] for item in (*page["items"], *rest["items"])]
        self.assertEqual((["Texte 0", "Texte 1", "Texte 2"], None), (texts, rest["next"]))

    def test_limits(self):
        """A post, a comment, a reaction and a report too many: 429, when to try again, and the text is given back."""
        for name in ("posts", "comments", "reactions", "reports"):
            api.portal.set_registry_record(f"bluegether.limits.{name}", 2)
        api.portal.set_registry_record("bluegether.limits.new_share", 100)
        keys = [post(text=f"Texte {number}") for number in range(3)]
        transaction.commit()
        session = self.session("temoin")
        sent = {
            "post": [("@stream", {"text": f"Bonjour {number}"}) for number in range(3)],
            "comment": [("page/@comments", {"text": f"Bonjour {number}"}) for number in range(3)],
            "reaction": [(f"@posts/{key}/reactions", {"reaction": "like"}) for key in keys],
            "report": [("@reports", {"kind": "post", "key": key, "article": 2, "words": "x"}) for key in keys],
        }
        for what, requests in sent.items():
            with self.subTest(what=what):
                answers = [session.post(address, json=data) for address, data in requests]
                self.assertEqual([True, True, False], [answer.ok for answer in answers])
                self.assertEqual(429, answers[2].status_code)
                self.assertGreater(int(answers[2].headers["Retry-After"]), 3000)
                self.assertEqual(answers[2].headers["Retry-After"], answers[2].json()["retry_after"])
        self.seen()
        self.assertEqual(2, len(IConversation(self.page)))
        self.assertEqual(429, session.post("@stream", json={"text": "Encore"}).status_code)
        self.assertEqual(201, self.session("temoin2").post("@stream", json={"text": "Un autre"}).status_code)

    def test_new_people_have_a_share_and_imports_no_limit(self):
        api.portal.set_registry_record("bluegether.limits.posts", 4)
        transaction.commit()
        session = self.session("temoin")
        statuses = [session.post("@stream", json={"text": f"Bonjour {number}"}).status_code for number in range(3)]
        self.assertEqual([201, 201, 429], statuses)
        with api.env.adopt_user(username="temoin"):
            for number in range(6):
                post("temoin", f"Import {number}")

    def test_nothing_waits(self):
        """Words of any kind, by a member: another member reads them at once, and there is no state to wait in."""
        words = "putain salope connard nazi porno casino viagra http://example.com"
        session, other = self.session("temoin"), self.session("temoin2")
        self.assertEqual(201, session.post("@stream", json={"text": words}).status_code)
        self.assertEqual(201, session.post("page/@comments", json={"text": words}).status_code)
        self.assertIn(words[:20], other.get("@stream").text)
        self.assertIn(words[:20], other.get("page/@comments").text)
        self.report()
        self.assertIn("Ce client est nul", other.get("@stream").text)
