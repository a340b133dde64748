"""A comment's text as HTML: what is understood, and that nothing a person types is executed."""

from bluegether.core.discussion.browser.text import html
from bluegether.core.people import api as people
from bluegether.core.testing import INTEGRATION
from html.parser import HTMLParser
import unittest


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[clic](javascript:alert(1))",
    "[clic](JaVaScRiPt:alert(1))",
    "[clic](&#106;avascript:alert(1))",
    "[clic](  javascript:alert(1))",
    "[clic](data:text/html,<script>alert(1)</script>)",
    "[clic](vbscript:x)",
    "[clic](file:///etc/passwd)",
    "[clic](//evil.example/x)",
    "[clic](http://[bad)",
    "<javascript:alert(1)>",
    "![x](https://evil.example/pixel.png)",
    'https://example.com/"onmouseover="alert(1)',
    "https://example.com/<script>alert(1)</script>",
    "`<b>` **<i onclick=x>** > <iframe src=//evil.example>",
    "```\n</code></pre><script>alert(1)</script>\n```",
    '[x](https://example.com "a\\" onclick=alert(1) \\"")',
    "@amina<script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "a" * 10_000,
    "> " * 5000,
    "*" * 10_000,
    "[" * 10_000,
    "`" * 10_000,
    "@amina " * 1400,
    "- " * 5000,
]
ALLOWED = {"p", "br", "em", "strong", "code", "pre", "a", "ul", "ol", "li", "blockquote"}


class Reader(HTMLParser):
    """Collects what a browser would make of it."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.attributes, self.addresses = set(), set(), []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        for name, value in attrs:
            self.attributes.add((tag, name))
            if name == "href":
                self.addresses.append(value)


class TestText(unittest.TestCase):
    layer = INTEGRATION

    def setUp(self):
        people.create_account("amina", fullname="Amina <b>Diallo", email="amina@example.com", kind="staff")

    def test_nothing_that_is_typed_is_executed(self):
        for text in HOSTILE:
            with self.subTest(text[:40]):
                found = Reader(html(text))
                self.assertLessEqual(found.tags, ALLOWED)
                allowed = {("a", "href"), ("a", "rel"), ("strong", "class"), ("strong", "title"), ("ol", "start")}
                self.assertLessEqual(found.attributes, allowed)
                for address in found.addresses:
                    self.assertRegex(address, r"^($|https?://|mailto:|/(?!/))")

    def test_simple_formatting(self):
        self.assertEqual(
            "<p><strong>gras</strong> et <em>italique</em>, <code>x &lt; y</code><br />\nligne</p>\n",
            html("**gras** et *italique*, `x < y`\nligne").replace("<br>", "<br />"),
        )
        self.assertEqual({"ul", "li", "p"}, Reader(html("- un\n- deux\n\nfin")).tags)
        self.assertIn("<blockquote>", html("> cité"))

    def test_web_addresses_become_links_without_what_ends_the_sentence(self):
        made = html("voir https://example.com/a_b?x=1&y=2, ou (https://example.org).")
        self.assertEqual(["https://example.com/a_b?x=1&y=2", "https://example.org"], Reader(made).addresses)
        self.assertIn(">https://example.com/a_b?x=1&amp;y=2</a>, ou", made)
        self.assertIn('rel="nofollow noopener noreferrer ugc"', made)

    def test_an_address_without_scheme_stays_text(self):
        self.assertEqual([], Reader(html("example.com ftp://example.com")).addresses)

    def test_a_mention_shows_the_name_of_today_escaped(self):
        made = html("Merci @amina. Et @inconnue, mail@amina.fr")
        self.assertIn('<strong class="mention" title="@amina">Amina &lt;b&gt;Diallo</strong>. Et @inconnue', made)
        self.assertEqual(1, made.count("<strong"))

    def test_no_mention_inside_code_or_links(self):
        self.assertNotIn("<strong", html("`@amina` [@amina](https://example.com/@amina)"))
