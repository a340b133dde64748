"""Clients and missions as people meet them: real forms, per persona."""

from bluegether.core.missions import api as missions
from bluegether.core.missions.testing import MissionsTest
from bluegether.core.missions.testing import TODAY
from bluegether.core.people.testing import PASSWORD
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session
from datetime import timedelta
from decimal import Decimal
from io import BytesIO
from openpyxl import load_workbook
from plone import api
import transaction


class Pages(MissionsTest):
    layer = FUNCTIONAL

    def open(self, page, userid="commerce"):
        browser = self.browser(userid)
        browser.open(page if page.startswith("http") else f"{self.portal.absolute_url()}/{page}")
        return browser

    def status(self, browser):
        return int(browser.headers["Status"].split()[0])

    def text(self, browser):
        return " ".join(browser.contents.split())

    def fill(self, browser, **values):
        for name, value in values.items():
            control = browser.getControl(name=f"form.widgets.{name}")
            control.value = value

    def fill_row(self, browser, number, **values):
        form = browser.getForm(id="form")._form  # testbrowser knows no field for dates
        for name, value in values.items():
            form.set(f"form.widgets.consultants.{number}.widgets.{name}", value)

    def only(self, portal_type):
        found = api.content.find(portal_type=portal_type)
        self.assertEqual(1, len(found))
        return found[0].getObject()


class TestForms(Pages):
    def test_sales_adds_a_client_and_a_mission(self):
        transaction.commit()
        browser = self.open("clients")
        browser.getLink(url="++add++Client").click()
        self.assertIn("Add a client</h1>", self.text(browser).replace(" </h1>", "</h1>"))
        self.fill(browser, title="Banque du Test", sector="Banque", account_manager="Commerce Test")
        browser.getControl(name="form.widgets.sites.AA.widgets.title").value = "Siège"
        browser.getControl(name="form.buttons.save").click()
        transaction.begin()
        client = self.only("Client")
        self.assertEqual(("commerce", "Siège"), (client.account_manager, client.sites[0]["title"]))
        browser = self.open("missions")
        browser.getLink(url="++add++Mission").click()
        self.fill(browser, title="Ingénieure données", rate="741,25", place="Lyon")
        browser.getControl(name="form.widgets.client:list").value = [client.UID()]
        self.fill_row(
            browser,
            "AA",
            userid="Ana Test",
            start=(TODAY - timedelta(3)).isoformat(),
            end=(TODAY + timedelta(90)).isoformat(),
            share="80",
        )
        browser.getControl(name="form.widgets.consultants.AA.widgets.confirmed:list").value = ["selected"]
        browser.getControl(name="form.buttons.save").click()
        transaction.begin()
        mission = self.only("Mission")
        self.assertEqual((Decimal("741.25"), "running"), (mission.rate, api.content.get_state(mission)))
        self.assertEqual([80], [one.share for one in missions.periods("ana")])
        self.assertIn("Ana Test", self.text(browser))


