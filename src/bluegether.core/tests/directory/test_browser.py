"""The pages of the directory as each kind of person meets them: real forms, real links."""

from bluegether.core.directory import api as directory
from bluegether.core.directory.testing import DirectoryTest
from bluegether.core.kit.interfaces import IClock
from bluegether.core.people import api as people
from bluegether.core.testing import FUNCTIONAL
from datetime import date
from io import BytesIO
from openpyxl import load_workbook
from plone.app.testing import TEST_USER_ID
import csv
import io
import re
import transaction


PAGES = ("people", "@@directory", "@@org-chart", "@@org-branch", "@@skills-map", "@@newcomers", "@@saved-searches",
         "@@vcards", "@@vcard?userid=zoe", "@@directory-csv", "@@directory-xlsx")  # fmt: skip
SCRIPT = "<script>alert(1)</script>"
FORMULA = '=HYPERLINK("http://evil.example")'
TURNED = "Ana \u202eevil"


class Pages(DirectoryTest):
    layer = FUNCTIONAL

    def setUp(self):
        super().setUp()
        self.base = self.portal.absolute_url()
        transaction.commit()

    def open(self, page, userid="collegue"):
        browser = self.browser(userid)
        browser.open(f"{self.base}/{page}")
        return browser

    def status(self, browser):
        return int(browser.headers["Status"].split()[0])

    def names(self, browser) -> list[str]:
        """Return the names shown as hits, in order."""
        return re.findall(r"<h2[^>]*><a[^>]*stretched-link[^>]*>\s*<bdi>([^<]*)</bdi>", browser.contents)


class TestWho(Pages):
    def test_visitors_and_clients_reach_no_page(self):
        for page in PAGES:
            for userid in ("", "cliente"):
                browser = self.open(page, userid)
                with self.subTest(page=page, userid=userid):
                    refused = self.status(browser) in (401, 403) or "login" in browser.url
                    self.assertTrue(refused or "insufficient-privileges" in browser.url, browser.url)
                    self.assertNotIn("Quillefeu", browser.contents)

    def test_tables_are_for_those_who_may_export(self):
        for page in ("@@directory-csv", "@@directory-xlsx"):
            for userid in ("collegue", "animatrice"):
                browser = self.open(page, userid)
                self.assertNotIn("Quillefeu", browser.contents)
                self.assertNotEqual("text/csv; charset=utf-8", browser.headers["Content-Type"])
            for userid in ("rh", "commerce", "manager"):
                self.assertEqual(200, self.status(self.open(page, userid)))
        self.assertNotIn("@@directory-csv", self.open("people").contents)
        self.assertIn("@@directory-csv", self.open("people", "commerce").contents)


