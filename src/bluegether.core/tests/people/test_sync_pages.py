"""The sync as HR meets it: the page, its report, REST; refused to everybody else."""

from bluegether.core.people import api as people
from bluegether.core.people.testing import PASSWORD
from bluegether.core.people.testing import PeopleTest
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session
from plone.app.testing import TEST_USER_ID
import transaction


HEADER = "Matricule;Nom complet;Courriel;Type;Entité;Sortie"
ROWS = (
    "001;Ana <b>Roux</b>;ana@example.com;consultant;lyon;31/12/2026",
    "002;Zoé New;zoe@example.com;staff;;",
    "003;=cmd();bad address;staff;;",
)
FILE = "\n".join((HEADER, *ROWS)).encode()


class Case(PeopleTest):
    layer = FUNCTIONAL

    def setUp(self):
        super().setUp()
        self.personas()
        self.set("units", {"lyon": "Agence de Lyon"})
        self.create("ana", fullname="Ana Roux", kind="consultant")
        people.update_account("ana", actor=TEST_USER_ID, matricule="001")
        transaction.commit()
        self.base = self.portal.absolute_url()

    def upload(self, data=FILE, userid="rh"):
        browser = self.browser(userid)
        browser.open(f"{self.base}/@@sync-accounts")
        browser.getControl(name="file").add_file(data, "text/csv", "sirh.csv")
        browser.getControl("Read what would change").click()
        return browser

    def session(self, userid="rh", accept="application/json"):
        session = Session(self.portal, userid, PASSWORD, accept)
        self.addCleanup(session.close)
        return session


class TestPage(Case):
    def test_what_would_change_is_told_and_nothing_changes(self):
        browser = self.upload()
        self.assertIn("Ana &lt;b&gt;Roux&lt;/b&gt;", browser.contents)
        self.assertNotIn("<b>Roux", browser.contents)
        for text in ("Zoé New", "This is not a valid mail address.", "Agence de Lyon", "Consultante Test"):
            self.assertIn(text, browser.contents)
        transaction.begin()
        self.assertEqual(0, people.invitations().total)
        self.assertEqual(("Ana Roux", None), (people.account("ana").fullname, people.closing("ana")))

    def test_confirmed_and_then_nothing_is_left(self):
        browser = self.upload()
        browser.getControl("Change the portal").click()
        self.assertIn("Lines done: 2.", browser.contents)
        self.assertIn("Nothing is left to change", browser.contents)
        self.assertIn("This is not a valid mail address.", browser.contents)
        transaction.begin()
        self.assertEqual("lyon", people.account("ana").unit)
        self.assertEqual("rh", people.closing("ana").ended_by)
        self.assertEqual("zoe@example.com", self.only().email)
        before = self.portal._p_jar.db().lastTransaction()
        browser.open(f"{self.base}/@@sync-accounts?step=check")
        self.assertEqual(before, self.portal._p_jar.db().lastTransaction())

    def test_a_file_that_is_none(self):
        self.assertIn("This is no CSV file", self.upload(b"\x00\x01").contents)
        self.assertIn("The file is empty", self.upload(b"").contents)

    def test_without_a_file(self):
        browser = self.browser("rh")
        browser.open(f"{self.base}/@@sync-accounts?step=check")
        self.assertIn("There is no file", browser.contents)

    def test_many_departures(self):
        for number in range(21):
            self.create(f"x{number}")
        transaction.commit()
        rows = (f";X;x{number}@example.com;;;30/11/2026" for number in range(21))
        browser = self.upload("\n".join((HEADER, *rows)).encode())
        browser.getControl("Change the portal").click()
        self.assertIn("confirm that so many are meant", browser.contents)
        browser.getControl("So many are meant").selected = True
        browser.getControl("Change the portal").click()
        self.assertIn("Lines done: 21.", browser.contents)

    def test_the_report_is_csv_in_which_no_cell_is_a_formula(self):
        browser = self.upload()
        browser.getLink("Download the whole report").click()
        text = browser.contents if isinstance(browser.contents, str) else browser.contents.decode("utf-8-sig")
        self.assertIn("4;'=cmd();003;Left out;Courriel : This is not a valid mail address.", text)
        self.assertIn(";Consultante Test;;Not in the file;", text)
        self.assertIn("Agence de Lyon", text)

    def test_others_are_refused(self):
        for userid in ("animatrice", "consultante", "cliente", ""):
            for page in ("@@sync-accounts", "@@sync-accounts?step=check", "@@sync-accounts-report"):
                answer = self.session(userid, "text/html").get(page, allow_redirects=False)
                self.assertIn(answer.status_code, (302, 401, 403), (userid, page))
                self.assertNotIn("HR system", answer.text)

    def test_the_file_of_another_is_not_seen(self):
        self.upload()
        self.portal.acl_users.userFolderEditUser("animatrice", None, ["Member", "HR Referent"], [])
        transaction.commit()
        answer = self.session("animatrice", "text/html").get("@@sync-accounts?step=check")
        self.assertNotIn("Zoé New", answer.text)

    def test_without_the_forms_token(self):
        answer = self.session("rh", "text/html").post("@@sync-accounts", data={"confirm": "1"})
        self.assertEqual(403, answer.status_code)

    def test_hr_is_led_there(self):
        browser = self.browser("rh")
        browser.open(f"{self.base}/@@accounts")
        browser.getLink("Sync with the HR system").click()
        self.assertIn("What a sync does", browser.contents)
        browser = self.browser("animatrice")
        browser.open(f"{self.base}/@@accounts")
        self.assertNotIn("@@sync-accounts", browser.contents)


class TestService(Case):
    def send(self, query="", userid="rh", **options):
        options = options or {"data": FILE, "headers": {"Content-Type": "text/csv"}}
        answer = self.session(userid).post(f"@sync-accounts{query}", **options)
        transaction.begin()
        return answer

    def test_told_then_done_then_nothing(self):
        told = self.send()
        self.assertEqual(200, told.status_code)
        self.assertEqual((0, 2, 3), tuple(told.json()[name] for name in ("done", "left", "items_total")))
        self.assertEqual(0, people.invitations().total)
        done = self.send("?apply=1").json()
        self.assertEqual((2, 0), (done["done"], done["left"]))
        self.assertEqual("lyon", people.account("ana").unit)
        again = self.send("?apply=1").json()
        self.assertEqual((0, 0, 1), (again["done"], again["left"], again["counts"]["refused"]))

    def test_each_line_with_its_outcome(self):
        ana, zoe, bad = self.send(json={"csv": FILE.decode()}).json()["items"]
        self.assertEqual(["", "lyon"], ana["changes"]["unit"])
        self.assertEqual([None, "2026-12-31"], ana["changes"]["leaves"])
        self.assertEqual(("invite", 3), (zoe["outcome"], zoe["line"]))
        self.assertEqual([{"column": "Courriel", "message": "This is not a valid mail address."}], bad["problems"])

    def test_bad_bodies(self):
        for options in ({"json": {}}, {"json": {"csv": 1}}, {"json": {"csv": "x", "apply": "yes"}}, {"data": b"\x00"}):
            self.assertEqual(400, self.send(**options).status_code, options)

    def test_others_are_refused(self):
        for userid in ("animatrice", "consultante", "cliente", ""):
            answer = self.send("?apply=1", userid)
            self.assertIn(answer.status_code, (401, 403), userid)
        self.assertEqual(0, people.invitations().total)
