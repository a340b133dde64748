"""Leads as people meet them: handing in, following, answering; what others must not see."""

from bluegether.core.kit.interfaces import ITodos
from bluegether.core.leads import api as leads
from bluegether.core.leads.testing import HEARD
from bluegether.core.leads.testing import LeadsTest
from bluegether.core.leads.testing import NOTE
from bluegether.core.testing import FUNCTIONAL
from io import BytesIO
from openpyxl import load_workbook
from plone import api
from zope.component import getMultiAdapter
from zope.globalrequest import setRequest
import transaction


SCRIPT = "<script>alert(1)</script>"


class Pages(LeadsTest):
    layer = FUNCTIONAL

    def setUp(self):
        super().setUp()
        transaction.commit()

    def open(self, page, userid="ana"):
        browser = self.browser(userid)
        browser.open(f"{self.portal.absolute_url()}/{page}")
        return browser

    def text(self, browser):
        return " ".join(browser.contents.split())

    def status(self, browser):
        refused = "Insufficient Privileges" in browser.contents
        return 403 if refused else int(browser.headers["Status"].split()[0])

    def fill(self, browser, **values):
        for name, value in values.items():
            browser.getControl(name=name).value = value
        browser.getControl("Hand it in").click()

    def fresh(self, key):
        transaction.begin()
        setRequest(self.layer["request"])
        return leads.lead_of(key, "boss")


class TestHandingIn(Pages):
    def test_two_fields_are_enough(self):
        browser = self.open("@@lead-add")
        self.assertIn("they answer within 3 days", self.text(browser))
        self.fill(browser, company="Banque du Test", heard=HEARD)
        transaction.begin()
        lead = leads.mine("ana").rows[0]
        self.assertEqual(
            ("Banque du Test", HEARD, "unknown", "likely"), (lead.company, lead.heard, lead.when, lead.sure)
        )
        text = self.text(browser)
        for words in ("Thank you. Sales answer by", "Waits for an answer", HEARD, "Handed in"):
            self.assertIn(words, text)
        self.assertNotIn("Notes of sales", text)
        self.assertIn("Banque du Test", self.text(self.open("@@leads")))

    def test_what_is_wrong_is_said_and_nothing_lost(self):
        browser = self.open("@@lead-add")
        self.fill(browser, company="", heard=SCRIPT, contact="Mme Diallo", when=["now"])
        self.assertEqual("400 Bad Request", browser.headers["Status"])
        self.assertIn("Say which client or company it is about.", browser.contents)
        self.assertNotIn(SCRIPT, browser.contents)
        self.assertEqual(
            ("Mme Diallo", ["now"]), (browser.getControl(name="contact").value, browser.getControl(name="when").value)
        )
        self.fill(browser, company="Banque")
        self.assertIn("Plain text only", browser.contents)
        transaction.begin()
        self.assertEqual((), leads.mine("ana").rows)

    def test_too_many_in_an_hour(self):
        api.portal.set_registry_record("bluegether.limits.leads", 1)
        self.clock.pass_days(30)
        transaction.commit()
        self.fill(self.open("@@lead-add"), company="Un", heard="Un")
        browser = self.open("@@lead-add")
        self.fill(browser, company="Deux", heard="Deux")
        self.assertIn("You have handed in many leads", browser.contents)
        self.assertEqual("Deux", browser.getControl(name="heard").value)
        transaction.begin()
        self.assertEqual(1, len(leads.mine("ana").rows))

    def test_the_form_needs_its_token(self):
        browser = self.open("@@lead-add")
        browser.post(f"{self.portal.absolute_url()}/@@lead-add", "company=Banque&heard=x")
        transaction.begin()
        self.assertEqual(("403 Forbidden", ()), (browser.headers["Status"], leads.mine("ana").rows))