class TestSearching(Pages):
    def test_the_folder_of_people_opens_on_the_directory(self):
        browser = self.open("people")
        self.assertEqual(
            ["Camille Vasseur", "Julien Morvan", "Karim Benali", "Nathalie Briand", "Sofia Garnier", "Thomas Lemoine",
             "Zoé Quillefeu"],
            self.names(browser),
        )  # fmt: skip
        self.assertIn("<strong>7</strong>", browser.contents)
        self.assertEqual(self.names(browser), self.names(self.open("@@directory")))
        self.assertNotIn("Guérin", browser.contents)
        self.assertIn("Philippine Guérin", self.open("people", "rh").contents)

    def test_the_form_finds_and_is_in_the_address(self):
        browser = self.open("people")
        browser.getControl(name="text").value = "quilefeu zoe"
        browser.getControl(name="unit").value = ["data"]
        browser.getControl("Apply").click()
        self.assertEqual(["Zoé Quillefeu"], self.names(browser))
        self.assertIn("text=quilefeu+zoe", browser.url)
        self.assertIn("unit=data", browser.url)
        browser.getLink("Données").click()
        self.assertNotIn("unit=data", browser.url)

    def test_a_skill_that_is_typed_is_added(self):
        self.knows("zoe", python=3)
        self.knows("autre", python=1, java=2)
        transaction.commit()
        browser = self.open("people")
        browser.getControl(name="add_skill").value = "PYTHON"
        browser.getControl(name="level").value = ["2"]
        browser.getControl("Apply").click()
        self.assertTrue(browser.url.endswith("/people?skill=python%3A2"), browser.url)
        self.assertEqual(["Zoé Quillefeu"], self.names(browser))
        browser.getControl(name="add_skill").value = "java"
        browser.getControl("Apply").click()
        self.assertEqual([], self.names(browser))
        self.assertIn("Nobody fits", browser.contents)
        browser.getControl(name="match").value = ["any"]
        browser.getControl("Apply").click()
        self.assertEqual({"Zoé Quillefeu", "Julien Morvan"}, set(self.names(browser)))
        browser.getLink("≥ 2").click()
        self.assertEqual(["Julien Morvan"], self.names(browser))

    def test_a_skill_that_is_none_says_what_is_near(self):
        browser = self.open(f"people?add_skill=Pithon{SCRIPT[:8]}&level=1")
        self.assertIn("No skill is called so.", browser.contents)
        browser = self.open("people?add_skill=Pyhton&level=1")
        browser.getLink("Python").click()
        self.assertTrue(browser.url.endswith("skill=python"))

    def test_the_text_that_is_a_skill_leads_to_who_knows_it(self):
        self.knows("zoe", python=3)
        transaction.commit()
        browser = self.open("people?text=python")
        browser.getLink("Show the people who know").click()
        self.assertEqual(["Zoé Quillefeu"], self.names(browser))

    def test_list_order_and_pages_are_links(self):
        for number in range(30):
            self.person(f"x{number}", fullname=f"Paul Test{number:02}")
        transaction.commit()
        browser = self.open("people?text=paul&sort=name")
        self.assertEqual(24, len(self.names(browser)))
        browser.getLink("List").click()
        self.assertIn("directory-rows", browser.contents)
        browser.getLink("Next page").click()
        self.assertEqual("Paul Test24", self.names(browser)[0])
        self.assertEqual(6, len(self.names(browser)))
        self.assertIn("view=list", browser.url)
        browser.getLink("Previous page").click()
        self.assertEqual("Paul Test00", self.names(browser)[0])
        browser.getLink("Arrived last").click()
        self.assertIn("sort=arrival", browser.url)

    def test_what_makes_no_sense_is_400_and_beyond_the_end_is_nothing(self):
        for query in (
            "unit=x", "sort=salary", "view=map", "skill=zzz", "available=soon", "b_start=-1", "b_start=x", "share=200",
            f"text={'x' * 10000}", "text=a&text=b", "b_size=100000", "level=9&add_skill=python",
        ):  # fmt: skip
            with self.subTest(query=query[:30]):
                self.assertEqual(400, self.status(self.open(f"people?{query}")))
        browser = self.open("people?b_start=900")
        self.assertEqual(200, self.status(browser))
        self.assertIn("There is no such page", browser.contents)

    def test_what_people_write_is_text(self):
        self.person("evil", fullname=f"Eve {SCRIPT}", job=SCRIPT)
        self.person("turned", fullname=TURNED)
        transaction.commit()
        contents = self.open(f"people?place={SCRIPT}").contents + self.open(f"people?text={SCRIPT}").contents
        contents += self.open("people").contents + self.open("@@org-chart?by=alone").contents
        self.assertNotIn(SCRIPT, contents)
        self.assertIn(f"<bdi>{TURNED}</bdi>", contents)

    def test_what_a_hit_shows(self):
        self.hide("everyone")
        self.says("zoe", "absence", away_from=date(2026, 11, 1), away_until=date(2026, 11, 9))
        transaction.commit()
        contents = self.open("people?skill=cobol").contents
        for text in ("Développeuse", "Banque Zanzibar", "Available from", "Away until", "Cobol", "Données &amp; IA"):
            self.assertIn(text, contents)
        self.hide("unit")
        transaction.commit()
        contents = self.open("people?text=zoe", "autre").contents
        for text in ("Zanzibar", "Available from", "Cobol", "Valcourt", "Tombouctou"):
            self.assertNotIn(text, contents)
        self.assertIn("Away until", contents)
        self.assertNotIn("Zoé", self.open("people?skill=cobol", "autre").contents)


