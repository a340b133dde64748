"""The pages of journeys as each kind of person meets them."""

from bluegether.core.journeys import api as journeys
from bluegether.core.journeys.testing import JourneysTest
from bluegether.core.kit.interfaces import IHomeCard
from bluegether.core.kit.interfaces import INoticeKind
from bluegether.core.kit.interfaces import IProfileSection
from bluegether.core.kit.interfaces import ITodos
from bluegether.core.people import api as people
from bluegether.core.testing import FUNCTIONAL
from plone import api
from zope.component import getAdapters
from zope.component import getMultiAdapter
from zope.i18n import translate
import transaction


SCRIPT = "<script>alert(1)</script>"
ROOMS = ("journeys", "departures")


class PageCase(JourneysTest):
    layer = FUNCTIONAL

    def setUp(self):
        super().setUp()
        self.template()
        self.arrive()
        journeys.choose_buddy("nouvelle", "ancien", actor="rh")
        self.passwords()
        self.base = self.portal.absolute_url()

    def open(self, page, userid):
        browser = self.browser(userid)
        browser.open(f"{self.base}/@@{page}")
        return browser

    def status(self, browser):
        return int(browser.headers["Status"].split()[0])

    def refused(self, page, userid):
        browser = self.open(page, userid)
        refused = self.status(browser) in (401, 403, 404) or browser.url.endswith("/insufficient-privileges")
        self.assertTrue(refused or "login" in browser.url, (page, userid, browser.url))

    def at(self, userid):
        return api.env.adopt_user(userid)


class TestNewcomer(PageCase):
    def test_the_page_welcomes_and_says_who_to_know(self):
        browser = self.open("my-journey", "nouvelle")
        for text in (
            "Welcome, Nouvelle",
            "Charte",
            "À lire au calme.",
            "Ancien Test",
            "Chef Test",
            "Rh Test",
            "People to know",
        ):
            self.assertIn(text, browser.contents)
        self.assertIn(f'href="{self.base}/@@charter"', browser.contents)
        self.assertNotIn("Choose a buddy", browser.contents)

    def test_ticking_and_taking_back(self):
        browser = self.open("my-journey", "nouvelle")
        browser.getControl(name="action", index=0).click()
        transaction.begin()
        found = journeys.own_journey("nouvelle")
        self.assertEqual({self.step(found, "newcomer")}, set(found.done))
        self.assertIn("Done on", browser.contents)
        browser.getControl(name="action", index=0).click()
        transaction.begin()
        self.assertEqual({}, journeys.own_journey("nouvelle").done)

    def test_the_question_is_answered(self):
        self.clock.pass_days(30)
        browser = self.open("my-journey", "nouvelle")
        browser.getControl(name="scale").value = ["4"]
        browser.getControl(name="text").value = SCRIPT
        browser.getControl("Send to HR").click()
        self.assertIn("Only HR reads what you wrote.", browser.contents)
        browser = self.open("journey?userid=nouvelle", "rh")
        self.assertIn("&lt;script&gt;", browser.contents)
        self.assertNotIn(SCRIPT, browser.contents)
        for userid in ("chef", "ancien", "animatrice"):
            self.assertNotIn("alert(1)", self.open("journey?userid=nouvelle", userid).contents)

    def test_without_an_arrival(self):
        self.assertIn("No arrival is under way", self.open("my-journey", "voisin").contents)
        self.refused("my-journey", "cliente")
        self.refused("my-journey", "")

    def test_a_form_without_its_token_changes_nothing(self):
        browser = self.browser("nouvelle")
        step = self.step(journeys.own_journey("nouvelle"), "newcomer")
        browser.post(f"{self.base}/@@my-journey", f"action=tick&step={step}")
        self.assertEqual(403, self.status(browser))
        transaction.begin()
        self.assertEqual({}, journeys.own_journey("nouvelle").done)

    def test_card_and_todos_go_with_the_arrival(self):
        def card():
            return getMultiAdapter((self.portal, self.layer["request"]), IHomeCard, name="journeys")

        def todos():
            room = getMultiAdapter((self.portal, self.layer["request"]), ITodos, name="journeys")
            return [translate(todo.title) for todo in room.todos()]

        with self.at("nouvelle"):
            self.assertTrue(card().available())
            found = card()
            found.available()
            self.assertIn("Charte", found.render())
            self.assertEqual(["My arrival: Charte"], todos())
        with self.at("rh"):
            self.assertFalse(card().available())
        self.clock.pass_days(7)
        with self.at("ancien"):
            self.assertEqual(["Arrival of Nouvelle Venue: Déjeuner"], todos())
        with self.at("rh"):
            self.assertEqual(["Late steps of HR in arrivals"], todos())
        journeys.stop("nouvelle", actor="rh")
        for userid in ("nouvelle", "ancien", "rh"):
            with self.at(userid):
                self.assertFalse(card().available())
                self.assertEqual([], todos())