class TestAnswering(Pages):
    def test_sales_take_qualify_note_and_drop(self):
        lead = self.lead()
        self.lead(author="bob", company="banque DU test")
        transaction.commit()
        browser = self.open("@@leads", "sales")
        self.assertIn("Ana Test", self.text(browser))
        browser.getLink("Banque du Test").click()
        self.assertIn("Same company", browser.contents)
        browser.getControl("Take it").click()
        self.assertEqual(("taken", "sales"), (self.fresh(lead.key).state, self.fresh(lead.key).taker))
        browser.getControl("It is worth following: qualify").click()
        browser.getControl(name="note").value = NOTE
        browser.getControl("Write it down").click()
        self.assertIn(NOTE, self.text(browser))
        browser.getControl(name="reason").value = "Budget gelé"
        browser.getControl("Do not follow it").click()
        self.assertEqual(("dropped", NOTE), (self.fresh(lead.key).state, self.fresh(lead.key).notes[0][2]))
        text = self.text(self.open(f"@@lead?id={lead.key}"))
        for words in ("Not followed", "Budget gelé", "Qualified by sales", "Taken by sales"):
            self.assertIn(words, text)
        for hidden in ("Kilimandjaro", "Same company", "What next?"):
            self.assertNotIn(hidden, text)

    def test_who_is_late_is_told_what_happened(self):
        lead = self.lead()
        transaction.commit()
        late = self.open(f"@@lead?id={lead.key}", "sales2")
        self.open(f"@@lead?id={lead.key}", "sales").getControl("Take it").click()
        late.getControl(name="reason").value = "Non"
        late.getControl("Do not follow it").click()
        self.assertEqual("409 Conflict", late.headers["Status"])
        self.assertIn("A colleague has moved this lead meanwhile", late.contents)
        self.assertEqual("taken", self.fresh(lead.key).state)

    def test_what_is_late_is_flagged_and_to_do(self):
        self.clock.pass_days(-4)
        self.lead()
        self.clock.pass_days(4)
        transaction.commit()
        self.assertIn("Beyond the delay", self.open("@@leads?state=new", "boss").contents)
        found = {}
        for userid in ("sales", "ana", "rh"):
            with api.env.adopt_user(username=userid):
                room = getMultiAdapter((self.portal, self.layer["request"].clone()), ITodos, name="leads")
                found[userid] = [todo.count for todo in room.todos()]
        self.assertEqual({"sales": [1], "ana": [], "rh": []}, found)


class TestNobodyElse(Pages):
    def test_pages_of_others(self):
        lead = self.lead()
        leads.note(lead.key, NOTE, actor="sales")
        transaction.commit()
        for userid, page, status in (
            ("bob", f"@@lead?id={lead.key}", 404),
            ("rh", f"@@lead?id={lead.key}", 404),
            ("siteadmin", f"@@lead?id={lead.key}", 404),
            ("carl", f"@@lead?id={lead.key}", 403),
            ("bob", "@@lead?id=x", 404),
            ("bob", f"@@lead?id={'9' * 30}", 404),
            ("bob", "@@leads", 200),
            ("bob", "@@leads?state=new", 200),
            ("rh", "@@leads?state=new", 200),
            ("ana", "@@leads-figures", 403),
            ("ana", "@@leads.xlsx", 403),
            ("rh", "@@leads.xlsx", 403),
            ("carl", "@@leads", 403),
            ("carl", "@@lead-add", 403),
            ("sales", "@@leads-controlpanel", 403),
        ):
            with self.subTest(userid, page=page):
                browser = self.open(page, userid)
                self.assertEqual(status, self.status(browser))
                for hidden in ("Zanzibar", "Kilimandjaro", "Banque du Test", "Diallo"):
                    self.assertNotIn(hidden, browser.contents)
        self.assertIn("Zanzibar", self.open(f"@@lead?id={lead.key}", "boss").contents)


class TestFigures(Pages):
    def test_figures_and_workbook(self):
        lead = self.lead(heard="=2+3")
        self.clock.pass_days(1.5)
        self.go(lead, "qualify", "sign")
        leads.note(lead.key, NOTE, actor="sales")
        transaction.commit()
        text = self.text(self.open("@@leads-figures", "boss"))
        for words in ("Q4 2026", "1.5 days", "First answer (median)", "<svg"):
            self.assertIn(words, text)
        rows = list(load_workbook(BytesIO(self.open("@@leads.xlsx", "sales").contents)).active.values)
        self.assertEqual(("Banque du Test", "'=2+3", "Mme Diallo"), rows[1][:3])
        self.assertEqual(("Signed with the client", "Ana Test"), rows[1][5:7])
        self.assertNotIn("Kilimandjaro", str(rows))

    def test_the_delay_is_set(self):
        browser = self.open("@@leads-controlpanel", "siteadmin")
        browser.getControl(name="form.widgets.answer_days").value = "7"
        browser.getControl(name="form.buttons.save").click()
        self.assertIn("within 7 days", self.text(self.open("@@lead-add")))