class TestEdit(Pages):
    def setUp(self):
        super().setUp()
        self.thing = self.mission(self.row("ana", -30, 20, 60))
        self.other = self.mission(self.row("bob", -30, 90, 70))
        transaction.commit()

    def edit(self, mission):
        return self.open(f"{mission.absolute_url()}/edit")

    def save(self, browser):
        browser.getControl(name="form.buttons.save").click()
        transaction.begin()
        return self.text(browser)

    def test_beyond_full_time_the_figures_are_said_and_a_box_confirms(self):
        browser = self.edit(self.thing)
        self.assertNotIn("go beyond 100", self.text(browser))
        days = {"start": TODAY.isoformat(), "end": (TODAY + timedelta(30)).isoformat()}
        self.fill_row(browser, "AA", userid="Bob Test", share="60", **days)
        browser.getControl(name="form.widgets.consultants.AA.widgets.confirmed:list").value = ["selected"]
        said = self.save(browser)
        for part in ("Bob Test would be booked at 130 %", "70 % of it on other missions", "go beyond 100"):
            self.assertIn(part, said)
        self.assertEqual([70], [one.share for one in missions.periods("bob")])
        browser.getControl(name="form.widgets.overload_accepted:list").value = ["selected"]
        self.save(browser)
        self.assertEqual([70, 60], [one.share for one in missions.periods("bob")])
        self.assertFalse(self.thing.overload_accepted)

    def test_of_two_the_second_is_told_and_nothing_is_lost(self):
        first, second = self.edit(self.thing), self.edit(self.thing)
        for browser, place in ((first, "Lyon"), (second, "Paris")):
            browser.getControl(name="form.widgets.place").value = place
        self.save(first)
        said = self.save(second)
        self.assertIn("changed meanwhile", said)
        self.assertEqual("Paris", second.getControl(name="form.widgets.place").value)
        self.assertEqual("Lyon", self.thing.place)

    def test_mistakes_are_said_at_their_field_and_nothing_is_kept(self):
        for values, part in (
            ({"userid": "Nobody"}, "There is no such member"),
            ({"userid": "Bob Test", "end": (TODAY - timedelta(9)).isoformat()}, "the last day is before the first"),
        ):
            browser = self.edit(self.thing)
            days = {"start": TODAY.isoformat(), "end": (TODAY + timedelta(30)).isoformat()}
            self.fill_row(browser, "AA", **(days | values))
            self.assertIn(part, self.save(browser))
            self.assertEqual(1, len(self.thing.consultants))

    def test_an_amount_is_read_as_it_was_meant(self):
        for typed, kept in (("1 250,50", "1250.50"), ("980.5", "980.5"), ("1,250", None), ("a lot", None)):
            browser = self.edit(self.thing)
            browser.getControl(name="form.widgets.rate").value = typed
            said = self.save(browser)
            if kept is None:
                self.assertIn("Write an amount", said, typed)
            else:
                self.assertEqual(Decimal(kept), self.thing.rate)

    def test_who_may_open_the_forms(self):
        for userid in ("ana", "boss", "rh", "finance", "colleague", "animatrice", "cliente", ""):
            for page in ("edit", "@@mission-change?verb=extend&userid=ana"):
                browser = self.open(f"{self.thing.absolute_url()}/{page}", userid)
                refused = self.status(browser) in (401, 403, 404) or "login" in browser.url or "insuff" in browser.url
                self.assertTrue(refused, (userid, page, browser.url))


class TestChange(Pages):
    def setUp(self):
        super().setUp()
        self.thing = self.mission(self.row("ana", -30, 20), rate=Decimal(700))
        transaction.commit()

    def form(self, verb, **values):
        browser = self.open(f"{self.thing.absolute_url()}/@@mission-change?verb={verb}&userid=ana")
        form = browser.getForm(index=1)
        for name, value in values.items():
            form._form.set(name, value)
        return browser, form

    def day(self, days):
        return (TODAY + timedelta(days)).isoformat()

    def test_each_verb_by_its_form(self):
        browser, form = self.form("extend", end=self.day(60))
        form.submit()
        self.assertIn("Your change is kept.", self.text(browser))
        browser, form = self.form("end-early", day=self.day(30), reason="Budget coupé")
        form.submit()
        self.assertIn("Budget coupé", self.text(browser))
        browser, form = self.form("replace", day=self.day(10), reason="Congé", by="Nobody")
        form.submit()
        self.assertEqual(400, self.status(browser))
        self.assertIn("Choose another member", self.text(browser))
        browser, form = self.form("replace", day=self.day(10), reason="Congé", by="Bob Test")
        form.submit()
        transaction.begin()
        self.assertEqual([20, 30], [(one.end - TODAY).days for one in missions.periods("bob")])
        history = self.text(self.open(f"{self.thing.absolute_url()}/@@mission-history", "ana"))
        for part in ("replaced Ana Test by Bob Test", "ended the work of Ana Test early", "extended the work"):
            self.assertIn(part, history)

    def test_an_old_form_changes_nothing(self):
        browser, form = self.form("extend", end=self.day(60), revision="0")
        form.submit()
        self.assertEqual(409, self.status(browser))
        self.assertIn("changed meanwhile", self.text(browser))
        transaction.begin()
        self.assertEqual(1, len(missions.periods("ana")))


class TestSettings(Pages):
    def test_the_weeks_are_one_on_each_line(self):
        transaction.commit()
        browser = self.open("@@missions-settings", "siteadmin")
        weeks = browser.getControl(name="form.widgets.alert_weeks")
        self.assertEqual(["8", "4", "2"], weeks.value.split())
        weeks.value = "6\nlater"
        browser.getControl(name="form.buttons.save").click()
        transaction.begin()
        self.assertEqual([8, 4, 2], api.portal.get_registry_record("bluegether.missions.alert_weeks"))
        browser.getControl(name="form.widgets.alert_weeks").value = "6\n3"
        browser.getControl(name="form.buttons.save").click()
        transaction.begin()
        self.assertEqual([6, 3], api.portal.get_registry_record("bluegether.missions.alert_weeks"))