class TestGuides(PageCase):
    def test_who_sees_the_arrival(self):
        for userid in ("rh", "chef", "ancien", "animatrice"):
            self.assertIn("The arrival of Nouvelle Venue", self.open("journey?userid=nouvelle", userid).contents)
        for userid in ("voisin", "cliente", ""):
            self.refused("journey?userid=nouvelle", userid)
        self.assertTrue(self.open("journey?userid=nouvelle", "nouvelle").url.endswith("my-journey"))
        self.assertEqual(404, self.status(self.open("journey?userid=personne", "rh")))

    def test_the_buddy_declines_and_the_manager_chooses_another(self):
        browser = self.open("journey?userid=nouvelle", "ancien")
        browser.getControl("I cannot do it").click()
        transaction.begin()
        self.assertEqual("", journeys.own_journey("nouvelle").buddy)
        browser = self.open("journey?userid=nouvelle", "chef")
        browser.getControl(name="buddy", index=0).click()
        self.assertIn("Consultante Test is the buddy.", browser.contents)
        transaction.begin()
        self.assertEqual(["nouvelle"], journeys.buddy_of("consultante"))
        browser.getControl("Somebody else").value = "Personne Inconnue"
        browser.getControl("Choose as buddy", index=-1).click()
        self.assertIn("No colleague with this name", browser.contents)

    def test_the_list(self):
        self.clock.pass_days(3)
        for userid in ("rh", "chef", "animatrice"):
            browser = self.open("journeys", userid)
            self.assertIn("Nouvelle Venue", browser.contents)
            self.assertIn("Late", browser.contents)
        self.assertIn("Nobody is arriving", self.open("journeys", "voisin").contents)
        self.assertIn("You are the buddy of:", self.open("journeys", "ancien").contents)
        self.refused("journeys", "cliente")
        self.refused("journeys?tab=ended", "chef")
        self.assertEqual(400, self.status(self.open("journeys?tab=x", "rh")))

    def test_hr_begins_and_ends_one(self):
        self.create("tardif", kind="consultant", fullname="Tard Venu", arrived=self.clock.now())
        journeys.stop("tardif", actor="rh")
        transaction.commit()
        browser = self.open("journeys", "rh")
        browser.getControl("Name or user id").value = "tardif"
        browser.getControl("Begin").click()
        self.assertIn("There was an arrival already", browser.contents)
        browser = self.open("journey?userid=nouvelle", "rh")
        browser.getControl("End this arrival now").click()
        transaction.begin()
        self.assertIsNone(journeys.own_journey("nouvelle"))
        self.assertIn("Nouvelle Venue", self.open("journeys?tab=ended", "animatrice").contents)


class TestTemplatePages(PageCase):
    def test_a_first_one_from_the_proposal(self):
        browser = self.open("journey-template", "animatrice")
        browser.getControl("Title").value = "Interne"
        browser.getControl(name="kinds").value = ["staff"]
        browser.getControl("Save").click()
        self.assertIn("is saved", browser.contents)
        transaction.begin()
        found = next(one for one in journeys.templates(actor="rh") if one.title == "Interne")
        self.assertEqual((13, ("staff",)), (len(found.steps), found.kinds))

    def test_errors_keep_what_was_typed_and_steps_come_and_go(self):
        found = journeys.templates(actor="rh")[0]
        browser = self.open(f"journey-template?id={found.id}", "rh")
        browser.getControl(name="step_title", index=0).value = ""
        browser.getControl(name="step_title", index=4).value = "Nouvelle étape"
        browser.getControl(name="step_day", index=4).value = "500"
        browser.getControl("Save").click()
        self.assertIn("A day is a number from 1", browser.contents)
        self.assertIn("Nouvelle étape", browser.contents)
        row = next(n for n in range(4) if browser.getControl(name="step_title", index=n).value == "Nouvelle étape")
        browser.getControl(name="step_day", index=row).value = "5"
        browser.getControl("Save").click()
        transaction.begin()
        titles = [step.title for step in journeys.template(found.id, actor="rh").steps]
        self.assertEqual(["Charte", "Nouvelle étape", "Déjeuner", "Bilan"], titles)
        browser = self.open(f"journey-template?id={found.id}", "rh")
        browser.getControl("Delete these steps").click()
        self.assertIn("No steps yet", browser.contents)

    def test_not_for_others(self):
        for page in ("journey-templates", "journey-template"):
            for userid in ("chef", "consultante", "cliente", ""):
                self.refused(page, userid)


