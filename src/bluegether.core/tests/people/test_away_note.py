"""Where somebody is mentioned, it is said until when they are away and who replaces them."""

from bluegether.core.discussion.browser.text import html
from bluegether.core.people import api as people
from bluegether.core.people.testing import PASSWORD
from bluegether.core.people.testing import PeopleTest
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session
from datetime import date
from datetime import timedelta
import transaction


class TestAwayNote(PeopleTest):
    layer = FUNCTIONAL

    def setUp(self):
        super().setUp()
        self.personas()
        person = people.person("consultante")
        values = {"away_from": self.day(-1), "away_until": self.day(3), "away_replacement": "rh"}
        people.update_profile(person, "absence", values, actor="consultante")
        transaction.commit()

    def day(self, days: int) -> date:
        return self.clock.now().date() + timedelta(days)

    def test_beside_a_mention_while_it_lasts(self):
        text = html("Demande à @consultante et à @rh.")
        self.assertIn('</strong><small class="mention-away"> (away until ', text)
        self.assertIn("replaced by Rh Test)</small>", text)
        self.assertEqual(text.count("mention-away"), 1)
        self.clock.moment += timedelta(days=4)
        self.assertNotIn("mention-away", html("Demande à @consultante."))

    def test_in_suggestions_and_in_the_stream(self):
        session = Session(self.portal, "animatrice", PASSWORD, accept="application/json")
        self.addCleanup(session.close)
        session.headers["Accept-Language"] = "en"
        found = {one["id"]: one for one in session.get("@people-suggest?people=1&q=consul").json()["items"]}
        self.assertIn("replaced by Rh Test", found["consultante"]["spelling"])
        self.assertNotIn("spelling", session.get("@people-suggest?people=1&q=rh").json()["items"][0])
        session.post("@posts", json={"text": "Merci @consultante, et bravo"})
        session.headers["Accept"] = "text/html"
        page = session.get("@@stream").text
        self.assertRegex(page, r"@consultante</a>\s*\(away until .*?, replaced by Rh Test\)")
