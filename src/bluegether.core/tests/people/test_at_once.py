"""What a person writes about themselves is there at once, whatever its words, and is never markup."""

from bluegether.core.kit.errors import Invalid
from bluegether.core.people import api as people
from bluegether.core.stream import api as stream
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session
from plone import api
import transaction
import unittest


PASSWORD = "Correct-horse-1"
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)> ‮evil‬ zero​width " + 300 * "x"
# Words that a filter would stop: nothing may.
WORDS = "merde, grève, syndicat, démission, salaire, concurrent, casino, viagra"


class AtOnce(unittest.TestCase):
    layer = FUNCTIONAL

    def setUp(self):
        self.portal = self.layer["portal"]
        for userid, kind in (("zoe", "consultant"), ("abel", "consultant"), ("anim", "staff")):
            people.create_account(
                userid, fullname=f"{userid.title()} Test", email=f"{userid}@example.com", kind=kind, password=PASSWORD
            )
        api.user.grant_roles("anim", roles=["Animator"])
        transaction.commit()

    def get(self, path, userid="abel", accept="text/html"):
        session = Session(self.portal, userid, PASSWORD, accept)
        self.addCleanup(session.close)
        return session.get(path)

    def write(self, text):
        values = {"biography": text}
        people.update_profile(people.person("zoe"), "presentation", values, actor="zoe", audience="everyone")
        transaction.commit()

    def test_a_profile_is_visible_at_once(self):
        self.write(WORDS)
        self.assertIn(WORDS, self.get("people/zoe").text)
        self.assertIn(WORDS, str(self.get("@people/zoe", accept="application/json").json()))

    def test_a_profile_is_no_markup(self):
        with self.assertRaises(Invalid):
            self.write(HOSTILE)
        self.write('1 < 2 & "3" ‮evil‬ zero​width ' + 300 * "x")
        text = self.get("people/zoe").text
        self.assertIn("1 &lt; 2 &amp;", text)
        self.assertIn(300 * "x", text)

    def test_praise_is_no_markup(self):
        stream.post(f"@zoe {HOSTILE}", author="abel", kind="praise", praised=("zoe",))
        transaction.commit()
        text = self.get("@@stream", "zoe").text
        self.assertIn("&lt;script&gt;alert(1)", text)
        self.assertNotIn("<script>alert(1)", text)
        self.assertNotIn("<img src=x", text)
