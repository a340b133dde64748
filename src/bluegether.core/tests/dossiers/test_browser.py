"""The pages, with their real forms, per persona."""

from bluegether.core.dossiers import api as dossiers
from bluegether.core.dossiers.testing import commit
from bluegether.core.dossiers.testing import docx_words
from bluegether.core.dossiers.testing import DossiersTest
from bluegether.core.dossiers.testing import pdf_words
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import IProfileSection
from bluegether.core.kit.interfaces import ITodos
from bluegether.core.people import api as people
from bluegether.core.testing import FUNCTIONAL
from io import BytesIO
from openpyxl import load_workbook
from PIL import Image
from plone import api
from plone.app.testing import login
from plone.app.testing import logout
from zope.component import getMultiAdapter
from zope.interface import alsoProvides


TRACES = ("Méridionale", "meridionale", "MÉRIDIONALE", "6473", "7391", "AZ-00421")


class PageTest(DossiersTest):
    layer = FUNCTIONAL

    def setUp(self):
        super().setUp()
        commit()

    def open(self, userid: str, path: str):
        browser = self.browser(userid)
        browser.open(f"{self.portal.absolute_url()}/{path}")
        return browser

    def data(self, browser) -> bytes:
        """Return what came, as it came."""
        return browser._response.body

    def status(self, browser) -> int:
        return int(browser.headers["status"].split()[0])


class TestPage(PageTest):
    def test_one_s_own(self):
        browser = self.open("sofia", "@@dossier")
        for text in ("Sofia Garnier", "Major account – banque", "Test automation", "Transports Rhodia-Loire"):
            self.assertIn(text, browser.contents)
        self.assertNotIn("What is it for?", browser.contents)
        self.assertEqual([], [trace for trace in TRACES if trace in browser.contents])
        form = browser.getForm(action="@@dossier", index=0)
        form.getControl(name="target").value = "Architecte"
        form.getControl(name="language").value = ["fr"]
        form.getControl(name="sections:list").value = ["experiences", "skills"]
        form.getControl(name="order_experiences").value = "1"
        form.getControl(name="experiences:list").value = form.getControl(name="experiences:list").options[2:]
        form.submit()
        self.assertIn("Architecte", browser.contents)
        self.assertLess(browser.contents.index("<h3>Expériences"), browser.contents.index("<h3>Compétences"))
        self.assertNotIn("<h3>Profil", browser.contents)
        browser.getControl("PDF").click()
        self.assertEqual("application/pdf", browser.headers["Content-Type"])
        words = pdf_words(self.data(browser))
        self.assertIn("Architecte", words)
        self.assertNotIn("Clinique", words)

    def test_somebody_else_s(self):
        browser = self.open("vente", "@@dossier?userid=sofia&naming=initials")
        self.assertIn("S. G.", browser.contents)
        self.assertNotIn("Made by others", browser.contents)
        browser.getControl("What is it for?").value = " "
        browser.getControl("Word (DOCX)").click()
        self.assertEqual(400, self.status(browser))
        self.assertIn("Say what the dossier is for", browser.contents)
        browser.getControl("What is it for?").value = "Besoin <b>Hespéride</b>"
        browser.getControl("Word (DOCX)").click()
        self.assertEqual("private, no-store", browser.headers["Cache-Control"])
        words = docx_words(self.data(browser))
        self.assertIn("S. G.", words)
        self.assertEqual([], [trace for trace in (*TRACES, "Sofia", "Garnier") if trace in words])
        browser = self.open("sofia", "@@dossier")
        self.assertIn("Vente Test", browser.contents)
        self.assertIn("Besoin &lt;b&gt;Hespéride&lt;/b&gt;", browser.contents)
        self.assertIn("without the name", browser.contents)

    def test_refusals(self):
        for userid, path, status in (
            ("collegue", "@@dossier?userid=sofia", 403),
            ("rh", "@@dossier?userid=nobody", 404),
            ("sofia", "@@dossier?language=xx", 400),
            ("sofia", "@@dossier?experiences=%C3%A9", 400),
        ):
            browser = self.open(userid, path)
            self.assertEqual(status, self.status(browser), path)
            if userid != "sofia":
                self.assertNotIn("Garnier", browser.contents)
        for path in ("@@dossier", "@@dossier?userid=sofia", "@@dossiers-stale", "@@dossiers-stale.xlsx"):
            for userid in ("cliente", ""):
                browser = self.open(userid, path)
                self.assertRegex(browser.url, "/(login|insufficient-privileges)")
                self.assertNotIn("Garnier", browser.contents)
        browser = self.browser("sofia")
        browser.post(f"{self.portal.absolute_url()}/@@dossier", "format=pdf")
        self.assertEqual(403, self.status(browser))

    def test_too_many_is_told_in_words(self):
        browser = self.open("sofia", "@@dossier")
        for _number in range(dossiers.throttle.most):
            dossiers.throttle.count("sofia")
        browser.getControl("PDF").click()
        self.assertEqual(429, self.status(browser))
        self.assertIn("in a short time", browser.contents)

    def test_an_empty_profile_says_so(self):
        self.assertIn("nothing to show yet", self.open("collegue", "@@dossier").contents)

    def test_still_right(self):
        self.later(30)
        dossiers.nudge("sofia", "missions/rhodia")
        commit()
        browser = self.open("sofia", "@@dossier")
        self.assertIn("Please look at your skills", browser.contents)
        browser.getControl("All of it is still right").click()
        self.assertIn("up to date from today", browser.contents)
        self.assertNotIn("Please look at your skills", browser.contents)
        commit()
        self.assertEqual(self.clock.now(), dossiers.refreshed("sofia"))