class TestSaved(Pages):
    def save(self, browser, name):
        browser.getControl(name="name").value = name
        browser.getControl("Save", index=0).click()

    def test_keep_open_delete(self):
        browser = self.open("people?text=zoe&sort=name")
        self.save(browser, SCRIPT)
        self.assertNotIn(SCRIPT, browser.contents)
        self.assertTrue(browser.url.endswith("/people?text=zoe&sort=name"))
        transaction.begin()
        (kept,) = directory.saved("collegue")
        self.assertEqual((SCRIPT, "text=zoe&sort=name"), (kept.name, kept.query))
        self.assertEqual([], directory.saved("autre"))
        browser.getLink("Manage").click()
        browser.getControl("Delete").click()
        self.assertIn("You keep no search yet", browser.contents)
        transaction.begin()
        self.assertEqual([], directory.saved("collegue"))

    def test_refusals_are_said(self):
        browser = self.open("people?text=zoe")
        token = browser.getControl(name="_authenticator", index=0).value
        for form in ("act=save&name=&query=text%3Dzoe", "act=save&name=x&query=", "act=save&name=x&query=unit%3Dzzz",
                     f"act=save&name={'x' * 81}&query=text%3Dzoe"):  # fmt: skip
            browser.post(f"{self.base}/@@saved-searches", f"_authenticator={token}&{form}")
            self.assertEqual(400, self.status(browser), form)
        browser.post(f"{self.base}/@@saved-searches", f"_authenticator={token}&act=delete&id=zzz")
        self.assertEqual(404, self.status(browser))
        browser.post(f"{self.base}/@@saved-searches", "act=save&name=x&query=text%3Dzoe")
        self.assertEqual(403, self.status(browser))
        transaction.begin()
        self.assertEqual([], directory.saved("collegue"))

    def test_a_search_whose_unit_is_gone(self):
        directory.save("collegue", name="Ouest", form={"unit": "ouest"})
        self.set("units", {"data": "Données"})
        transaction.commit()
        browser = self.open("@@saved-searches")
        self.assertIn("is no more", browser.contents)
        self.assertNotIn("unit=ouest", browser.contents)


class TestFiles(Pages):
    def test_a_card(self):
        self.hide("unit")
        transaction.commit()
        card = self.open("@@vcard?userid=zoe").contents
        for line in (
            "VERSION:4.0", "FN:Zoé Quillefeu", "N:Quillefeu;Zoé;;;", "TITLE:Développeuse",
            "TEL;TYPE=work:01 99 99 99 99", "EMAIL;TYPE=work:zoe@example.com",
        ):  # fmt: skip
            self.assertIn(line, card)
        self.assertIn("VERSION:3.0", self.open("@@vcard?userid=zoe&version=3.0").contents)
        card = self.open("@@vcard?userid=zoe", "autre").contents
        self.assertIn("FN:Zoé Quillefeu", card)
        self.assertNotIn("EMAIL", card)
        self.assertNotIn("TEL", card)
        self.assertEqual(404, self.status(self.open("@@vcard?userid=cliente")))
        self.assertEqual(404, self.status(self.open("@@vcard?userid=nobody")))
        self.assertEqual(400, self.status(self.open("@@vcard?userid=zoe&version=9")))

    def test_cards_of_a_search(self):
        browser = self.open("@@vcards?unit=data")
        self.assertEqual(3, browser.contents.count("BEGIN:VCARD"))
        self.assertIn("attachment", browser.headers["Content-Disposition"])

    def test_tables(self):
        self.hide("business")
        self.person("evil", fullname=FORMULA, job="+1+1")
        self.person("turned", fullname=TURNED)
        transaction.commit()
        text = self.open("@@directory-csv", "commerce").contents
        rows = list(csv.reader(io.StringIO(text.lstrip("\ufeff")), delimiter=";"))
        self.assertEqual(1 + 9, len(rows))
        cells = {cell for row in rows for cell in row}
        self.assertTrue({f"'{FORMULA}", "'+1+1", "Ana evil", "Banque Zanzibar", "Cobol (4)"} <= cells, cells)
        self.assertFalse([cell for cell in cells if cell.startswith(("=", "+", "-", "@"))])
        data = self.open("@@directory-xlsx?text=zoe", "commerce").contents
        book = load_workbook(BytesIO(data if isinstance(data, bytes) else data.encode("latin-1")))
        self.assertEqual(["Zoé Quillefeu"], [row[0].value for row in book.active.iter_rows(min_row=2)])
        text = self.open("@@directory-csv", "manager").contents
        self.assertIn("Zoé Quillefeu", text)
        self.assertNotIn("Zanzibar", text)


