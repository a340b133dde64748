"""REST of journeys: the pages' rules, statuses and bodies."""

from bluegether.core.journeys import api as journeys
from bluegether.core.journeys.testing import JourneysTest
from bluegether.core.people import api as people
from bluegether.core.people.testing import PASSWORD
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session
import transaction


SECRET = "Zanzibar"


class ServiceCase(JourneysTest):
    layer = FUNCTIONAL

    def setUp(self):
        super().setUp()
        self.template()
        self.found = self.arrive()
        journeys.choose_buddy("nouvelle", "ancien", actor="rh")
        self.passwords()

    def ask(self, method, path, userid, body=None, status=200):
        session = Session(self.portal, userid, PASSWORD if userid else "", "application/json")
        self.addCleanup(session.close)
        answer = session.request(method, path, json=body, allow_redirects=False)
        self.assertEqual(status, answer.status_code, (method, path, userid, answer.text[:300]))
        transaction.begin()
        return answer.json() if answer.content else {}


class TestJourneys(ServiceCase):
    def test_one_s_own(self):
        body = self.ask("GET", "@journey", "nouvelle")
        self.assertEqual(["Charte", "Déjeuner", "Bilan"], [step["title"] for step in body["steps"]][1:])
        self.assertEqual(("ancien", [], {}), (body["buddy"], body["questions"], body["answers"]))
        self.assertEqual(f"{self.portal.absolute_url()}/@@charter", body["steps"][1]["link"])
        self.assertEqual({"manager", "buddy", "hr", "animator"}, {one["role"] for one in body["people"]})
        self.assertEqual("Missing", self.ask("GET", "@journey", "chef", status=404)["type"])
        self.ask("GET", "@journey", "cliente", status=401)
        self.ask("GET", "@journey", "", status=401)

    def test_ticking(self):
        step = self.step(self.found, "newcomer")
        body = self.ask("PATCH", "@journey", "nouvelle", {"step": step, "done": True})
        self.assertTrue(next(one for one in body["steps"] if one["id"] == step)["done"])
        self.assertIn(step, journeys.own_journey("nouvelle").done)
        for userid, path, body, status in (
            ("nouvelle", "@journey", {"step": step, "done": "yes"}, 400),
            ("nouvelle", "@journey", {"step": ["x"], "done": True}, 400),
            ("nouvelle", "@journey", {"step": "nope", "done": True}, 404),
            ("nouvelle", "@journey", {"step": self.step(self.found, "hr"), "done": True}, 403),
            ("voisin", "@journeys/nouvelle", {"step": step, "done": True}, 404),
            ("cliente", "@journeys/nouvelle", {"step": step, "done": True}, 401),
            ("chef", "@journeys/nouvelle", {"step": step, "done": True}, 403),
        ):
            self.ask("PATCH", path, userid, body, status)
        self.ask("PATCH", "@journeys/nouvelle", "ancien", {"step": self.step(self.found, "buddy"), "done": True})
        self.assertEqual(2, len(journeys.own_journey("nouvelle").done))

    def test_answers_are_for_hr(self):
        self.clock.pass_days(30)
        self.assertEqual([30], self.ask("GET", "@journey", "nouvelle")["questions"])
        self.ask("POST", "@journey", "nouvelle", {"day": 30, "scale": 9, "text": ""}, 400)
        self.ask("POST", "@journey", "nouvelle", {"day": "30", "scale": 3}, 400)
        self.ask("POST", "@journey", "nouvelle", {"day": 90, "scale": 3}, 409)
        self.ask("POST", "@journey", "nouvelle", {"day": 30, "scale": 2, "text": SECRET})
        self.assertEqual(SECRET, self.ask("GET", "@journeys/nouvelle", "rh")["answers"]["30"]["text"])
        for userid in ("chef", "ancien", "animatrice"):
            body = self.ask("GET", "@journeys/nouvelle", userid)
            self.assertNotIn("answers", body)
            self.assertNotIn(SECRET, str(body))

    def test_listing_and_buddy(self):
        self.assertEqual(1, self.ask("GET", "@journeys", "rh")["items_total"])
        self.assertEqual(["nouvelle"], [one["userid"] for one in self.ask("GET", "@journeys", "chef")["items"]])
        self.assertEqual(0, self.ask("GET", "@journeys", "voisin")["items_total"])
        self.ask("GET", "@journeys?b_size=x", "rh", status=400)
        self.ask("GET", "@journeys?state=ended", "chef", status=403)
        self.ask("PATCH", "@journeys/nouvelle", "ancien", {"buddy": "voisin"}, 403)
        self.ask("PATCH", "@journeys/nouvelle", "chef", {"buddy": "cliente"}, 400)
        self.assertEqual(
            "consultante", self.ask("PATCH", "@journeys/nouvelle", "chef", {"buddy": "consultante"})["buddy"]
        )


