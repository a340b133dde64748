"""Pictures and files of comments: what is taken, who gets them, when they go."""

from base64 import b64decode
from base64 import b64encode
from bluegether.core.discussion import api as discussion
from bluegether.core.kit.attachment import checked_files
from bluegether.core.kit.errors import Invalid
from bluegether.core.people import api as people
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session
from PIL import Image
from plone import api
from plone.app.discussion.interfaces import IConversation
import io
import re
import transaction
import unittest


PASSWORD = "Correct-horse-42"
HTML = b"<html><script>alert(document.domain)</script></html>"


def png() -> bytes:
    """Return a picture with a word that a camera could have left in it."""
    written = io.BytesIO()
    Image.new("RGB", (900, 600), "teal").save(written, "PNG")
    return written.getvalue() + b"SECRET-PLACE"


def sent(name, data) -> dict:
    return {"filename": name, "data": b64encode(data).decode()}


class TestTaken(unittest.TestCase):
    def refusal(self, name, data, **bounds):
        with self.assertRaises(Invalid) as caught:
            checked_files([(name, data)], **({"most": 4, "megabytes": 1} | bounds))
        return caught.exception.field

    def test_the_content_decides_and_the_name_must_agree(self):
        for name, data in (
            ("photo.png", HTML),
            ("photo.jpg", png()),
            ("photo.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
            ("page.html", HTML),
            ("plan.pdf", HTML),
            ("plan.docx", HTML),
            ("notes.txt", b"MZ\x90\0\0"),
            ("nothing.txt", b""),
            ("large.txt", b"a" * 1_000_001),
            ("without-ending", b"text"),
            (None, b"text"),
        ):
            self.assertEqual("files", self.refusal(name, data), name)
        self.assertEqual("files", self.refusal("a.txt", b"a", most=0))

    def test_a_picture_gets_a_small_copy_without_what_the_camera_wrote(self):
        (found,) = checked_files([("../..\\Été\u202egpj.png", png())], most=1, megabytes=1)
        self.assertEqual(("Étégpj.png", "image/png"), (found.name, found.content_type))
        self.assertNotIn(b"SECRET-PLACE", found.thumbnail)
        self.assertEqual((480, 320), Image.open(io.BytesIO(found.thumbnail)).size)


class TestKept(unittest.TestCase):
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

    def get(self, userid, address):
        return Session(self.portal, userid, PASSWORD, accept="*/*").get(address, allow_redirects=False)

    def post(self, files, text="Voici", by="claire"):
        return self.rest(by).post("page/@comments", json={"text": text, "files": files})

    def rest(self, userid):
        return Session(self.portal, userid, PASSWORD, accept="application/json")

    def comment(self):
        transaction.begin()
        return next(iter(IConversation(self.page).getComments()))

    def test_rest_keeps_and_serves_them_safely_to_who_reads_the_comment(self):
        for files in ("x", [{"filename": "a.txt", "data": "§"}], [sent("a.png", HTML)], [sent("a.txt", b"a")] * 5):
            answer = self.post(files)
            self.assertEqual((400, "files"), (answer.status_code, answer.json()["field"]))
        self.assertEqual(400, self.post([], text="").status_code)
        answer = self.post([sent("photo.png", png()), sent("plan.txt", b"<script>1</script>")], text="")
        self.assertEqual(201, answer.status_code)
        picture, plan = answer.json()["files"]
        self.assertEqual(("photo.png", "image/png"), (picture["filename"], picture["content-type"]))
        self.assertIsNone(plan["thumbnail"])
        read = self.get("amina", plan["download"])
        self.assertEqual((200, b"<script>1</script>"), (read.status_code, read.content))
        self.assertEqual("nosniff", read.headers["X-Content-Type-Options"])
        self.assertEqual("private, no-store", read.headers["Cache-Control"])
        self.assertEqual("attachment; filename*=UTF-8''plan.txt", read.headers["Content-Disposition"])
        small = self.get("amina", picture["thumbnail"])
        self.assertEqual((200, "image/jpeg"), (small.status_code, small.headers["Content-Type"]))
        self.assertEqual(b"\xff\xd8", small.content[:2])
        for wrong in ("/9", "/x", "", "/1/small", "/0/large", "/0/small/more"):
            address = picture["download"].rsplit("/", 1)[0] + wrong
            self.assertEqual(404, self.get("amina", address).status_code, wrong)
        self.closed(plan["download"], picture["thumbnail"])

    def closed(self, *addresses):
        """Nobody reads on what they may not see, nor who may not see it any more."""
        for userid in ("", "client"):
            for address in addresses:
                answer = self.get(userid, address)
                self.assertNotEqual(200, answer.status_code)
                self.assertNotIn(b"script>1", answer.content)
        self.comment()
        discussion.hide(self.comment())
        transaction.commit()
        for address in addresses:
            self.assertNotIn(self.get("amina", address).status_code, (200, 500))
        discussion.show(self.comment())
        self.page.manage_permission("View", ["Manager"], acquire=0)
        transaction.commit()
        for address in addresses:
            self.assertNotIn(self.get("amina", address).status_code, (200, 500))

    def test_the_form_takes_them_and_the_page_shows_them(self):
        session = Session(self.portal, "claire", PASSWORD)
        token = re.search(r'name="_authenticator" value="(\w+)"', session.get("page").text)[1]
        form = {"text": "Voici", "_authenticator": token}
        files = [("files:list", ("photo.png", png(), "image/gif")), ("files:list", ("plan.txt", b"Le plan"))]
        page = session.post("page/@@comment", data=form, files=files).text
        address = f"{self.comment().absolute_url()}/@@comment-file/0"
        self.assertIn(f'href="{address}"', page)
        self.assertIn(f'src="{address}/small"', page)
        self.assertIn("photo.png", page)
        self.assertIn("plan.txt", page)
        refused = session.post("page/@@comment", data=form, files=[("files:list", ("a.png", HTML))])
        self.assertEqual(400, refused.status_code)
        self.assertIn(">Voici</textarea>", refused.text)

    def test_they_are_the_authors_data_and_go_with_the_text_and_the_person(self):
        number = int(self.post([sent("plan.txt", b"Le plan")]).json()["comment_id"])
        self.comment()
        (held,) = people.personal_data("claire", actor="claire")["discussion"]["comments"]
        self.assertEqual(b"Le plan", b64decode(held["files"][0]["data"]))
        self.rest("amina").post(f"page/@comments/{number}", json={"text": "Merci"})
        self.post([sent("autre.txt", b"Autre")])
        self.rest("claire").delete(f"page/@comments/{number}")
        transaction.begin()
        comments = {one.comment_id: one for one in IConversation(self.page).getComments()}
        self.assertEqual((), discussion.files(comments.pop(number)))
        discussion.erase("claire")
        self.assertEqual([], [one for one in comments.values() if discussion.files(one)])