class TestChart(Pages):
    def setUp(self):
        super().setUp()
        for userid, chief in (("manager", "rh"), ("zoe", "manager"), ("collegue", "manager")):
            people.update_account(userid, manager=chief, actor=TEST_USER_ID)
        transaction.commit()

    def test_from_the_top_down(self):
        browser = self.open("@@org-chart")
        self.assertIn("Nathalie Briand", browser.contents)
        self.assertNotIn("Zoé", browser.contents)
        browser.getLink("Show the team of Nathalie Briand").click()
        browser.getLink("Show the team of Karim Benali").click()
        self.assertIn("Zoé Quillefeu", browser.contents)
        self.assertIn("Managers above", browser.contents)
        self.assertIn("Leads nobody.", self.open("@@org-chart?person=zoe").contents)

    def test_the_page_of_a_person_leads_to_chart_and_card(self):
        browser = self.open("people/manager")
        self.assertIn("People in the team:", browser.contents)
        browser.getLink("Place in the organisation chart").click()
        self.assertTrue(browser.url.endswith("@@org-chart?person=manager"))
        browser = self.open("people/zoe")
        browser.getLink("Visiting card (vCard)").click()
        self.assertIn("FN:Zoé Quillefeu", browser.contents)

    def test_a_branch_is_a_fragment(self):
        contents = self.open("@@org-branch?person=manager").contents
        self.assertIn("Sofia Garnier", contents)
        self.assertNotIn("documentFirstHeading", contents)

    def test_units_show_who_is_led_by_nobody_of_them(self):
        browser = self.open("@@org-chart?by=unit")
        browser.getLink("Show the people of Données").click()
        self.assertIn("Karim Benali", browser.contents)
        self.assertNotIn("Zoé", browser.contents)

    def test_a_manager_who_left_leaves_nobody_out(self):
        people.end_access("manager", when=self.clock.now(), actor=TEST_USER_ID)
        transaction.commit()
        self.assertIn("Zoé", self.open("@@org-chart?by=alone").contents)
        self.assertNotIn("Karim", self.open("@@org-chart").contents)

    def test_who_is_not_there(self):
        for query in ("person=nobody", "person=cliente"):
            self.assertEqual(404, self.status(self.open(f"@@org-chart?{query}")))
        for query in ("unit=zzz", "by=zzz", "b_start=-1"):
            self.assertEqual(400, self.status(self.open(f"@@org-chart?{query}")))

    def test_more_than_a_page(self):
        for number in range(60):
            self.person(f"x{number}", fullname=f"Paul Test{number:02}")
            people.update_account(f"x{number}", manager="zoe", actor=TEST_USER_ID)
        transaction.commit()
        browser = self.open("@@org-chart?person=zoe")
        self.assertNotIn("Test59", browser.contents)
        browser.getLink("Next page").click()
        self.assertIn("Test59", browser.contents)


class TestMapAndNewcomers(Pages):
    def test_the_map(self):
        for userid in ("zoe", "collegue", "manager"):
            self.knows(userid, python=3)
        self.knows("autre", java=3)
        transaction.commit()
        browser = self.open("@@skills-map")
        self.assertIn("<svg", browser.contents)
        self.assertNotIn("style=", re.search(r"<svg.*?</svg>", browser.contents, re.DOTALL).group())
        browser.getLink("Langages").click()
        self.assertIn("Python", browser.contents)
        self.assertNotIn(">Java<", browser.contents)
        browser.getLink("3").click()
        self.assertEqual(3, len(self.names(browser)))
        self.assertIn("Not enough people", self.open("@@skills-map?level=4").contents)
        for query in ("skill=zzz", "level=9", "skill=a&skill=b"):
            self.assertEqual(400, self.status(self.open(f"@@skills-map?{query}")), query)

    def test_newcomers(self):
        contents = self.open("@@newcomers").contents
        self.assertIn("Zoé Quillefeu", contents)
        self.assertNotIn("Guérin", contents)
        self.clock.pass_days(100)
        self.portal.getSiteManager().registerUtility(self.clock, IClock)
        transaction.commit()
        self.assertIn("Nobody arrived lately", self.open("@@newcomers").contents)
