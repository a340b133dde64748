"""The pages of pictures, shares, polls, praise, order and blocks, as people without JavaScript use them."""

from bluegether.core.kit.picture import picture
from bluegether.core.people import api as people
from bluegether.core.stream import api as stream
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session
from io import BytesIO
from PIL import Image
from plone import api
from plone.testing.zope import Browser
import transaction
import unittest


PASSWORD = "correct horse 26"


def image(form="PNG"):
    written = BytesIO()
    Image.new("RGB", (40, 30), "navy").save(written, form)
    return written.getvalue()


class KindPageCase(unittest.TestCase):
    layer = FUNCTIONAL

    def setUp(self):
        self.portal = self.layer["portal"]
        api.portal.set_registry_record("bluegether.people.units", {"lyon": "Lyon", "paris": "Paris"})
        with stream.silence():
            for userid, kind, unit in (
                ("ana", "staff", "lyon"),
                ("bob", "consultant", "paris"),
                ("zoe", "consultant", "lyon"),
                ("carl", "client", ""),
            ):
                people.create_account(
                    userid,
                    fullname=f"{userid.title()} Diaz",
                    email=f"{userid}@example.com",
                    kind=kind,
                    unit=unit,
                    password=PASSWORD,
                )
        transaction.commit()

    def open(self, userid, path="@@stream"):
        browser = Browser(self.layer["app"])
        browser.raiseHttpErrors = False
        browser.addHeader("Authorization", f"Basic {userid}:{PASSWORD}")
        browser.open(f"{self.portal.absolute_url()}/{path}")
        return browser

    def status(self, userid, path):
        return self.session(userid).get(path)

    def session(self, userid, accept="*/*"):
        session = Session(self.layer["portal"], userid, PASSWORD, accept=accept)
        self.addCleanup(session.close)
        return session

    def write(self, text="Bonjour", author="ana", **values):
        entry = stream.post(text, author=author, **values)
        transaction.commit()
        return entry

    def newest(self, userid="ana"):
        transaction.begin()
        return stream.entries(stream.view("all"), userid=userid).items[0].entry


class TestPictures(KindPageCase):
    def send(self, data, name):
        browser = self.open("ana")
        form = browser.getForm(id="post")
        form.getControl(name="text").value = "Voici la salle"
        form.getControl(name="picture_0").add_file(BytesIO(data), "image/png", name)
        form.getControl(name="alt_0").value = '"><script>alert(1)</script>'
        form.submit()
        return browser

    def test_what_is_no_picture_says_so_and_keeps_the_text(self):
        for data, name in ((b"<svg onload='alert(1)'/>", "a.png"), (b"", "b.png"), (b"0" * 10_000_001, "c.jpg")):
            browser = self.send(data, name)
            self.assertIn('role="alert"', browser.contents)
            self.assertIn("Voici la salle</textarea>", browser.contents)
        transaction.begin()
        self.assertEqual([], stream.entries(stream.view("all"), userid="ana").items)

    def test_a_picture_is_served_to_who_sees_the_entry_as_a_picture_only(self):
        self.send(image(), "salle.png")
        entry = self.newest()
        contents = self.open("bob").contents
        self.assertIn(f"@@stream/{entry.id}/@@picture/0", contents)
        self.assertIn("&lt;script&gt;alert(1)", contents)
        self.assertNotIn("<script>alert(1)", contents)
        answer = self.status("bob", f"@@stream/{entry.id}/@@picture/0")
        self.assertEqual(b"\xff\xd8\xff", answer.content[:3])
        headers = answer.headers
        self.assertEqual(
            ("image/jpeg", "private, no-cache", "nosniff"),
            (headers["Content-Type"], headers["Cache-Control"], headers["X-Content-Type-Options"]),
        )
        for path in ("@@picture", "@@picture/1", "@@picture/x", "@@picture/0/0", "@@picture/-1"):
            self.assertEqual(404, self.status("bob", f"@@stream/{entry.id}/{path}").status_code, path)

    def test_nobody_else_gets_it(self):
        entry = self.write(units=("lyon",), pictures=[picture(image())])
        path = f"@@stream/{entry.id}/@@picture/0"
        self.assertEqual(200, self.status("zoe", path).status_code)
        for userid in ("bob", "carl", ""):
            answer = self.status(userid, path)
            self.assertNotIn(b"\xff\xd8\xff", answer.content, userid)
        stream.delete(entry.id, userid="ana")
        transaction.commit()
        self.assertEqual(404, self.status("zoe", path).status_code)