class TestBoard(Pages):
    def setUp(self):
        super().setUp()
        secret = self.client("Zanzibar", confidential=True)
        self.mission(self.row("ana", -30, 20), client=secret, title="=HYPERLINK(1)", rate=Decimal(700))
        self.mission(self.row("colleague", -30, 10, 50), self.row("colleague", 11, 60, 50, False), title="Scrum master")
        transaction.commit()

    def cells(self, userid, tab):
        answer = Session(self.portal, userid, PASSWORD).get(f"@@missions-board-xlsx?tab={tab}")
        self.assertEqual(200, answer.status_code)
        return [list(row) for row in load_workbook(BytesIO(answer.content)).active.values]

    def test_each_sees_whom_they_steer(self):
        for userid, seen, hidden in (
            ("commerce", ("Ana Test", "Zanzibar", "Colleague Test", "Nothing follows yet."), ()),
            ("boss", ("Ana Test", "Zanzibar"), ("Colleague Test",)),
            ("other", ("Colleague Test",), ("Ana Test", "Zanzibar")),
        ):
            said = self.text(self.open("@@missions-board", userid))
            for part in seen:
                self.assertIn(part, said, userid)
            for part in hidden:
                self.assertNotIn(part, said, userid)
        for userid in ("ana", "animatrice", "partner"):
            self.assertEqual(403, self.status(self.open("@@missions-board", userid)), userid)
        self.assertEqual(400, self.status(self.open("@@missions-board?tab=odd")))

    def test_the_timeline_says_in_words_what_it_draws(self):
        said = self.text(self.open("@@missions-board?tab=availability"))
        self.assertIn('class="confirmed"', said)
        self.assertIn('class="forecast"', said)
        self.assertIn("50 %, forecast", said)
        self.assertIn("Free now", said)
        self.assertIn("Bob Test", self.text(self.open("@@missions-board?tab=bench", "rh")))

    def test_files_hold_what_the_reader_may_know_and_no_formula(self):
        (head, *rows) = self.cells("commerce", "ending")
        self.assertEqual(9, len(head))
        ana = next(row for row in rows if row[0] == "Ana Test")
        self.assertEqual(("'=HYPERLINK(1)", "Zanzibar", 700), (ana[2], ana[3], ana[7]))
        (head, *rows) = self.cells("rh", "ending")
        self.assertEqual((7, 2), (len(head), len(rows)))
        self.assertEqual(["Ana Test"], [row[0] for row in self.cells("boss", "ending")[1:]])
        self.assertEqual({"Ana Test", "Bob Test", "Colleague Test"},
                         {row[0] for row in self.cells("finance", "availability")[1:]})  # fmt: skip
        self.assertEqual(["Bob Test"], [row[0] for row in self.cells("direction", "bench")[1:]])


class TestClosing(Pages):
    def test_both_sides_by_their_forms(self):
        thing = self.mission(self.row("ana", -90, -5), objectives=[{"objective": "Livrer", "mark": None}])
        transaction.commit()
        url = f"{thing.absolute_url()}/@@mission-closing?userid=ana"
        for userid in ("direction", "finance", "siteadmin"):
            self.assertEqual(404, self.status(self.open(url, userid)), userid)
        browser = self.open(url, "ana")
        for name, value in {"content": "4", "support": "5", "conditions": "3"}.items():
            browser.getControl(name=name).value = [value]
        browser.getControl(name="text").value = "Une belle équipe"
        browser.getControl("Keep what I say").click()
        self.assertIn("Your change is kept.", self.text(browser))
        browser = self.open(url, "commerce")
        self.assertNotIn("Une belle équipe", self.text(browser))
        self.assertIn("You read it once you have given your own", self.text(browser))
        for name, value in {"client": "5", "work": "4"}.items():
            browser.getControl(name=name).value = [value]
        browser.getControl("Keep what I say").click()
        self.assertIn("Une belle équipe", self.text(browser))
        browser = self.open(url, "boss")
        browser.getControl(name="mark-0").value = ["reached"]
        browser.getControl("Keep the marks").click()
        transaction.begin()
        self.assertEqual("reached", thing.objectives[0]["mark"])
        self.assertEqual({"consultant", "account"}, set(missions.closing(thing, "ana", reader="rh").evaluations))
