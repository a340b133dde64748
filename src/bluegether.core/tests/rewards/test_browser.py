"""The pages, with their real forms, as each persona; and as everybody who must not see them."""

from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import IClock
from bluegether.core.kit.interfaces import IHomeCard
from bluegether.core.kit.interfaces import ITodos
from bluegether.core.rewards import api as rewards
from bluegether.core.rewards.testing import OUTSIDE
from bluegether.core.rewards.testing import RewardsTest
from bluegether.core.testing import FUNCTIONAL
from io import BytesIO
from openpyxl import load_workbook
from PIL import Image
from plone import api
from zope.component import getMultiAdapter
from zope.interface import alsoProvides
import transaction


ALL = ("my-rewards", "rewards", "rewards-rules", "rewards-figures", "rewards-leaderboard", "my-rewards-csv")
WRITERS = ("rewards-draft", "reward-rule")
HANDLERS = ("rewards-orders", "reward-item", "rewards-reverse")
PAYERS = ("rewards-due", "rewards-due-csv", "rewards-due-xlsx")


class Case(RewardsTest):
    layer = FUNCTIONAL

    def setUp(self):
        super().setUp()
        self.rules(note="Zanzibar-note")
        self.mug = self.item()
        self.hire("Zanzibar")
        transaction.commit()

    def open(self, browser, page, query=""):
        """Open a page of the site; return what it says."""
        browser.open(f"{self.portal.absolute_url()}/@@{page}{query}")
        return browser.contents

    def time(self, days):
        """Let days pass, for the server too."""
        self.clock.pass_days(days)
        self.portal.getSiteManager().registerUtility(self.clock, IClock)
        transaction.commit()

    def status(self, browser):
        return int(browser.headers["Status"].split()[0])

    def request(self):
        request = self.layer["request"].clone()
        alsoProvides(request, IBluegetherLayer)
        return request


def form_of(browser, **wanted):
    """Return the form whose fields have these values."""
    for index in range(browser.contents.count("<form")):
        form = browser.getForm(index=index)
        try:
            if all(form.getControl(name=name).value == value for name, value in wanted.items()):
                return form
        except LookupError:
            continue
    raise AssertionError(f"There is no form {wanted}")


class TestDoors(Case):
    def test_who_opens_what(self):
        rewards.start_draft("direction")
        transaction.commit()
        doors = (
            (WRITERS, {"direction"}),
            (HANDLERS, {"direction", "rh"}),
            (PAYERS, {"direction", "finance"}),
            (ALL, set(OUTSIDE) | {"ana"}),
        )
        for userid in (*OUTSIDE, "ana", "cliente", ""):
            browser = self.browser(userid)
            for pages, allowed in doors:
                for page in pages:
                    self.open(browser, page)
                    opened = "attachment" in str(browser.headers) or "Pages of rewards" in browser.contents
                    self.assertEqual(userid in allowed, opened, (userid, page))

    def test_nobody_reads_anothers_ledger(self):
        order = rewards.order(self.mug.id, userid="ana")
        rewards.refuse(order.id, "Zanzibar-reason", userid="rh2")
        transaction.commit()
        for userid in OUTSIDE:
            browser = self.browser(userid)
            for page in ALL:
                contents = self.open(browser, page, "?userid=ana")
                self.assertNotIn("Hired: Zanzibar", contents, (userid, page))
                self.assertNotIn("Zanzibar-reason", contents, (userid, page))
            self.open(browser, "my-rewards-xlsx", "?userid=ana")
            self.assertEqual(1, load_workbook(BytesIO(browser.contents)).active.max_row, "the heads alone")
        for page in ("my-rewards", "my-rewards-csv"):
            self.assertIn("Hired: Zanzibar", self.open(self.browser("ana"), page))

    def test_finance_sees_amounts_and_neither_points_nor_what_was_done(self):
        contents = self.open(self.browser("finance"), "rewards-due")
        self.assertIn("€500", contents)
        self.assertIn("Ana", contents)
        for text in ("Hired: Zanzibar", ">100<", "+100"):
            self.assertNotIn(text, contents)


