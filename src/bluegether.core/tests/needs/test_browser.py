"""The pages of needs, each as the personas that open them, through the real forms."""

from bluegether.core.needs import api as needs
from bluegether.core.needs.testing import HIDDEN
from bluegether.core.needs.testing import NeedsTest
from bluegether.core.needs.testing import RATE
from bluegether.core.testing import FUNCTIONAL
from io import BytesIO
from openpyxl import load_workbook
from plone import api
import transaction


class TestPages(NeedsTest):
    layer = FUNCTIONAL

    def setUp(self):
        super().setUp()
        transaction.commit()

    def at(self, userid: str, path: str = ""):
        """Open a page as this persona."""
        browser = self.browser(userid)
        browser.open(f"{self.portal.absolute_url()}/{path}")
        return browser

    def page(self, userid: str):
        return self.at(userid, f"needs/{self.need.getId()}")

    def test_sales_write_a_need(self):
        browser = self.at("sales", "needs")
        browser.getLink("New need").click()
        browser.getControl("What is needed").value = "Développeur Kafka"
        browser.getControl(name="form.widgets.required_skills.AA.widgets.skill").value = "Nothing at all"
        browser.getControl("Save").click()
        self.assertIn("Nothing at all", browser.contents)
        self.assertIn("is not in the list", browser.contents)
        browser.getControl(name="form.widgets.required_skills.0.widgets.skill").value = "Kafka"
        browser.getControl("Client, if it is not in the list yet").value = "Kafka SA"
        browser.getControl("Hide the client").selected = True
        browser.getControl("What is needed").value = "Développeur chez Kafka SA"
        browser.getControl("Save").click()
        self.assertIn("This text names the client", browser.contents)
        browser.getControl("What is needed").value = "Développeur flux"
        browser.getControl("Daily rate up to").value = "612"
        browser.getControl("Save").click()
        self.assertIn("Développeur flux", browser.contents)
        self.assertIn("612", browser.contents)
        browser.getLink("Edit").click()
        browser.getControl(name="form.widgets.place").value = "Nantes"
        browser.getControl("Save").click()
        self.assertIn("Nantes", browser.contents)
        transaction.begin()
        found = needs.needs(needs.Criteria(states=("draft",)), reader="sales").rows
        self.assertIn(("Développeur flux", (("kafka", 3),), "Nantes"), [(r.title, r.required, r.place) for r in found])

    def test_who_may_write(self):
        self.go("open")
        transaction.commit()
        for userid in ("ana", "boss", "carl"):
            for path in ("needs/++add++Need", f"needs/{self.need.getId()}/edit"):
                browser = self.at(userid, path)
                self.assertNotIn("form.widgets.required_skills", browser.contents, (userid, path))
        self.assertNotIn("New need", self.at("ana", "needs").contents)
        for path in ("needs", f"needs/{self.need.getId()}"):
            self.assertNotIn(self.need.title, self.at("carl", path).contents)

    def test_the_network_reads_neither_client_nor_rates(self):
        self.assertNotIn(self.need.title, self.page("ana").contents)
        self.go("open")
        transaction.commit()
        own = f"needs/{self.need.getId()}"
        listings = ("needs/full_view", "needs/summary_view", "needs/tabular_view", "needs/listing_view")
        for path in (*listings, f"{own}/view", f"{own}/item_view", f"{own}/full_view_item", f"{own}/@@historyview"):
            text = str(self.at("ana", path).contents)
            self.assertNotIn(HIDDEN, text, path)
            self.assertNotIn(str(RATE), text, path)
        for path in ("needs", own, "@@search?SearchableText=Kubernetes"):
            text = self.at("ana", path).contents
            self.assertIn(self.need.title, text)
            self.assertNotIn(HIDDEN, text)
            self.assertNotIn(str(RATE), text)
        self.assertNotIn(self.need.title, self.at("ana", "@@search?SearchableText=Zanzibar").contents)
        for userid in ("sales", "boss"):
            text = self.page(userid).contents
            self.assertIn(HIDDEN, text)
            self.assertIn(str(RATE), text)

    def test_a_suggestion_and_the_answer(self):
        self.go("open")
        transaction.commit()
        expert = self.page("ana")
        expert.getControl(name="skill", index=0).value = "Kafka"
        expert.getControl("Why").value = "Le flux passe par là"
        expert.getControl("Suggest").click()
        self.assertIn("sales look at your suggestion", expert.contents)
        self.assertNotIn("Take up", expert.contents)
        sales = self.page("sales")
        self.assertIn("Le flux passe par là", sales.contents)
        sales.getControl("Leave aside").click()
        self.assertIn("Say in a word why", sales.contents)
        sales.getControl("A word to who suggested it").value = "Merci !"
        sales.getControl("Take up").click()
        self.assertIn("Suggested by", sales.contents)
        transaction.begin()
        self.assertEqual("ana", self.need.required_skills[-1]["source"])
        self.assertIn("Merci !", self.page("bob").contents)

    def test_one_applies_and_withdraws(self):
        self.go("open")
        transaction.commit()
        browser = self.page("ana")
        browser.getControl("Message to sales").value = "Je suis libre en mars"
        browser.getControl("Apply for it").click()
        self.assertIn("Applied", browser.contents)
        for userid in ("bob", "boss"):
            text = self.page(userid).contents
            self.assertNotIn("libre en mars", text)
            self.assertNotIn("Ana Test: Applied", text)
        browser.getControl("Withdraw my candidacy").click()
        self.assertIn("Withdrawn", browser.contents)
        transaction.begin()
        self.assertEqual("withdrawn", needs.mine(self.need, "ana").state)

    def test_how_it_goes_on(self):
        first, second = self.page("sales"), self.page("sales2")
        first.getControl("Open to the network").click()
        self.assertIn("The need is now: Opened", first.contents)
        second.getControl("Open to the network").click()
        self.assertIn("409", second.headers["Status"])
        self.assertIn("Somebody has moved this need", second.contents)
        first.getControl("Lost").click()
        self.assertIn("Say why the need was lost", first.contents)
        first.getControl(name="reason").value = ["price"]
        first.getControl("Lost").click()
        transaction.begin()
        self.assertEqual("lost", api.content.get_state(self.need))
        self.assertIn("Price", self.page("boss").contents)

    def test_sales_choose_candidates_and_plan_the_mission(self):
        client = self.make_client()
        with api.env.adopt_user(username="sales"):
            needs.change_need(self.need, {"client": client, "client_name": ""}, actor="sales")
        self.go("open")
        needs.apply(self.need, actor="bob", message="Je suis libre en mars")
        transaction.commit()
        path = f"needs/{self.need.getId()}/@@need-candidates"
        for userid in ("ana", "boss", "carl"):
            self.assertNotIn("libre en mars", self.at(userid, path).contents)
        sales, other = self.at("sales", path), self.at("sales2", path)
        self.assertIn("libre en mars", sales.contents)
        self.assertIn("Why this score", sales.contents)
        self.assertIn("Not said", sales.contents)
        sales.getControl("Put on the list").click()
        self.assertIn("Ana Test is on the list", sales.contents)
        self.step(sales, "bob", "refused")
        self.assertIn("Say why; sales alone read it", sales.contents)
        self.step(sales, "bob", "shortlisted")
        self.step(other, "bob", "shortlisted")
        self.assertIn("409", other.headers["Status"])
        self.assertIn("Somebody has moved this candidate", other.contents)
        for state in ("proposed", "accepted"):
            self.step(sales, "bob", state)
        self.assertNotIn("Create the mission", sales.contents)
        page = self.page("sales")
        page.getControl("Won").click()
        sales = self.at("sales", path)
        sales.getControl(name="end").value = "2026-01-01"
        sales.getControl("Create the mission").click()
        self.assertIn("last day is before the first", sales.contents)
        sales.getControl(name="end").value = "2027-05-31"
        sales.getControl("Create the mission").click()
        self.assertIn("The mission is planned", sales.contents)
        self.assertNotIn("Create the mission", self.at("sales", path).contents)
        self.at("sales", path.rpartition("/")[0]).getLink("The mission").click()
        for userid in ("ana", "eve"):
            self.assertNotIn("The mission", self.at(userid, path.rpartition("/")[0]).contents, userid)

    def step(self, browser, userid: str, state: str) -> None:
        """Bring a candidate to a state, by the form of the page."""
        forms = [browser.getForm(index=number) for number in range(20) if self.has_form(browser, number)]
        keys = {form.getControl(name="key").value: form for form in forms if self.has_control(form, "revision")}
        keys[userid].getControl(name="state").value = [state]
        keys[userid].getControl("Go on").click()

    def has_form(self, browser, number: int) -> bool:
        try:
            browser.getForm(index=number)
        except LookupError:
            return False
        return True

    def has_control(self, form, name: str) -> bool:
        try:
            form.getControl(name=name)
        except LookupError:
            return False
        return True

    def test_needs_for_me(self):
        self.go("open")
        transaction.commit()
        browser = self.at("ana", "@@needs-for-me")
        self.assertIn(self.need.title, browser.contents)
        self.assertIn("match-score", browser.contents)
        self.assertNotIn(HIDDEN, browser.contents)
        self.assertIn("No need fits you yet", self.at("dan", "@@needs-for-me").contents)
        self.assertNotIn(self.need.title, self.at("carl", "@@needs-for-me").contents)
        home = self.at("ana", "@@home").contents
        self.assertIn("Needs that fit you", home)
        self.assertNotIn("Needs that fit you", self.at("dan", "@@home").contents)
        needs.apply(self.need, actor="ana")
        transaction.commit()
        self.assertNotIn("Needs that fit you", self.at("ana", "@@home").contents)
        self.go("lose", reason="price")
        transaction.commit()
        browser = self.at("ana", "@@needs-for-me")
        self.assertIn(self.need.title, browser.contents)
        browser.getControl("Withdraw my candidacy").click()
        transaction.begin()
        self.assertEqual("withdrawn", needs.mine(self.need, "ana").state)
        self.assertNotIn(self.need.title, self.at("bob", "@@needs-for-me").contents)

    def test_what_is_late_waits_for_who_follows_it(self):
        self.go("open")
        self.later(days=30)
        transaction.commit()
        self.assertIn("Answer the client: “Ingénieur Kubernetes”", self.at("sales", "@@home").contents)
        self.assertNotIn("Answer the client", self.at("sales2", "@@home").contents)

    def cells(self, browser) -> str:
        """Return what a workbook says."""
        book = load_workbook(BytesIO(browser._response.body), read_only=True)
        return "\n".join(str(cell.value) for line in book.active.iter_rows() for cell in line)

    def test_tables_hold_what_the_reader_may_see_and_no_formula(self):
        with api.env.adopt_user(username="sales"):
            needs.change_need(self.need, {"title": "=HYPERLINK(1)"}, actor="sales")
        self.go("open")
        needs.apply(self.need, actor="ana", message="=1+1")
        transaction.commit()
        own = f"needs/{self.need.getId()}"
        for userid, knows in (("ana", False), ("sales", True)):
            found = self.cells(self.at(userid, "needs/@@needs.xlsx"))
            self.assertIn("'=HYPERLINK(1)", found)
            self.assertEqual(knows, HIDDEN in found, userid)
            self.assertEqual(knows, str(RATE) in found, userid)
        found = self.cells(self.at("sales", f"{own}/@@need-candidates.xlsx"))
        self.assertIn("Ana Test", found)
        self.assertIn("'=1+1", found)
        for userid in ("ana", "boss", "carl"):
            self.assertNotIn("Ana Test", str(self.at(userid, f"{own}/@@need-candidates.xlsx").contents)[:200])
            self.assertNotIn("spreadsheet", self.at(userid, f"{own}/@@need-candidates.xlsx").headers["Content-Type"])
        self.assertIn("2026", self.cells(self.at("boss", "@@needs-figures.xlsx")))

    def test_figures(self):
        self.go("open")
        transaction.commit()
        text = self.at("boss", "@@needs-figures").contents
        self.assertIn("Days from the first opening of a need", text)
        self.assertIn("<svg", text)
        for userid in ("ana", "carl"):
            self.assertNotIn("Days from the first opening", self.at(userid, "@@needs-figures").contents)