class TestShare(KindPageCase):
    def test_sharing_and_who_shared_it(self):
        original = self.write("Un texte à lire", units=("lyon",))
        self.assertIn("404", self.open("bob", f"@@stream-share?id={original.id}").headers["status"])
        browser = self.open("zoe", f"@@stream-share?id={original.id}")
        self.assertIn("Un texte à lire", browser.contents)
        form = browser.getForm(id="share")
        form.getControl(name="text").value = "À lire absolument"
        form.submit()
        self.assertIn("À lire absolument", browser.contents)
        self.assertIn("Un texte à lire", browser.contents)
        contents = self.open("bob").contents
        self.assertIn("À lire absolument", contents)
        self.assertNotIn("Un texte à lire", contents)
        self.assertIn("This publication is not available any more.", contents)
        shares = self.open("ana", f"@@stream/{original.id}").contents.split('id="shares"')[1]
        self.assertIn("Zoe Diaz", shares.split("</section>")[0])
        browser = self.open("zoe", "@@stream?person=zoe")
        browser.getLink("Shared by this person").click()
        self.assertIn("À lire absolument", browser.contents)
        hidden = self.open("bob", "@@stream?shared=zoe").contents
        self.assertIn("À lire absolument", hidden)
        self.assertNotIn("Un texte à lire", hidden)
        self.assertIn("There is nothing that this person shared", self.open("zoe", "@@stream?shared=ana").contents)

    def test_a_document_says_where_it_was_shared(self):
        with api.env.adopt_roles(["Manager"]), stream.silence():
            page = api.content.create(self.portal, "Document", "guide", "Guide du réseau")
        transaction.commit()
        browser = self.open("ana", "guide/view")
        self.assertNotIn("Shared by", browser.contents)
        browser.getLink("Share in the stream").click()
        form = browser.getForm(id="share")
        form.submit()
        self.assertIn("Write something first.", browser.contents)
        form = browser.getForm(id="share")
        form.getControl(name="text").value = "Pour les nouveaux"
        form.getControl(name="unit").value = ["lyon"]
        form.submit()
        self.assertIn("Guide du réseau", browser.contents)
        self.assertEqual((page.UID(),), self.newest().documents)
        self.assertIn("Ana Diaz", self.open("zoe", "guide/view").contents.split("Shared by")[1])
        seen = self.open("bob", "guide/view").contents
        self.assertNotIn("Shared by", seen)
        self.assertNotIn("Published by", seen)
        page.setCreators(["ana"])
        transaction.commit()
        said = self.open("bob", "guide/view").contents.split("Published by")[1][:300]
        self.assertIn("people/ana", said)
        self.assertIn("Ana Diaz", said)
        self.assertIn("Lyon", said)


class TestPollPage(KindPageCase):
    def test_asking_and_voting(self):
        browser = self.open("ana")
        form = browser.getForm(id="post")
        form.getControl(name="text").value = "Quel jour ?"
        form.getControl(name="kind").value = ["poll"]
        form.getControl(name="options").value = "Lundi"
        form.submit()
        self.assertIn("A poll has 2 to 6 different options.", browser.contents)
        form = browser.getForm(id="post")
        form.getControl(name="options").value = "Lundi\nMardi <b>soir</b>"
        form.submit()
        browser = self.open("bob")
        self.assertIn("Mardi &lt;b&gt;soir", browser.contents)
        self.assertIn("Results are shown once you have voted.", browser.contents)
        browser.getControl(name="option").value = ["1"]
        browser.getControl("Vote").click()
        self.assertIn("(1)", browser.contents)
        self.assertEqual({"bob": (1,)}, dict(self.newest().poll.votes))
        self.assertEqual(400, self.vote("bob", self.newest().id, "9"))
        self.assertEqual({"bob": (1,)}, dict(self.newest().poll.votes))

    def vote(self, userid, entry_id, option):
        browser = self.open(userid)
        token = browser.getControl(name="_authenticator", index=0).value
        browser.post(
            f"{self.portal.absolute_url()}/@@stream-act",
            f"act=vote&id={entry_id}&option={option}&_authenticator={token}",
        )
        return int(browser.headers["status"].split()[0])