class TestDeparturePages(PageCase):
    def test_a_manager_announces_and_hr_confirms(self):
        browser = self.open("departure-new", "chef")
        browser.getControl("Who leaves").value = "Consultante Test"
        browser.getControl("Last day").value = "2026-10-01"
        browser.getControl("Tell HR").click()
        self.assertIn("The last day cannot be in the past.", browser.contents)
        browser.getControl("Last day").value = "2026-11-30"
        browser.getControl("Tell HR").click()
        self.assertIn("To be confirmed by HR", browser.contents)
        self.assertEqual(404, self.status(self.open("departure?userid=consultante", "consultante")))
        browser = self.open("departure?userid=consultante", "rh")
        browser.getControl("Confirm the departure").click()
        transaction.begin()
        self.assertEqual("planned", journeys.departure_of("consultante").state)
        self.assertIn("My departure", self.open("departure?userid=consultante", "consultante").contents)

    def test_hr_records_chooses_a_successor_and_cancels(self):
        people.update_account("voisin", manager="consultante", actor="rh")
        transaction.commit()
        browser = self.open("departure-new?userid=consultante", "rh")
        browser.getControl("Last day").value = "2026-11-30"
        browser.getControl("Plan the departure").click()
        self.assertIn("The departure of Consultante Test", browser.contents)
        browser.getControl("Successor for everything").value = "cliente"
        browser.getControl("Save the successor", index=0).click()
        self.assertIn("No colleague with this name", browser.contents)
        browser.getControl("Successor for everything").value = "ancien"
        browser.getControl("Save the successor", index=0).click()
        browser.getControl("Hand over now").click()
        self.assertIn("Handed over to Ancien Test", browser.contents)
        transaction.begin()
        self.assertEqual("ancien", people.manager_of("voisin"))
        browser.getControl("Another date").value = "2026-12-15"
        browser.getControl("Change the last day").click()
        browser.getControl("Task").value = SCRIPT
        browser.getControl("Who (empty: HR)").value = "voisin"
        browser.getControl("By").value = "2026-12-01"
        browser.getControl("Add").click()
        self.assertNotIn(SCRIPT, browser.contents)
        self.assertIn(SCRIPT.replace("<", "&lt;").replace(">", "&gt;"), self.open("departures", "voisin").contents)
        other = self.open("departures", "voisin")
        other.getControl(name="action").click()
        self.assertIn("Thank you, that is done.", other.contents)
        browser.getControl("Cancel the departure").click()
        transaction.begin()
        self.assertIsNone(journeys.departure_of("consultante"))
        self.assertTrue(people.has_access("consultante"))

    def test_who_leaves_ticks_hands_over_and_says_why(self):
        journeys.plan("consultante", last_day=self.day(20), actor="rh")
        transaction.commit()
        browser = self.open("departure?userid=consultante", "consultante")
        for text in ("Cancel the departure", "Change the last day", "Add a task", "Remove"):
            self.assertNotIn(text, browser.contents)
        browser.getControl(name="action", index=0).click()
        browser.getControl("The main reason").value = ["pay"]
        browser.getControl("In your words").value = "Zanzibar"
        browser.getControl("Send without my name").click()
        self.assertNotIn("Why are you leaving?", browser.contents)
        transaction.begin()
        found = journeys.departure_of("consultante")
        self.assertEqual(["knowledge"], [task.id for task in found.tasks if task.done])
        for page, userid in (
            ("why-leaving", "rh"),
            ("departure?userid=consultante", "rh"),
            ("why-leaving", "animatrice"),
        ):
            self.assertNotIn("Zanzibar", self.open(page, userid).contents)
        self.assertIn("Fewer than five answers", self.open("why-leaving", "rh").contents)

    def test_five_answers_are_shown_together(self):
        for number in range(5):
            self.create(f"p{number}")
            journeys.plan(f"p{number}", last_day=self.day(9), actor="rh")
            journeys.tell_why(f"p{number}", reason="pay", words=SCRIPT, actor=f"p{number}")
        transaction.commit()
        browser = self.open("why-leaving", "animatrice")
        self.assertIn("The pay", browser.contents)
        self.assertNotIn(SCRIPT, browser.contents)

    def test_not_for_others(self):
        journeys.plan("consultante", last_day=self.day(20), actor="rh")
        transaction.commit()
        for page, userid in (
            ("departure?userid=consultante", "ancien"), ("departure?userid=consultante", "animatrice"),
            ("departure?userid=consultante", "cliente"), ("departures", "cliente"), ("departure-new", "voisin"),
            ("departure-new", "cliente"), ("why-leaving", "chef"), ("why-leaving", "cliente"), ("departures", ""),
        ):  # fmt: skip
            self.refused(page, userid)
        browser = self.open("departures", "ancien")
        self.assertIn("Nothing waits for you here", browser.contents)
        self.assertNotIn("Consultante Test", browser.contents)

    def test_what_is_left_of_who_left(self):
        journeys.plan("consultante", last_day=self.day(20), actor="rh")
        journeys.set_successor("consultante", "ancien", actor="rh")
        self.clock.pass_days(21)
        journeys.sweep()
        people.sweep()
        transaction.commit()
        section = dict(getAdapters((people.person("consultante"), self.layer["request"]), IProfileSection))["journeys"]
        self.assertTrue(section.available())
        html = section.render()
        self.assertIn("Nov 22, 2026", html)
        self.assertIn("Ancien Test", html)
        other = dict(getAdapters((people.person("ancien"), self.layer["request"]), IProfileSection))["journeys"]
        self.assertFalse(other.available())
        self.assertIn("Consultante Test", self.open("departures?tab=left", "rh").contents)
        self.assertIn("Access ended", self.open("departure?userid=consultante", "rh").contents)