class TestMine(Case):
    def test_the_ledger_says_why(self):
        browser = self.browser("ana")
        contents = self.open(browser, "my-rewards")
        for text in ("Hired: Zanzibar", "A hire", "+100", "€500", "Amount to be paid", "version=1"):
            self.assertIn(text, contents)
        self.assertIn(rewards.reference(rewards.ledger("ana").lines[0].entry), contents)
        self.assertIn("Nothing yet", self.open(self.browser("bob"), "my-rewards"))

    def test_pages_and_what_is_wrong_in_the_address(self):
        for number in range(30):
            self.hire(str(number))
        transaction.commit()
        browser = self.browser("ana")
        self.open(browser, "my-rewards")
        self.assertEqual(25, browser.contents.count("Hired:"))
        browser.getLink("Older entries").click()
        self.assertEqual(6, browser.contents.count("Hired:"))
        for query in ("?cursor=x", "?cursor=-1"):
            self.open(browser, "my-rewards", query)
            self.assertEqual(400, self.status(browser))

    def test_exports(self):
        self.hire("=1+1")
        transaction.commit()
        browser = self.browser("ana")
        self.open(browser, "my-rewards-csv")
        self.assertEqual("text/csv; charset=utf-8", browser.headers["Content-Type"])
        self.assertIn("500,0", browser.contents)
        self.open(browser, "my-rewards-xlsx")
        rows = list(load_workbook(BytesIO(browser.contents)).active.values)
        self.assertEqual(["Hired: Zanzibar", "Hired: =1+1"], [row[2] for row in rows[1:]])
        self.assertEqual([(100, 500), (100, 500)], [(row[5], row[6]) for row in rows[1:]])

    def test_on_and_off_the_leaderboard(self):
        browser = self.browser("ana")
        self.open(browser, "rewards-leaderboard")
        form_of(browser, verb="join").submit()
        self.assertIn("/people/ana", browser.contents)
        self.assertIn("/people/ana", self.open(self.browser("bob"), "rewards-leaderboard"))
        form_of(browser, verb="leave").submit()
        self.assertNotIn("/people/ana", self.open(self.browser("bob"), "rewards-leaderboard"))

    def test_the_card_of_the_home_page_and_things_to_do(self):
        with api.env.adopt_user("ana"):
            card = getMultiAdapter((self.portal, self.request()), IHomeCard, name="rewards")
            self.assertTrue(card.available())
            self.assertIn("100", card.render())
        with api.env.adopt_user("cliente"):
            card = getMultiAdapter((self.portal, self.request()), IHomeCard, name="rewards")
            self.assertFalse(card.available())
        order = rewards.order(self.mug.id, userid="ana")
        for userid, counts in (("ana", []), ("boss", []), ("rh", [1]), ("direction", [1])):
            with api.env.adopt_user(userid):
                room = getMultiAdapter((self.portal, self.request()), ITodos, name="rewards")
                self.assertEqual(counts, [one.count for one in room.todos()], userid)
        rewards.approve(order.id, userid="rh")
        with api.env.adopt_user("rh"):
            room = getMultiAdapter((self.portal, self.request()), ITodos, name="rewards")
            self.assertEqual(["Rewards to deliver"], [str(one.title) for one in room.todos()])