class TestPlaces(PageTest):
    def section(self, userid: str):
        login(self.portal, userid)
        alsoProvides(self.layer["request"], IBluegetherLayer)
        person = people.person("sofia")
        found = getMultiAdapter((person, self.layer["request"]), IProfileSection, "dossiers")
        shown = found.render() if found.available() else ""
        logout()
        return shown

    def test_the_page_of_a_person_leads_there_for_who_may(self):
        for userid in ("rh", "vente", "cheffe"):
            self.assertIn("@@dossier?userid=sofia", self.section(userid))
        self.assertIn('/@@dossier"', self.section("sofia"))
        for userid in ("collegue", "cliente", "animatrice"):
            self.assertEqual("", self.section(userid))

    def test_things_to_do(self):
        login(self.portal, "sofia")
        alsoProvides(self.layer["request"], IBluegetherLayer)
        todos = getMultiAdapter((self.portal, self.layer["request"]), ITodos, "dossiers")
        self.assertEqual([], todos.todos())
        dossiers.nudge("sofia", "missions/rhodia")
        self.assertIn("@@dossier#fresh", todos.todos()[0].url)

    def test_the_list(self):
        self.later(200)
        browser = self.open("rh", "@@dossiers-stale")
        self.assertIn("Sofia Garnier", browser.contents)
        self.assertIn("Collegue Test", browser.contents)
        browser = self.open("cheffe", "@@dossiers-stale")
        self.assertIn("Sofia Garnier", browser.contents)
        self.assertNotIn("Collegue Test", browser.contents)
        for userid in ("vente", "sofia"):
            for path in ("@@dossiers-stale", "@@dossiers-stale.xlsx"):
                browser = self.open(userid, path)
                self.assertEqual(403, self.status(browser))
                self.assertNotIn("Collegue Test", browser.contents)
        people.update_account("sofia", actor="rh", job="=1+1")
        dossiers.confirm("collegue")
        commit()
        browser = self.open("cheffe", "@@dossiers-stale.xlsx")
        rows = list(load_workbook(BytesIO(self.data(browser))).active.iter_rows(values_only=True))
        self.assertEqual(["Sofia Garnier"], [row[0] for row in rows[1:]])
        self.assertEqual("'=1+1", rows[1][1])
        dossiers.confirm("sofia")
        commit()
        self.assertIn("Every profile is up to date", self.open("cheffe", "@@dossiers-stale").contents)

    def test_the_control_panel(self):
        for userid in ("vente", "sofia", "cliente"):
            self.assertIn("insufficient-privileges", self.open(userid, "@@dossiers-settings").url)
        browser = self.open("rh", "@@dossiers-settings")
        stream = BytesIO()
        Image.new("RGB", (40, 20), "navy").save(stream, "PNG")
        browser.getControl("Company").value = "Azurelle"
        browser.getControl(name="form.widgets.logo").add_file(b"<svg/>", "image/png", "logo.png")
        browser.getControl("Save").click()
        self.assertIn("Choose a PNG or JPEG", browser.contents)
        browser.getControl(name="form.widgets.logo.action").value = ["replace"]
        browser.getControl(name="form.widgets.logo").add_file(stream.getvalue(), "image/png", "logo.png")
        browser.getControl("Save").click()
        commit()
        self.assertEqual("Azurelle", api.portal.get_registry_record("bluegether.dossiers.company"))
        made = dossiers.build("sofia", dossiers.Choices(), maker="sofia")
        self.assertTrue(made.letterhead.logo.startswith(b"\x89PNG"))
        browser.getControl("Main colour").value = "red"
        browser.getControl("Save").click()
        self.assertIn("hexadecimal", browser.contents)
