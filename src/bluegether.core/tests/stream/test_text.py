"""What a text means: mentions, hashtags, links, and what is taken out of it."""

from bluegether.core.people import api as people
from bluegether.core.stream.api import text
from bluegether.core.testing import INTEGRATION
import unittest


class TestText(unittest.TestCase):
    layer = INTEGRATION

    def setUp(self):
        for userid, kind in (("ana", "staff"), ("zoe.b", "partner"), ("carl", "client")):
            people.create_account(userid, fullname=userid.title(), email=f"{userid}@example.com", kind=kind)

    def found(self, given, kind):
        return [(part.text, part.value) for part in text.parts(given) if part.kind == kind]

    def test_parts_joined_are_the_text_again(self):
        for given in (
            "",
            "a",
            "@ana: #Été, voir https://x.fr/a?b=1#c). Fin #1 @carl @@ana ##x # @",
            "\n\n@ana\n#a_b\n",
        ):
            self.assertEqual(given, "".join(part.text for part in text.parts(given)))

    def test_mentions_are_people_of_the_network(self):
        self.assertEqual(
            ("ana", "zoe.b"), text.mentions("@ana, @zoe.b. @ana @anaïs @nobody @carl a@ana.fr https://x/@ana")
        )

    def test_a_client_cannot_be_mentioned(self):
        self.assertEqual([("Bonjour @carl", "")], self.found("Bonjour @carl", "text"))

    def test_hashtags_are_unicode_and_folded(self):
        self.assertEqual(("été", "python3", "ça_va"), text.hashtags("#Été #ÉTÉ #Python3. #ça_va #12 #a &#233; a#b"))
        self.assertEqual(text.folded("#e\u0301te\u0301"), text.folded("été"))
        self.assertEqual((), text.hashtags("#" + "a" * 51))

    def test_links_end_before_the_punctuation(self):
        self.assertEqual([("https://x.fr/a?b=1", "https://x.fr/a?b=1")], self.found("(https://x.fr/a?b=1).", "link"))
        for harmful in ("javascript:alert(1)", "https://", "http://...", "data:text/html,x", "//x.fr"):
            self.assertEqual([], self.found(harmful, "link"), harmful)

    def test_hundreds_of_mentions_and_hashtags_are_bounded(self):
        many = " ".join(f"#tag{number}" for number in range(200))
        self.assertEqual(text.HASHTAGS, len(text.hashtags(many)))
        for number in range(60):
            people.create_account(f"p{number}", fullname="P", email=f"p{number}@example.com", kind="staff")
        self.assertEqual(text.MENTIONS, len(text.mentions(" ".join(f"@p{number}" for number in range(60)))))
