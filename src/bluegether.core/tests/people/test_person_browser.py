"""The page of a person and its forms, as each persona meets them, through real forms."""

from bluegether.core.kit.interfaces import IHomeCard
from bluegether.core.kit.interfaces import ITodos
from bluegether.core.people import api as people
from bluegether.core.people.testing import PASSWORD
from bluegether.core.people.testing import PeopleTest
from bluegether.core.skills import api as skills
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session
from datetime import date
from io import BytesIO
from PIL import Image
from plone import api
from plone.app.testing import TEST_USER_ID
from zope.component import getMultiAdapter
import transaction


SCRIPT = "<script>alert(1)</script>"


def picture(mode="JPEG", size=(640, 480)) -> bytes:
    written = BytesIO()
    image = Image.new("RGB", size, "teal")
    exif = Image.Exif()
    exif[0x010F] = "SECRETCAMERA"
    image.save(written, mode, exif=exif)
    return written.getvalue()


class Pages(PeopleTest):
    layer = FUNCTIONAL

    def setUp(self):
        super().setUp()
        api.portal.set_registry_record("bluegether.people.units", {"data": "Données"})
        for title in ("Python", "Java"):
            skills.add({"fr": title, "en": title}, actor="")
        self.personas()
        self.base = self.portal.absolute_url()

    def open(self, page="", userid="consultante", whose="consultante"):
        browser = self.browser(userid)
        browser.addHeader("Accept-Language", "en")
        browser.open(f"{self.base}/people/{whose}{page and '/@@' + page}")
        return browser

    def status(self, browser) -> int:
        return int(browser.headers["Status"].split()[0])

    def values(self, userid="consultante") -> dict:
        transaction.begin()
        return dict(people.values_of(people.person(userid)))

    def person(self, userid="consultante"):
        transaction.begin()
        return people.person(userid)


class TestPage(Pages):
    def fill(self) -> None:
        person = people.person("consultante")
        rows = {
            "skills": [{"skill": "python", "level": 3, "years": 5, "last_used": 2025, "again": True}],
            "languages": [{"language": "de", "level": "B2"}],
            "certifications": [
                {"title": "Old one", "expires": date(2026, 1, 1)},
                {"title": "Short one", "expires": date(2026, 12, 1)},
                {"title": "Long one", "issuer": "Who", "obtained": date(2026, 1, 1), "expires": date(2029, 1, 1)},
            ],
            "experiences": [{"title": "Rebuilt it", "company": "Secret Bank", "client_confidential": True}],
        }
        values = {
            "skills": rows,
            "presentation": {"biography": f"Bonjour\n{SCRIPT}".replace("<", "‹")},
            "contact": {"phone": "+33 1 23 45 67 89", "city": "Lyon"},
            "availability": {"available_share": 0, "remote": "full"},
            "wishes": {"wish_skills": ["java"], "wish_text": "Partir"},
            "absence": {"away_from": date(2026, 11, 1), "away_until": date(2026, 11, 9), "away_replacement": "rh"},
        }
        for group, fields in values.items():
            people.update_profile(person, group, fields, actor="consultante")
        people.update_account("consultante", actor=TEST_USER_ID, manager="rh", matricule="A-17", job="Dev", unit="data")
        transaction.commit()

    def test_what_a_colleague_reads(self):
        self.fill()
        page = self.open(userid="animatrice")
        for text in (
            "Consultante Test", "Dev", "Données", "Bonjour", "tel:+33123456789", "mailto:consultante@example.com",
            'level level-3"', "Advanced", "Python", "wants to use it again", "German", "Expired on", "Expires soon",
            "Valid until", "Rebuilt it", "Secret Bank", "Away until", "/people/rh", "Rh Test",
        ):  # fmt: skip
            self.assertIn(text, page.contents)
        for text in ("Partir", "A-17", "Who sees this", "@@profile-", "person-account", "0&nbsp;%", "Wholly remote"):
            self.assertNotIn(text, page.contents)

    def test_what_oneself_and_hr_read(self):
        self.fill()
        own = self.open().contents
        for text in ("Partir", "HR and sales", "@@profile-skills", "Your profile is", "three skills or more"):
            self.assertIn(text, own)
        self.assertNotIn("A-17", own)
        hr = self.open(userid="rh").contents
        for text in ("Partir", "A-17", "person-account", "HR and sales"):
            self.assertIn(text, hr)
        self.assertNotIn("@@profile-skills", hr)
        self.assertIn("Consultante Test", self.open(whose="rh").contents)  # the team of the manager

    def test_a_confidential_client_stays_in_the_company(self):
        self.fill()
        self.create("paul", kind="partner", password=PASSWORD)
        transaction.commit()
        page = self.open(userid="paul").contents
        self.assertIn("Rebuilt it", page)
        self.assertNotIn("Secret Bank", page)

    def test_of_who_left_the_name_remains(self):
        self.fill()
        people.end_access("consultante", when=self.clock.now(), actor=TEST_USER_ID)
        transaction.commit()
        for userid in ("animatrice", "rh"):
            page = self.open(userid=userid)
            self.assertEqual(200, self.status(page))
            self.assertIn("Consultante Test", page.contents)
            self.assertIn("Has left on", page.contents)  # said by the room that knows of departures
            for text in ("Bonjour", "tel:", "Partir", "A-17", "Python", "Away until"):
                self.assertNotIn(text, page.contents)
            told = Session(self.portal, userid, PASSWORD, accept="application/json").get("@people/consultante").json()
            self.assertEqual({"@id", "url", "userid", "fullname", "left"}, set(told))

    def test_an_empty_profile_says_what_to_add(self):
        own = self.open().contents
        for text in ("a photo", "three skills or more", "@@profile-photo", "In a few sentences"):
            self.assertIn(text, own)
        self.assertNotIn("In a few sentences", self.open(userid="animatrice").contents)

    def test_home_card_and_todo(self):
        self.request = self.layer["request"]
        with api.env.adopt_user(username="consultante"):
            card = getMultiAdapter((self.portal, self.request), IHomeCard, name="profile")
            self.assertTrue(card.available())
            self.assertIn("/people/consultante", card.render())
            todos = getMultiAdapter((self.portal, self.request), ITodos, name="people")
            self.assertEqual([], todos.todos())  # newcomers have a week
            self.clock.pass_days(8)
            self.assertIn(f"{self.base}/people/consultante", [todo.url for todo in todos.todos()])
        with api.env.adopt_user(username="cliente"):
            self.assertFalse(getMultiAdapter((self.portal, self.request), IHomeCard, name="profile").available())
            self.assertEqual([], todos.todos())


