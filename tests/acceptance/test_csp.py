"""No page that people use breaks the content security policy, in a real browser."""

from bluegether.core.charter.testing import create_people
from bluegether.core.charter.testing import PASSWORD
from bluegether.policy.testing import FUNCTIONAL
from pathlib import Path
from plone import api
import sys
import transaction
import unittest


sys.path.insert(0, str(Path(__file__).parent))
import browser


# What pages need before they are ready to use, so that their scripts have run.
PAGES = {
    "login": "#__ac_name",
    "": "h1",
    "@@charter": "body",
    "@@charter-sign": "body",
    "plan": "h1",
    "plan/edit": "iframe.tox-edit-area__iframe",
    "++add++News Item": "iframe.tox-edit-area__iframe",
    "folder_contents": ".pat-structure .itemRow",
    "@@search?SearchableText=plan": "h1",
    "@@personal-information": "h1",
    "@@notifications": "h1",
    "@@notification-settings": "h1",
    "@@urgent-message": "h1",
    "people": ".directory-face",
    "@@org-chart?by=unit": "h1",
    "@@skills-map": "h1",
    "@@overview-controlpanel": "h1",
    "@@site-controlpanel": "h1",
    "@@usergroup-userprefs": "h1",
    "plan/@@sharing": "h1",
}


class TestPolicy(unittest.TestCase):
    layer = FUNCTIONAL

    def setUp(self):
        portal = self.layer["portal"]
        with api.env.adopt_roles(["Manager"]):
            create_people("animatrice")
            api.user.grant_roles("animatrice", roles=["Manager", "Member"])
            api.content.create(portal, "Document", "plan", title="Plan")
        transaction.commit()

    def test_no_page_is_stopped_by_it(self):
        broken = []
        with browser.page(self.layer) as page:
            page.on(
                "console", lambda message: broken.append((page.url, message.text)) if is_violation(message) else None
            )
            page.on("pageerror", lambda error: broken.append((page.url, f"script: {error}")))
            browser.login(page, "animatrice", PASSWORD)
            for path, ready in PAGES.items():
                page.goto(path)
                page.wait_for_selector(ready)
                page.wait_for_load_state("networkidle")
        self.assertEqual([], broken)

    def test_an_inline_script_does_not_run(self):
        with browser.page(self.layer) as page:
            page.goto("login")
            page.evaluate(
                "() => { const s = document.createElement('script'); s.textContent = 'window.ran = true';"
                " document.body.append(s); }"
            )
            self.assertIsNone(page.evaluate("() => window.ran ?? null"))


def is_violation(message) -> bool:
    return "Content Security Policy" in message.text or "Refused to" in message.text