class TestPraiseAndOrder(KindPageCase):
    def test_praise(self):
        browser = self.open("ana")
        form = browser.getForm(id="post")
        form.getControl(name="text").value = "Merci pour l’aide"
        form.getControl(name="kind").value = ["praise"]
        form.getControl(name="praised").value = "bob, nobody"
        form.submit()
        self.assertIn("“nobody” is not the user id of a member.", browser.contents)
        form = browser.getForm(id="post")
        form.getControl(name="praised").value = "@bob"
        form.submit()
        self.assertEqual((("bob",), "praise"), (self.newest().praised, self.newest().kind))
        self.assertIn("Bob Diaz", self.open("zoe").contents)

    def test_order_reading_marks_blocking_and_hashtags(self):
        self.write("un #plone", author="bob")
        browser = self.open("ana")
        browser.getControl("Mark all as read").click()
        self.assertNotIn("Mark all as read", browser.contents)
        self.write("deux", author="bob")
        browser = self.open("ana", "@@stream?order=activity")
        self.assertIn(">New<", browser.contents)
        self.assertLess(
            browser.contents.index("deux"), browser.contents.index("un #" if "un #" in browser.contents else "#plone")
        )
        browser.getControl("Block this person", index=0).click()
        self.assertNotIn("deux", self.open("ana").contents)
        follows = self.open("ana", "@@stream-follows")
        follows.getControl("No longer block").click()
        self.assertIn("deux", self.open("ana").contents)
        self.assertNotIn("Rename a hashtag", self.open("ana").contents)
        self.assertNotIn('id="rename"', self.open("ana", "@@stream-hashtags").contents)
        self.portal.acl_users.portal_role_manager.assignRoleToPrincipal("Animator", "zoe")
        transaction.commit()
        browser = self.open("zoe", "@@stream-hashtags")
        browser.getControl(name="old").value = "plone"
        browser.getControl(name="new").value = "cms"
        browser.getControl("Rename").click()
        self.assertIn("#plone", browser.contents)
        self.assertIn("un ", self.open("ana", "@@stream?hashtag=cms").contents)


class TestServices(KindPageCase):
    def test_posting_voting_sharing(self):
        ana, bob = self.session("ana", "application/json"), self.session("bob", "application/json")
        wrong = (
            {"text": "x", "pictures": [{"data": "%%%"}]},
            {"text": "x", "pictures": [{"data": "aGVsbG8="}]},
            {"text": "x", "pictures": "x"},
            {"text": "x", "quote": "abc"},
            {"text": "x", "kind": "poll", "options": ["a"]},
            {"text": "x", "kind": "praise", "praised": [1]},
            {"text": "x", "documents": ["/secret"]},
        )
        for body in wrong:
            self.assertEqual(400, ana.post("@stream", json=body).status_code, body)
        self.assertEqual([], ana.get("@stream").json()["items"])
        body = {"text": "Quand ?", "kind": "poll", "options": ["Lundi", "Mardi"], "units": ["lyon"]}
        poll = ana.post("@stream", json=body).json()
        self.assertEqual([None, None], [one["count"] for one in poll["poll"]["options"]])
        self.assertEqual(404, bob.post(f"@stream/{poll['id']}/vote", json={"options": [0]}).status_code)
        self.assertEqual(400, ana.post(f"@stream/{poll['id']}/vote", json={"options": [7]}).status_code)
        answer = ana.post(f"@stream/{poll['id']}/vote", json={"options": [1]})
        self.assertEqual([0, 1], [one["count"] for one in answer.json()["poll"]["options"]])
        zoe = self.session("zoe", "application/json")
        share = zoe.post("@stream", json={"text": "", "quote": poll["id"]}).json()
        self.assertEqual("Quand ?", share["shares"]["text"])
        self.assertEqual({"available": False}, bob.get(f"@stream/{share['id']}").json()["shares"])
        self.assertEqual(["zoe"], [one["author"] for one in ana.get(f"@stream/{poll['id']}/shares").json()["items"]])
        self.assertEqual(404, bob.get(f"@stream/{poll['id']}/shares").status_code)

    def test_marks_blocks_suggestions_hashtags(self):
        ana = self.session("ana", "application/json")
        entry = self.write("#plone", author="bob")
        self.assertEqual(400, ana.post("@stream-seen", json={"until": "x"}).status_code)
        self.assertEqual(204, ana.post("@stream-seen", json={"until": str(entry.id)}).status_code)
        transaction.begin()
        self.assertEqual(entry.id, stream.seen("ana"))
        self.assertEqual(204, ana.post("@follows", json={"blocked": "bob"}).status_code)
        self.assertEqual((["bob"], []), (ana.get("@follows").json()["blocked"], ana.get("@stream").json()["items"]))
        self.assertEqual(204, ana.delete("@follows/blocked/bob").status_code)
        self.assertEqual([{"hashtag": "plone", "count": 1}], ana.get("@hashtags").json()["items"])
        self.assertIn(ana.post("@hashtags", json={"old": "plone", "new": "cms"}).status_code, (401, 403))
        self.assertEqual([], ana.get("@hashtags?x").json()["items"][1:])
        for path in ("@follow-suggestions", "@hashtags"):
            self.assertEqual(200, ana.get(path).status_code)
            self.assertIn(self.session("carl", "application/json").get(path).status_code, (401, 403), path)
        self.assertEqual(400, ana.get("@stream?order=best").status_code)