class TestDepartures(ServiceCase):
    def post(self, who, status=201, **values):
        body = {"userid": "consultante", "last_day": self.day(20).isoformat()} | values
        return self.ask("POST", "@departures", who, body, status)

    def test_proposed_and_planned(self):
        for userid, status in (("voisin", 403), ("cliente", 401), ("", 401)):
            self.post(userid, status)
        self.post("rh", 400, last_day="soon")
        self.post("rh", 400, last_day=self.day(-1).isoformat())
        self.post("rh", 404, userid="personne")
        self.post("rh", 409, userid="rh")
        self.assertEqual("proposed", self.post("chef")["state"])
        self.ask("GET", "@departures/consultante", "consultante", status=404)
        self.assertEqual("planned", self.post("rh")["state"])
        self.assertEqual("planned", self.ask("GET", "@departures/consultante", "consultante")["state"])
        self.assertIsNotNone(people.closing("consultante"))
        self.post("rh", 409)
        self.ask("GET", "@departures/consultante", "ancien", status=404)
        self.assertEqual(1, self.ask("GET", "@departures", "chef")["items_total"])
        self.assertEqual(0, self.ask("GET", "@departures", "ancien")["items_total"])

    def test_changed_and_cancelled(self):
        people.update_account("voisin", manager="consultante", actor="rh")
        journeys.plan("consultante", last_day=self.day(20), actor="rh")
        journeys.tell_why("consultante", reason="pay", words=SECRET, actor="consultante")
        transaction.commit()
        path = "@departures/consultante"
        body = self.ask("GET", path, "rh")
        self.assertEqual({"people": [{"key": "team", "count": 1}]}, body["held"])
        self.assertNotIn(SECRET, str(body))
        later = self.day(30).isoformat()
        for userid, change, status in (
            ("chef", {"last_day": later}, 403),
            ("rh", {"last_day": 5}, 400),
            ("rh", {}, 400),
            ("rh", {"successor": "cliente"}, 400),
            ("rh", {"successor": "ancien", "area": "nope"}, 404),
            ("rh", {"hand_over": "people"}, 409),
            ("chef", {"task": "interview", "done": True}, 403),
            ("rh", {"task": "nope", "done": True}, 404),
        ):
            self.ask("PATCH", path, userid, change, status)
        self.assertEqual(later, self.ask("PATCH", path, "rh", {"last_day": later})["last_day"])
        self.ask("PATCH", path, "chef", {"task": "equipment", "done": True})
        self.assertEqual({"": "ancien"}, self.ask("PATCH", path, "rh", {"successor": "ancien"})["successors"])
        self.ask("PATCH", path, "consultante", {"hand_over": "people"})
        self.assertEqual("ancien", people.manager_of("voisin"))
        self.ask("DELETE", path, "consultante", status=403)
        self.ask("DELETE", path, "rh", status=204)
        self.assertIsNone(journeys.departure_of("consultante"))
        self.ask("DELETE", path, "rh", status=404)

    def test_a_proposal_is_taken_back(self):
        self.post("chef")
        self.ask("DELETE", "@departures/consultante", "chef", status=204)
        self.assertIsNone(journeys.departure_of("consultante"))
