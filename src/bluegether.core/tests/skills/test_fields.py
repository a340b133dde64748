"""Fields that hold skills, in forms and in REST, in rows of tables too."""

from bluegether.core.people import api as people
from bluegether.core.skills import api as skills
from bluegether.core.skills.testing import add_skills
from bluegether.core.skills.testing import add_type
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session
from datetime import datetime
from plone import api
from plone.testing.zope import Browser
import transaction
import unittest


PASSWORD = "Correct-horse-26"


class FieldCase(unittest.TestCase):
    layer = FUNCTIONAL

    def setUp(self):
        self.portal = self.layer["portal"]
        add_type(self.portal)
        add_skills()
        people.create_account("ana", fullname="Ana", email="ana@example.com", kind="staff", password=PASSWORD)
        api.user.grant_roles("ana", roles=["Manager"])
        with api.env.adopt_roles(["Manager"]):
            self.thing = api.content.create(self.portal, "Thing", "thing", title="Thing")
        transaction.commit()

    def now(self):
        transaction.begin()
        return self.portal["thing"]


class TestForm(FieldCase):
    def edit(self):
        browser = Browser(self.layer["app"])
        browser.addHeader("Authorization", f"Basic ana:{PASSWORD}")
        browser.open(f"{self.portal.absolute_url()}/thing/edit")
        return browser

    def row(self, browser, number, column):
        return browser.getControl(name=f"form.widgets.rows.{number}.widgets.{column}")

    def with_one_row(self):
        self.thing.rows = [{"skill": "python", "others": ["cpp"], "years": 2, "moment": None}]
        self.thing.wishes = ["kubernetes", "machine-learning"]
        transaction.commit()

    def test_titles_are_shown_and_any_spelling_is_stored_as_id(self):
        self.with_one_row()
        browser = self.edit()
        self.assertEqual("Kubernetes, Machine learning", browser.getControl(name="form.widgets.wishes").value)
        self.assertEqual(("Python", "C++"), (self.row(browser, 0, "skill").value, self.row(browser, 0, "others").value))
        self.assertIn(f'data-suggest="{self.portal.absolute_url()}/@skills"', browser.contents)
        browser.getControl(name="form.widgets.main").value = " K8S "
        browser.getControl(name="form.widgets.wishes").value = "apprentissage automatique, python; ml,"
        self.row(browser, 0, "skill").value = "c ++"
        self.row(browser, 0, "others").value = "k8s, Kubernetes"
        browser.getControl("Save").click()
        thing = self.now()
        self.assertEqual(("kubernetes", ["machine-learning", "python"]), (thing.main, thing.wishes))
        self.assertEqual([("cpp", ["kubernetes"])], [(row["skill"], row["others"]) for row in thing.rows])

    def test_what_is_no_skill_is_said_at_the_field_with_what_is_near(self):
        self.with_one_row()
        browser = self.edit()
        browser.getControl(name="form.widgets.main").value = "Kubernete"
        browser.getControl(name="form.widgets.wishes").value = "Python, <b>x</b>"
        self.row(browser, 0, "skill").value = "Pyton"
        browser.getControl("Save").click()
        self.assertIn("“Kubernete” is not in the list. Did you mean: Kubernetes?", browser.contents)
        self.assertIn("“Pyton” is not in the list. Did you mean: Python?", browser.contents)
        self.assertIn("“&lt;b&gt;x&lt;/b&gt;” is not in the list of skills.", browser.contents)
        self.assertNotIn("<b>x</b>", browser.contents)
        self.assertIn("@@skill-propose?text=Kubernete", browser.contents)
        self.assertEqual("Pyton", self.row(browser, 0, "skill").value)
        thing = self.now()
        self.assertEqual((None, ["kubernetes", "machine-learning"]), (thing.main, thing.wishes))
        self.assertEqual("python", thing.rows[0]["skill"])

    def test_a_merged_skill_shows_what_took_over(self):
        self.with_one_row()
        skills.merge("python", "cpp", actor="")
        transaction.commit()
        browser = self.edit()
        self.assertEqual("C++", self.row(browser, 0, "skill").value)
        browser.getControl("Save").click()
        self.assertEqual("cpp", self.now().rows[0]["skill"])


class TestRest(FieldCase):
    def setUp(self):
        super().setUp()
        self.session = Session(self.portal, "ana", PASSWORD, accept="application/json")
        self.addCleanup(self.session.close)

    def patch(self, **values):
        return self.session.patch("thing", json=values)

    def test_ids_and_spellings_in_tokens_and_titles_out(self):
        row = {"skill": "k8s", "others": ["c ++", {"token": "python"}], "moment": "2026-11-24T09:00:00+01:00"}
        answer = self.patch(main={"token": "machine-learning", "title": "?"}, wishes=["Python", "python"], rows=[row])
        self.assertEqual(204, answer.status_code, answer.text)
        thing = self.now()
        self.assertEqual(("machine-learning", ["python"]), (thing.main, thing.wishes))
        stored = {"skill": "kubernetes", "others": ["cpp", "python"], "years": 1, "moment": datetime(2026, 11, 24, 8)}
        self.assertEqual([stored], thing.rows)
        found = self.session.get("thing").json()
        self.assertEqual({"token": "machine-learning", "title": "Machine learning"}, found["main"])
        self.assertEqual([{"token": "python", "title": "Python"}], found["wishes"])
        shown = found["rows"][0]
        self.assertEqual({"token": "kubernetes", "title": "Kubernetes"}, shown["skill"])
        self.assertEqual(["C++", "Python"], [item["title"] for item in shown["others"]])
        self.assertEqual((1, "2026-11-24T08:00:00"), (shown["years"], shown["moment"]))
        self.assertEqual(204, self.patch(main=found["main"], wishes=[], rows=found["rows"]).status_code)
        self.assertEqual(([], stored), (self.now().wishes, self.now().rows[0]))

    def test_what_does_not_fit_is_400_and_changes_nothing(self):
        self.assertEqual(204, self.patch(main="python", rows=[{"skill": "python"}]).status_code)
        for values in (
            {"main": "Cobol"},
            {"main": 4},
            {"main": ["python"]},
            {"main": {"token": ["python"]}},
            {"wishes": "python"},
            {"wishes": ["python", "Cobol"]},
            {"wishes": {"token": "python"}},
            {"rows": ["python"]},
            {"rows": [{"skill": "Cobol"}]},
            {"rows": [{"years": 1}]},
            {"rows": [{"skill": None}]},
            {"rows": [{"skill": "python", "years": "two"}]},
            {"rows": [{"skill": "python", "others": ["Cobol"]}]},
            {"rows": [{"skill": "python", "moment": "then"}]},
        ):
            answer = self.patch(**values)
            self.assertEqual(400, answer.status_code, (values, answer.text))
        thing = self.now()
        self.assertEqual(("python", ["python"]), (thing.main, [row["skill"] for row in thing.rows]))
        self.assertIn("Cobol", self.patch(rows=[{"skill": "Cobol"}]).text)