class TestOrders(Case):
    def test_ordered_approved_delivered(self):
        ana, hr = self.browser("ana"), self.browser("rh")
        self.open(ana, "rewards")
        form_of(ana, item=str(self.mug.id)).submit()
        self.assertIn("Waits for approval", ana.contents)
        self.open(hr, "rewards-orders")
        form_of(hr, verb="approve").submit()
        self.assertIn("Done; the person is told.", hr.contents)
        form_of(hr, verb="deliver").submit()
        transaction.begin()
        self.assertEqual(["delivered"], [one.state for one in rewards.orders_of("ana")])
        self.assertEqual(70, rewards.balance("ana"))

    def test_cancelled_and_refused(self):
        ana, hr = self.browser("ana"), self.browser("rh")
        for _time in range(2):
            self.open(ana, "rewards")
            form_of(ana, item=str(self.mug.id)).submit()
            transaction.begin()
            self.clock.pass_days(1)
        form_of(ana, verb="cancel").submit()
        self.open(hr, "rewards-orders")
        form = form_of(hr, verb="refuse")
        form.getControl(name="reason").value = "Zanzibar <b>is</b> far"
        form.submit()
        self.assertIn("Zanzibar &lt;b&gt;is&lt;/b&gt; far", self.open(ana, "my-rewards"))
        transaction.begin()
        self.assertEqual((100, 2), (rewards.balance("ana"), rewards.item(self.mug.id).stock))

    def test_refusals_are_shown_and_change_nothing(self):
        browser = self.browser("ana")
        self.open(browser, "rewards")
        form = form_of(browser, item=str(self.mug.id))
        rewards.put_item(
            {"title_fr": "T", "title_en": "M", "price": "99999", "stock": "1"}, item_id=self.mug.id, userid="rh"
        )
        transaction.commit()
        form.submit()
        self.assertEqual(409, self.status(browser))
        self.assertIn("It costs 99999 points; you have 100.", browser.contents)
        browser.post(f"{self.portal.absolute_url()}/@@rewards", f"item={self.mug.id}")
        self.assertEqual(403, self.status(browser), "without the form's token")
        transaction.begin()
        self.assertEqual(100, rewards.balance("ana"))

    def test_the_catalogue_is_kept(self):
        browser = self.browser("rh")
        self.open(browser, "reward-item")
        form = form_of(browser, id="0")
        for name, value in (("title_fr", "Livre"), ("title_en", "Book"), ("price", "5"), ("stock", "x")):
            form.getControl(name=name).value = value
        picture = BytesIO()
        Image.new("RGB", (8, 8), "red").save(picture, "PNG")
        form.getControl(name="picture").add_file(BytesIO(picture.getvalue()), "image/png", "book.png")
        form.submit()
        self.assertEqual(400, self.status(browser))
        self.assertIn("Give a whole number from 0 to 100000.", browser.contents)
        form = form_of(browser, title_fr="Livre")
        form.getControl(name="stock").value = "3"
        form.getControl(name="picture").add_file(BytesIO(picture.getvalue()), "image/png", "book.png")
        form.submit()
        transaction.begin()
        book = rewards.items()[0]
        self.assertEqual(("Livre", 5, 3), (book.title_fr, book.price, book.stock))
        reader = self.browser("bob")
        self.open(reader, "reward-picture", f"?id={book.id}")
        self.assertEqual("image/jpeg", reader.headers["Content-Type"])
        self.open(browser, "reward-item", f"?id={book.id}")
        form = form_of(browser, title_fr="Livre")
        form.getControl(name="offered").value = []
        form.submit()
        self.assertNotIn("Book", self.open(reader, "rewards"))
        self.open(reader, "reward-picture", f"?id={book.id}")
        self.assertEqual(404, self.status(reader))


