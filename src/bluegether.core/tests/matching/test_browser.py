"""Pages of matching as people meet them: why a score, the map of skills against needs, the settings' example."""

from bluegether.core.matching import api as matching
from bluegether.core.matching.testing import ASKED
from bluegether.core.matching.testing import MatchingTest
from bluegether.core.people import api as people
from bluegether.core.testing import FUNCTIONAL
from dataclasses import replace
from io import BytesIO
from openpyxl import load_workbook
from zope.globalrequest import setRequest
import transaction


class Pages(MatchingTest):
    layer = FUNCTIONAL

    def setUp(self):
        super().setUp()
        self.person("siteadmin", "staff", "", "Site Administrator")
        self.says_all("ana", skills={"skills": [("python", 2), ("helm", 3)]})
        self.says_all("bob")
        self.uid = self.need()
        transaction.commit()

    def open(self, page, userid="commerce"):
        browser = self.browser(userid)
        browser.open(f"{self.portal.absolute_url()}/{page}")
        return browser

    def status(self, browser):
        return int(browser.headers["Status"].split()[0])

    def text(self, browser):
        return " ".join(browser.contents.split())


class TestExplained(Pages):
    def test_sales_open_each_number(self):
        text = self.text(self.open(f"@@match-explained?need={self.uid}&person=ana"))
        for words in (
            "Why this score",
            "Ana Test",
            "Besoin besoin",
            "Missing: Kubernetes",
            "Below the level: Python",
            "0 of 2 at the level asked for.",
            "Free at the start.",
            "(a skill below it: Advanced)",
        ):
            self.assertIn(words, text)
        self.assertIn("<strong>74</strong>", text.replace("\n", ""))

    def test_oneself(self):
        for group in ("skills", "availability", "wishes", "contact"):
            people.change_audience(people.person("ana"), group, "me", actor="ana")
        transaction.commit()
        text = self.text(self.open(f"@@match-explained?need={self.uid}", "ana"))
        for words in ("Ana Test", "All that you say in your profile counts here", "<strong>74</strong>"):
            self.assertIn(words, text)

    def test_refusals(self):
        hidden = self.need("secret", readers=())
        transaction.commit()
        for userid, page, status in (
            ("ana", f"@@match-explained?need={self.uid}&person=bob", 403),
            ("bob", f"@@match-explained?need={self.uid}", 404),
            ("commerce", f"@@match-explained?need={hidden}&person=ana", 404),
            ("commerce", "@@match-explained?need=x&person=ana", 404),
            ("commerce", f"@@match-explained?need={self.uid}&person=nobody", 404),
            ("commerce", f"@@match-explained?need={'x' * 200}", 400),
            ("ana", "@@needs-map", 403),
            ("ana", "@@needs-map.xlsx", 403),
            ("commerce", "@@matching-controlpanel", 403),
            ("cliente", f"@@match-explained?need={self.uid}", 403),
        ):
            with self.subTest(userid, page=page):
                browser = self.open(page, userid)
                refused = 403 if "Insufficient Privileges" in browser.contents else self.status(browser)
                self.assertEqual(status, refused)
                self.assertNotIn("Besoin secret", browser.contents)


class TestNeedsMap(Pages):
    def table(self, userid="commerce"):
        data = self.open("@@needs-map.xlsx", userid).contents
        lines = load_workbook(BytesIO(data)).active.values
        return {line[0]: line[1:] for line in lines}

    def test_demand_beside_people(self):
        self.need("autre", asked=replace(ASKED, required=(("kubernetes", 1),), welcome=()))
        self.need("secret", readers=("ana",))
        transaction.commit()
        found = self.table()
        self.assertEqual(("Needs that require it", "People"), (found["Skill"][0], found["Skill"][2]))
        self.assertEqual((2, 0, 2, 2, 0), found["Kubernetes"])
        self.assertEqual((1, 0, 2, 2, 0), found["Python"])
        self.assertEqual((0, 1, 0, 0, 0), found["Cobol"])
        text = self.text(self.open("@@needs-map"))
        for words in (
            "Skills against needs",
            "<svg",
            "Download as a workbook",
            "Kubernetes",
            "people?skill=kubernetes",
        ):
            self.assertIn(words, text)

    def test_hidden_skills_and_dates_are_not_counted(self):
        self.says("bob", "skills", "me", skills=[("kubernetes", 4), ("cobol", 4)])
        people.change_audience(people.person("ana"), "availability", "me", actor="ana")
        transaction.commit()
        found = self.table()
        self.assertEqual(((1, 0, 1, 0, 1), (0, 1, 0, 0, 0)), (found["Kubernetes"], found["Cobol"]))
        self.assertEqual((1, 0, 1, 0, 1), found["Python"])

    def test_nothing_in_progress(self):
        matching.drop(self.uid)
        transaction.commit()
        self.assertIn("No need in progress", self.text(self.open("@@needs-map")))


class TestSettings(Pages):
    def test_preview_stores_nothing_save_does(self):
        browser = self.open("@@matching-controlpanel", "siteadmin")
        setRequest(self.layer["request"])
        before = matching.example().score
        self.assertIn(f"<strong>{before}</strong>", browser.contents)
        browser.getControl(name="form.widgets.weight_welcome").value = "100"
        browser.getControl(name="form.buttons.preview").click()
        setRequest(self.layer["request"])
        after = matching.example({"weight_welcome": 100}).score
        self.assertLess(after, before)
        self.assertIn(f"<strong>{after}</strong>", browser.contents)
        transaction.begin()
        self.assertEqual(10, matching.settings().weights["welcome"])
        browser.getControl(name="form.buttons.save").click()
        transaction.begin()
        self.assertEqual(100, matching.settings().weights["welcome"])

    def test_bad_numbers(self):
        browser = self.open("@@matching-controlpanel", "siteadmin")
        for value in ("-1", "101", "x"):
            browser.getControl(name="form.widgets.weight_skills").value = value
            browser.getControl(name="form.buttons.preview").click()
            self.assertIn("invalid-feedback", browser.contents)
        transaction.begin()
        self.assertEqual(50, matching.settings().weights["skills"])