class TestNotices(PageCase):
    """Every notice that was told is said to those who may see it, and to nobody else."""

    def said(self, kind, thing, userid):
        return dict(getAdapters((self.portal,), INoticeKind))[kind].describe(thing, userid, [])

    def test_arrivals(self):
        kinds = dict(getAdapters((self.portal,), INoticeKind))
        self.assertEqual(17, sum(name.split(".")[0] in ROOMS for name in kinds))
        self.assertIn("my-journey", self.said("journeys.welcome", "nouvelle", "nouvelle").url)
        self.assertIn("userid=nouvelle", self.said("journeys.buddy", "nouvelle", "ancien").url)
        self.assertEqual(
            "You are the buddy of Nouvelle Venue.", translate(self.said("journeys.buddy", "nouvelle", "ancien").text)
        )
        for userid in ("voisin", "cliente"):
            self.assertIsNone(self.said("journeys.steps", "nouvelle/7", userid))
        self.assertIsNone(self.said("journeys.answered", "nouvelle/30", "chef"))
        self.assertIsNotNone(self.said("journeys.answered", "nouvelle/30", "rh"))
        journeys.decline_buddy("nouvelle", actor="ancien")
        self.assertIsNone(self.said("journeys.buddy", "nouvelle", "ancien"))

    def test_departures(self):
        journeys.propose("consultante", last_day=self.day(20), actor="chef")
        self.assertIsNotNone(self.said("departures.proposed", "consultante", "rh"))
        self.assertIsNone(self.said("departures.proposed", "consultante", "consultante"))
        journeys.plan("consultante", last_day=self.day(20), actor="rh")
        found = journeys.set_successor("consultante", "ancien", actor="rh")
        task = journeys.add_task(found, title="Clé", who="voisin", due=self.day(3), actor="rh")
        self.assertIn("profile", self.said("departures.successor", "consultante", "ancien").url)
        self.assertIsNone(self.said("departures.successor", "consultante", "voisin"))
        self.assertIn("departures", self.said("departures.task", f"consultante/{task.id}", "voisin").url)
        self.assertIsNone(self.said("departures.task", f"consultante/{task.id}", "ancien"))
        self.assertIn("departure?", self.said("departures.planned", "consultante", "chef").url)
        journeys.cancel("consultante", actor="rh")
        self.assertIsNotNone(self.said("departures.cancelled", "consultante", "chef"))
        self.assertIsNone(self.said("departures.planned", "consultante", "chef"))


class TestPageOfWhoLeft(PageCase):
    def test_name_since_when_and_who_took_over_and_nothing_else(self):
        people.update_account("consultante", job="Zanzibar", actor="rh")
        journeys.plan("consultante", last_day=self.day(20), actor="rh")
        journeys.set_successor("consultante", "ancien", actor="rh")
        transaction.commit()
        self.assertIn("Zanzibar", self.open("profile?userid=consultante", "ancien").contents)
        self.clock.pass_days(21)
        journeys.sweep()
        people.sweep()
        transaction.commit()
        for userid in ("ancien", "rh"):
            browser = self.open("profile?userid=consultante", userid)
            for text in ("Consultante Test", "Has left on", "Nov 22, 2026", "Ancien Test"):
                self.assertIn(text, browser.contents)
            for text in ("Zanzibar", "consultante@example.com", "Données"):
                self.assertNotIn(text, browser.contents)