class TestRules(Case):
    def test_drafted_simulated_put_in_force(self):
        browser = self.browser("direction")
        self.open(browser, "rewards-draft")
        form_of(browser, verb="start").submit()
        browser.getLink("Add a rule").click()
        form = form_of(browser, rule="")
        for name, value in (
            ("points", "7"),
            ("amount", "12,5"),
            ("text_fr", "Une embauche"),
            ("text_en", "Another hire"),
        ):
            form.getControl(name=name).value = value
        form.getControl(name="kind").value = ["test.hired"]
        self.assertIn("junior (Junior), senior (Senior)", browser.contents)
        form.getControl(name="name_0").value = ["profile"]
        form.getControl(name="value_0").value = "king"
        form.submit()
        self.assertEqual(400, self.status(browser))
        self.assertIn("Choose one of the values that there are.", browser.contents)
        form = form_of(browser, text_en="Another hire")
        form.getControl(name="value_0").value = "senior"
        form.submit()
        self.assertIn("Profile: Senior", browser.contents)
        self.assertIn("One deed may fit both rules", browser.contents)
        browser.getLink("Simulate").click()
        self.assertIn("Too few people did something in that quarter.", browser.contents)
        form_of(browser, verb="publish").submit()
        self.assertEqual(409, self.status(browser))
        self.assertIn("Read the warnings and confirm them.", browser.contents)
        form = form_of(browser, verb="publish")
        form.getControl(name="confirmed").value = ["1"]
        form.getControl(name="note").value = "Seniors are rare"
        form.submit()
        transaction.begin()
        self.assertEqual((2, "Seniors are rare"), (rewards.in_force().number, rewards.in_force().note))
        contents = self.open(self.browser("ana"), "rewards-rules")
        for text in ("Another hire", "€12.50", "Seniors are rare", "Confirmed:", "Version 1"):
            self.assertIn(text, contents)
        contents = self.open(self.browser("ana"), "rewards-rules", "?version=1")
        self.assertNotIn("Another hire", contents)
        self.assertIn("A post", contents)

    def test_two_who_draft(self):
        one, other = self.browser("direction"), self.browser("direction")
        self.open(one, "rewards-draft")
        form_of(one, verb="start").submit()
        self.open(other, "rewards-draft")
        form_of(one, verb="drop").submit()
        form_of(other, verb="drop").submit()
        self.assertEqual(409, self.status(other))
        self.assertIn("Somebody changed the draft meanwhile", other.contents)
        form_of(one, verb="discard").submit()
        self.assertIn("There is no draft", one.contents)

    def test_a_version_to_come_is_taken_back(self):
        browser = self.browser("direction")
        self.open(browser, "rewards-draft")
        form_of(browser, verb="start").submit()
        form = form_of(browser, verb="publish")
        form.getControl(name="since").value = "soon"
        form.submit()
        self.assertEqual(400, self.status(browser))
        form = form_of(browser, verb="publish")
        form.getControl(name="since").value = "2026-08-01"
        form.submit()
        self.assertIn("To come", browser.contents)
        self.open(browser, "rewards-draft")
        form_of(browser, verb="take_back").submit()
        transaction.begin()
        self.assertEqual((True, 1), (rewards.has_draft(), rewards.in_force().number))

    def test_figures_of_a_quarter_that_is_over(self):
        self.assertIn("No quarter is over yet", self.open(self.browser("ana"), "rewards-figures"))
        for userid in ("bob", "cleo", "dan", "eve"):
            self.hire(userid, userid=userid)
        self.time(90)
        contents = self.open(self.browser("bob"), "rewards-figures")
        for text in ("Somebody is hired (version 1)", "€2,500", "<svg", "Third quarter of 2026"):
            self.assertIn(text, contents)
        self.assertNotIn("Paris", contents, "one person of Paris")
        browser = self.browser("bob")
        self.open(browser, "rewards-figures", "?quarter=2026-4")
        self.assertEqual(400, self.status(browser))
        self.assertIn("A unit is shown when", self.open(browser, "rewards-leaderboard"))


class TestMoney(Case):
    def test_settled(self):
        browser = self.browser("finance")
        self.open(browser, "rewards-due")
        form = browser.getForm(action="rewards-due")
        form.getControl(name="book").value = form.getControl(name="book").options
        form.submit()
        self.assertIn("€500 noted as paid to 1 people", browser.contents)
        self.assertIn("Nothing is to be paid", browser.contents)
        self.assertNotIn("Amount to be paid", self.open(self.browser("ana"), "my-rewards"))

    def test_reversed_from_the_list_with_a_reason(self):
        browser = self.browser("direction")
        self.open(browser, "rewards-due")
        browser.getLink("Reverse it").click()
        self.assertIn("Somebody", browser.contents)
        self.assertNotIn("Zanzibar", browser.contents, "the room of the deed tells direction no name")
        form = browser.getForm(action="rewards-reverse")
        form.submit()
        self.assertEqual(400, self.status(browser))
        self.assertIn("This must be filled in.", browser.contents)
        form = browser.getForm(action="rewards-reverse")
        form.getControl(name="reason").value = "Told by mistake"
        form.submit()
        self.assertIn("The entry is reversed", browser.contents)
        self.assertIn("Told by mistake", self.open(self.browser("ana"), "my-rewards"))
        transaction.begin()
        self.assertEqual(0, rewards.balance("ana"))

    def test_the_ledgers_are_checked(self):
        browser = self.browser("finance")
        self.open(browser, "rewards-due", "?verify=1")
        self.assertIn("All are whole: ledgers 1, entries 1.", " ".join(browser.contents.split()))

    def test_a_reference_that_nobody_has(self):
        browser = self.browser("rh")
        self.open(browser, "rewards-reverse", "?reference=0000000000")
        self.assertEqual(404, self.status(browser))