class TestForms(Pages):
    def test_rows_are_added_kept_and_taken_away_without_a_script(self):
        form = self.open("profile-skills")
        form.getControl(name="form.widgets.skills.AA.widgets.skill").value = "python"
        form.getControl(name="form.widgets.skills.AA.widgets.level:list").value = ["3"]
        form.getControl(name="form.widgets.languages.AA.widgets.language:list").value = ["en"]
        form.getControl(name="form.widgets.languages.AA.widgets.level:list").value = ["C1"]
        form.getControl(name="form.widgets.audience").value = ["unit"]
        form.getControl("Save and go on").click()
        self.assertIn("Your profile is saved", form.contents)
        values = self.values()
        self.assertEqual(("python", 3), (values["skills"][0]["skill"], values["skills"][0]["level"]))
        self.assertEqual([{"language": "en", "level": "C1"}], values["languages"])
        self.assertEqual("unit", people.audience_of(people.person("consultante"), "skills"))
        form.getControl(name="form.widgets.skills.AA.widgets.skill").value = "Java"
        form.getControl(name="form.widgets.skills.AA.widgets.level:list").value = ["1"]
        form.getControl(name="form.widgets.skills.0.widgets.last_used").value = "2025"
        form.getControl("Save", index=0).click()
        self.assertEqual(f"{self.base}/people/consultante", form.url)
        self.assertEqual(["python", "java"], [row["skill"] for row in self.values()["skills"]])
        form = self.open("profile-skills")
        self.assertEqual("2025", form.getControl(name="form.widgets.skills.0.widgets.last_used").value)
        for name in ("skill", "last_used"):
            form.getControl(name=f"form.widgets.skills.0.widgets.{name}").value = ""
        form.getControl("Save", index=0).click()
        self.assertEqual(["java"], [row["skill"] for row in self.values()["skills"]])

    def test_what_is_wrong_is_said_at_the_field(self):
        form = self.open("profile-skills")
        form.getControl(name="form.widgets.skills.AA.widgets.skill").value = "Cobol"
        form.getControl(name="form.widgets.skills.AA.widgets.level:list").value = ["3"]
        form.getControl(name="form.widgets.certifications.AA.widgets.title").value = "CKA"
        form.getControl(name="form.widgets.certifications.AA.widgets.obtained").value = "2026-02-02"
        form.getControl(name="form.widgets.certifications.AA.widgets.expires").value = "2026-01-02"
        form.getControl("Save", index=0).click()
        self.assertIn("Cobol", form.contents)
        self.assertIn("is not in the list", form.contents)
        form.getControl(name="form.widgets.skills.0.widgets.skill").value = "Python"
        form.getControl("Save", index=0).click()
        self.assertIn("Row 1: It would expire before it was obtained.", form.contents)
        self.assertEqual("CKA", form.getControl(name="form.widgets.certifications.0.widgets.title").value)
        self.assertEqual({}, self.values())

    def test_plain_groups(self):
        form = self.open("profile-contact")
        form.getControl(name="form.widgets.phone").value = "call me"
        form.getControl(name="form.widgets.city").value = SCRIPT
        form.getControl("Save").click()
        self.assertIn("This is no telephone number", form.contents)
        self.assertIn("Plain text only", form.contents)
        self.assertNotIn(SCRIPT, form.contents)
        form.getControl(name="form.widgets.phone").value = "+33 1 23 45 67 89"
        form.getControl(name="form.widgets.city").value = "Lyon"
        form.getControl("Save").click()
        form = self.open("profile-availability")
        form.getControl(name="form.widgets.available_from").value = "2026-12-01"
        form.getControl(name="form.widgets.available_places").value = "Lyon\nNantes"
        form.getControl(name="form.widgets.available_share").value = "180"
        form.getControl("Save").click()
        self.assertIn("error", form.contents)
        form.getControl(name="form.widgets.available_share").value = "80"
        form.getControl("Save").click()
        form = self.open("profile-wishes")
        form.getControl(name="form.widgets.wish_skills").value = "python, Java"
        form.getControl("Save").click()
        form = self.open("profile-absence")
        form.getControl(name="form.widgets.away_from").value = "2026-11-01"
        form.getControl("Save").click()
        self.assertIn("Give both days, or none.", form.contents)
        form.getControl(name="form.widgets.away_until").value = "2026-11-10"
        form.getControl(name="form.widgets.away_replacement").value = "rh test"
        form.getControl("Save").click()
        self.assertIn("Away until", form.contents)
        values = self.values()
        self.assertEqual(
            ("Lyon", 80, ["Lyon", "Nantes"]),
            tuple(values[name] for name in ("city", "available_share", "available_places")),
        )
        self.assertEqual((["python", "java"], "rh"), (values["wish_skills"], values["away_replacement"]))

    def test_the_second_editor_is_told_and_loses_nothing(self):
        first, second = self.open("profile-contact"), self.open("profile-contact")
        for form, city in ((first, "Lyon"), (second, "Nantes")):
            form.getControl(name="form.widgets.city").value = city
            form.getControl("Save").click()
        self.assertIn("changed meanwhile", second.contents)
        self.assertEqual("Nantes", second.getControl(name="form.widgets.city").value)
        self.assertEqual("Lyon", self.values()["city"])

    def test_the_company_limits_the_choice(self):
        api.portal.set_registry_record("bluegether.people.contact_audiences", ("unit", "me"))
        transaction.commit()
        form = self.open("profile-contact")
        self.assertEqual(["unit", "me"], form.getControl(name="form.widgets.audience").options)
        form.getControl(name="form.widgets.audience").value = ["unit"]
        form.getControl("Save").click()
        self.assertEqual("unit", people.audience_of(self.person(), "contact"))

    def test_the_company_sets_the_limits_in_its_panel(self):
        panel = self.browser("rh")
        panel.addHeader("Accept-Language", "en")
        panel.open(f"{self.base}/@@profiles-controlpanel")
        choices = panel.getControl(name="form.widgets.contact_audiences:list")
        self.assertEqual(["everyone", "unit", "business", "me"], choices.value)
        choices.value = ["unit", "me"]
        panel.getControl("Save").click()
        self.assertIn("must be one of the choices", panel.contents)
        panel.getControl(name="form.widgets.contact_default:list").value = ["unit"]
        panel.getControl("Save").click()
        transaction.begin()
        self.assertEqual(("unit", "me"), people.allowed_audiences("contact"))
        self.assertEqual("unit", people.audience_of(people.person("animatrice"), "contact"))
        refused = self.browser("consultante")
        refused.open(f"{self.base}/@@profiles-controlpanel")
        self.assertNotIn("contact_audiences", refused.contents)

    def test_forms_are_ones_own(self):
        for page in ("profile-contact", "profile-skills", "profile-photo", "profile-absence"):
            for userid in ("animatrice", "rh"):
                self.assertEqual(403, self.status(self.open(page, userid)), (page, userid))
            for userid in ("cliente", ""):
                self.assertNotIn("form.widgets", self.open(page, userid).contents)

    def test_a_form_of_another_site_is_refused(self):
        browser = self.browser("consultante")
        browser.post(
            f"{self.base}/people/consultante/@@profile-contact",
            "form.widgets.city=Evil&form.widgets.seen=0&form.widgets.audience=me&form.buttons.save=1",
        )
        self.assertEqual({}, self.values())


