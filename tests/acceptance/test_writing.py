"""What people type: kept through an expired session, and harmless whatever it is, in a real browser."""

from bluegether.core.charter.testing import create_people
from bluegether.core.charter.testing import PASSWORD
from bluegether.core.discussion import api as discussion
from bluegether.core.kit.access import acting_as
from bluegether.core.messaging import api as messaging
from bluegether.core.stream import api as stream
from bluegether.policy.testing import FUNCTIONAL
from pathlib import Path
from plone import api
import sys
import transaction
import unittest


sys.path.insert(0, str(Path(__file__).parent))
import browser


HOSTILE = {
    "html": "<h1>Grand</h1><img src=x onerror=window.hurt=1><script>window.hurt=1</script><svg onload=window.hurt=1>",
    "links": "[banque](javascript:window.hurt=1) https://exаmple.fr https://a.fr@evil.example data:text/html,x "
    "[https://intranet.example](https://evil.example)",
    "bidi": "facture \u202egpj.exe \u2066retourné\u2069 a\u200bd\u200bm\u200bi\u200bn",
    "word": "m" * 3000,
    "marks": "*_`[](<" * 400,
    "long": "Dix mille signes. " * 555,
    "mentions": " ".join(f"@personne{number}" for number in range(200)) + " @animatrice",
}
HARMLESS = {"hurt": 0, "wide": 0, "loose": 0, "links": 0, "signs": False}
LOOK = """() => ({
    hurt: window.hurt,
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    loose: document.querySelectorAll("main script:not([src]), main img[src=x], main svg[onload]").length,
    links: [...document.querySelectorAll("main a")].filter(a => /^(javascript|data|vbscript):/.test(a.href)).length,
    signs: /[\\u202a-\\u202e\\u2066-\\u2069\\u200b]/.test(document.body.innerText),
})"""
KEPT = "Object.keys(sessionStorage).filter(name => name.startsWith('bluegether-draft ')).length"


class WritingTest(unittest.TestCase):
    layer = FUNCTIONAL

    def setUp(self):
        portal = self.layer["portal"]
        with api.env.adopt_roles(["Manager"]):
            create_people("animatrice", "consultante")
            self.page = api.content.create(portal, "Document", "plan", title="Plan", allow_discussion=True)
            api.content.transition(self.page, to_state="internally_published")
        transaction.commit()


class TestDrafts(WritingTest):
    def test_a_post_and_a_comment_survive_the_session_and_are_forgotten_when_sent(self):
        with browser.page(self.layer) as page:
            browser.login(page, "consultante", PASSWORD)
            for address, field, button in (
                ("@@stream", "#post-text", "#post button[type=submit]"),
                ("plan", "#discussion-text", "form:has(#discussion-text) button[type=submit]"),
            ):
                page.goto(address)
                page.fill(field, f"Ce que je pense de {address}")
                page.context.clear_cookies()
                page.click(button)
                page.wait_for_selector("#__ac_name")
                self.assertEqual(1, page.evaluate(KEPT))
                browser.login(page, "consultante", PASSWORD)
                page.goto(address)
                self.assertEqual(f"Ce que je pense de {address}", page.input_value(field))
                page.click(button)
                page.wait_for_selector(f"text=Ce que je pense de {address} >> visible=true")
                page.wait_for_function(f"{KEPT} === 0")
                page.goto(address)
                self.assertEqual("", page.input_value(field))

    def test_log_out_forgets_them_and_nobody_else_is_shown_them(self):
        with browser.page(self.layer) as page:
            browser.login(page, "consultante", PASSWORD)
            page.goto("@@stream")
            page.fill("#post-text", "Pour moi seule")
            page.context.clear_cookies()
            browser.login(page, "animatrice", PASSWORD)
            page.goto("@@stream")
            self.assertEqual("", page.input_value("#post-text"))
            self.assertEqual(1, page.evaluate(KEPT))
            page.evaluate("document.querySelector('#personaltools-logout').click()")
            page.wait_for_function(f"{KEPT} === 0")

    def test_a_link_is_copied(self):
        entry = stream.post("À citer", author="consultante")
        transaction.commit()
        with browser.page(self.layer) as page:
            page.context.grant_permissions(["clipboard-read", "clipboard-write"])
            browser.login(page, "animatrice", PASSWORD)
            page.goto("@@stream")
            page.click(f"#entry-{entry.id} .stream-menu summary")
            page.click(f"#entry-{entry.id} a[data-copied]")
            page.wait_for_selector(f"#entry-{entry.id} a[data-copied][role=status]")
            address = page.evaluate("navigator.clipboard.readText()")
            self.assertTrue(address.endswith(f"/@@stream/{entry.id}"), address)
        with browser.page(self.layer, scripts=False) as page:
            browser.login(page, "animatrice", PASSWORD)
            page.goto("@@stream")
            page.click(f"#entry-{entry.id} .stream-menu summary")
            page.click(f"#entry-{entry.id} a[data-copied]")
            self.assertTrue(page.url.endswith(f"/@@stream/{entry.id}"))


class TestHostile(WritingTest):
    """Posts, comments, messages, options of polls: nothing runs, nothing is wider than the page, nothing misleads."""

    def setUp(self):
        super().setUp()
        api.portal.set_registry_record("bluegether.messaging.new_messages", 100)
        talk = None
        with acting_as("consultante"):
            for text in HOSTILE.values():
                entry = stream.post(text, author="consultante")
                discussion.write(stream.publication(entry.id), text, userid="consultante")
                discussion.write(self.page, text, userid="consultante")
                if talk is None:
                    talk = messaging.start(["animatrice"], text, author="consultante")
                else:
                    messaging.send(talk.id, text, author="consultante")
            options = [HOSTILE["html"][:80], "m" * 80]
            stream.post("Sondage", author="consultante", kind="poll", options=options)
            stream.post(HOSTILE["html"], author="consultante", kind="feedback", technology="<b>x</b>", sector="m" * 80)
        transaction.commit()
        talks = (f"@@messages/{talk.id}", "@@messages")
        self.pages = ("@@stream", "plan", f"@@stream/{entry.id}", *talks, "", "@@notifications")

    def test_nothing_runs_and_the_layout_holds(self):
        for width, theme in ((1440, "light"), (390, "dark")):
            with browser.page(self.layer, width=width, theme=theme) as page:
                page.add_init_script("window.hurt = 0; window.alert = () => { window.hurt += 1; }")
                browser.login(page, "animatrice", PASSWORD)
                for address in self.pages:
                    page.goto(address)
                    page.wait_for_load_state("load")
                    self.assertEqual(HARMLESS, page.evaluate(LOOK), (address, width))