class TestPhoto(Pages):
    def send(self, data: bytes, name="me.jpg", kind="image/jpeg"):
        form = self.open("profile-photo")
        form.getControl(name="photo").add_file(BytesIO(data), kind, name)
        form.getControl("Save").click()
        return form

    def test_it_is_made_anew(self):
        self.send(picture())
        found = people.photo(self.person(), "consultante")
        self.assertEqual((512, 512), Image.open(BytesIO(found.large)).size)
        self.assertNotIn(b"SECRETCAMERA", found.large + found.small)
        self.assertIn("@@photo", self.open(userid="animatrice").contents)
        form = self.open("profile-photo")
        form.getControl(name="audience").value = ["me"]
        form.getControl("Save").click()
        self.assertIsNone(people.photo(self.person(), "animatrice"))
        form = self.open("profile-photo")
        form.getControl("Take the photo away").selected = True
        form.getControl("Save").click()
        self.assertIsNone(people.photo(self.person(), "consultante"))

    def test_what_is_no_picture_is_refused(self):
        svg = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
        for data, name, kind in (
            (svg, "me.svg", "image/svg+xml"),
            (svg, "me.jpg", "image/jpeg"),
            (b"", "me.jpg", "image/jpeg"),
            (picture("GIF"), "me.jpg", "image/jpeg"),
            (picture()[:200], "me.jpg", "image/jpeg"),
            (b"\xff\xd8\xff" * 3_000_000, "me.jpg", "image/jpeg"),
        ):
            with self.subTest(name=name, size=len(data)):
                self.assertIn("invalid-feedback", self.send(data, name, kind).contents)
                self.assertIsNone(people.photo(self.person(), "consultante"))
        form = self.open("profile-photo")
        form.getControl("Save").click()
        self.assertIn("Choose a picture.", form.contents)


class TestRecord(Pages):
    def test_hr_keeps_it(self):
        form = self.open("person-account", "rh")
        form.getControl(name="unit").value = ["data"]
        form.getControl(name="manager").value = "consultante"
        form.getControl(name="job").value = "Architecte"
        form.getControl("Save").click()
        self.assertIn("Nothing was saved", form.contents)
        self.assertIn("above and below", form.contents)
        form.getControl(name="manager").value = "animatrice TEST"
        form.getControl(name="matricule").value = "A-17"
        form.getControl("Save").click()
        self.assertIn("The record is saved.", form.contents)
        self.assertIn("Animatrice Test", form.contents)
        transaction.begin()
        found = people.account("consultante")
        self.assertEqual(
            ("data", "animatrice", "Architecte", "A-17"), (found.unit, found.manager, found.job, found.matricule)
        )
        form = self.open("person-account", "rh")
        form.getControl(name="kind").value = ["client"]
        form.getControl("Save").click()
        transaction.begin()
        self.assertEqual("client", people.account("consultante").kind)

    def test_nobody_else_does(self):
        for userid in ("consultante", "animatrice", "cliente", ""):
            self.assertNotIn("matricule", self.open("person-account", userid).contents)
