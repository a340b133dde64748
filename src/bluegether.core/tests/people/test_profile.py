"""What people say of themselves: checked, kept, shown to those whom they chose, found by them alone."""

from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.people import api as people
from bluegether.core.people.interfaces import IPersonChanged
from bluegether.core.people.testing import PeopleTest
from bluegether.core.skills import api as skills
from bluegether.core.skills.interfaces import ISkillUse
from bluegether.core.testing import INTEGRATION
from datetime import date
from plone import api
from plone.app.testing import TEST_USER_ID
from zope.component import getAdapter


SKILL = {"skill": "python", "level": 3, "years": 5, "last_used": 2026, "again": True}


class ApiTest(PeopleTest):
    layer = INTEGRATION

    def setUp(self):
        super().setUp()
        api.portal.set_registry_record("bluegether.people.units", {"data": "Données", "ouest": "Ouest"})
        for title in ("Python", "Java", "Rust"):
            skills.add({"fr": title, "en": title}, actor="")
        self.create("ana", unit="data", kind="consultant", employment="employee", job="Développeuse")
        self.ana = people.person("ana")

    def update(self, group, audience=None, seen=None, actor="ana", **values):
        people.update_profile(self.ana, group, values, actor=actor, audience=audience, seen=seen)

    def find(self, **query) -> list:
        return [brain.getId for brain in api.content.find(portal_type="Person", **query)]

    def refused(self, group, error=Invalid, **values) -> Invalid:
        with self.assertRaises(error) as caught:
            self.update(group, **values)
        return caught.exception


class TestChecks(ApiTest):
    def test_rows_that_are_refused(self):
        experience = {"title": "Refonte"}
        cases = (
            ("skills", "skills", [SKILL | {"level": 5}]),
            ("skills", "skills", [SKILL | {"level": 0}]),
            ("skills", "skills", [SKILL | {"years": 61}]),
            ("skills", "skills", [SKILL | {"years": -1}]),
            ("skills", "skills", [SKILL | {"last_used": 2027}]),
            ("skills", "skills", [SKILL | {"skill": ""}]),
            ("skills", "skills", [SKILL, SKILL | {"level": 1}]),
            ("skills", "skills", [SKILL | {"skill": "Cobol"}]),
            ("skills", "skills", [SKILL, SKILL | {"skill": "PYTHON"}]),
            ("skills", "experiences", [experience | {"skills": ["Python", "Cobol"]}]),
            ("wishes", "wish_skills", [3]),
            ("wishes", "wish_skills", "Python"),
            ("skills", "skills", [SKILL | {"secret": 1}]),
            ("skills", "skills", ["python"]),
            ("skills", "skills", "python"),
            ("skills", "skills", [SKILL | {"skill": f"s{number}"} for number in range(500)]),
            ("skills", "languages", [{"language": "xx", "level": "B1"}]),
            ("skills", "languages", [{"language": "en", "level": "B9"}]),
            ("skills", "languages", [{"language": "en", "level": "B1"}, {"language": "en", "level": "C1"}]),
            ("skills", "certifications", [{"title": "A", "obtained": date(2026, 1, 2), "expires": date(2026, 1, 1)}]),
            ("skills", "certifications", [{"title": "A", "obtained": date(2027, 1, 2)}]),
            ("skills", "certifications", [{"title": "<b>A</b>"}]),
            ("skills", "certifications", [{"title": "A", "obtained": "2026-01-02"}]),
            ("skills", "experiences", [experience | {"start": date(2026, 1, 2), "end": date(2026, 1, 1)}]),
            ("skills", "experiences", [experience | {"title": "x" * 121}]),
            ("skills", "experiences", [experience | {"title": "a\nb"}]),
            ("skills", "experiences", [experience | {"description": "<script>"}]),
            ("contact", "phone", "call me"),
            ("contact", "phone", "1" * 40),
            ("contact", "city", "<i>Lyon"),
            ("contact", "city", 3),
            ("presentation", "biography", "x" * 4001),
            ("availability", "available_share", 101),
            ("availability", "remote", "sometimes"),
            ("availability", "available_places", ["Lyon"] * 1 + [f"Ville {number}" for number in range(12)]),
            ("availability", "available_places", [3]),
            ("wishes", "wish_text", "a\x00b"),
            ("contact", "matricule", "A-1"),
        )
        for group, field, value in cases:
            with self.subTest(field=field, value=str(value)[:60]):
                self.assertEqual(field, self.refused(group, **{field: value}).field)
        self.assertEqual({}, dict(people.values_of(self.ana)))

    def test_the_message_says_which_row_and_why(self):
        error = self.refused("skills", skills=[SKILL, SKILL | {"skill": "java", "years": 99}])
        self.assertEqual(2, error.message.mapping["number"])
        self.assertEqual(60, error.message.mapping["reason"].mapping["reason"].mapping["maximum"])

    def test_absence(self):
        self.create("bob")
        self.create("carl", kind="client")
        start, end = date(2026, 11, 2), date(2026, 11, 6)
        cases = (
            ("away_until", {"away_from": start}),
            ("away_from", {"away_until": end}),
            ("away_until", {"away_from": end, "away_until": start}),
            ("away_replacement", {"away_replacement": "nobody"}),
            ("away_replacement", {"away_replacement": "carl"}),
            ("away_replacement", {"away_replacement": "ana"}),
        )
        for field, values in cases:
            with self.subTest(values):
                self.assertEqual(field, self.refused("absence", **values).field)
        self.update("absence", away_from=start, away_until=end, away_replacement="bob", away_message="En congé")
        away = people.away("ana")
        self.assertEqual((end, "bob", "En congé"), (away.until, away.replacement, away.message))
        self.clock.pass_days(4.5)  # the site's day, until its end
        self.assertIsNotNone(people.away("ana"))
        self.clock.pass_days(1)
        self.assertIsNone(people.away("ana"))
        self.update("absence", away_from=None, away_until=None)
        self.clock.pass_days(-3)
        self.assertIsNone(people.away("ana"))

    def test_what_is_kept_is_clean_and_told(self):
        heard = []
        self.portal.getSiteManager().registerHandler(heard.append, (IPersonChanged,))
        self.update("skills", skills=[{"skill": " PYTHON ", "level": 2}])
        self.update("availability", available_places=[" Lyon ", "", "Lyon", "Nantes"])
        values = people.values_of(self.ana)
        row = {"skill": "python", "level": 2, "years": None, "last_used": None, "again": False}
        self.assertEqual(([row], ["Lyon", "Nantes"]), (values["skills"], values["available_places"]))
        self.assertEqual([self.ana] * 2, [event.object for event in heard])
        self.update("contact", phone="+33 6 12 34 56 78")
        self.update("contact", city="Lyon")
        self.assertEqual("+33 6 12 34 56 78", people.values_of(self.ana)["phone"])

    def test_only_the_person_writes_it(self):
        for actor in (TEST_USER_ID, "bob", ""):
            with self.subTest(actor):
                self.refused("contact", error=NotAllowed, actor=actor, city="Lyon")
        self.refused("secrets", city="Lyon")

    def test_the_second_of_two_editors_is_told(self):
        seen = people.revision(self.ana, "contact")
        self.update("contact", seen=seen, city="Lyon")
        self.refused("contact", error=Conflict, seen=seen, city="Nantes")
        self.update("presentation", seen=people.revision(self.ana, "presentation"), biography="Bonjour")
        self.assertEqual("Lyon", people.values_of(self.ana)["city"])
        self.update("contact", seen=people.revision(self.ana, "contact"), city="Nantes")


class TestAudiences(ApiTest):
    READERS = ("ana", "colleague", "other", "sales", TEST_USER_ID, "carl", "partner", "nobody", "")

    def setUp(self):
        super().setUp()
        self.create("colleague", unit="data")
        self.create("other", unit="ouest")
        self.create("sales", unit="ouest")
        self.create("partner", kind="partner")
        self.create("carl", kind="client", unit="data")
        api.user.grant_roles(username="sales", roles=["Sales Referent"])

    def see(self, group) -> set:
        return {reader for reader in self.READERS if people.sees_group(self.ana, group, reader)}

    def test_each_audience(self):
        own = {"ana", TEST_USER_ID}
        network = own | {"colleague", "other", "sales", "partner"}
        for audience, readers in {
            "everyone": network,
            "unit": own | {"colleague"},
            "business": own | {"sales"},
            "me": own,
        }.items():
            with self.subTest(audience):
                self.update("contact", audience=audience, city="Lyon")
                self.assertEqual(readers, self.see("contact"))
        people.update_account("ana", actor=TEST_USER_ID, unit="")
        people.update_account("colleague", actor=TEST_USER_ID, unit="")
        self.update("contact", audience="unit", city="Lyon")
        self.assertEqual(own, self.see("contact"))  # no unit is nobody's unit

    def test_shown_leaves_out_what_is_closed(self):
        people.update_account("ana", actor=TEST_USER_ID, matricule="A-17")
        self.update("contact", audience="unit", phone="+33 1 23 45 67 89")
        self.update("wishes", audience="me", wish_text="Partir")
        self.update("skills", audience="business", skills=[SKILL])
        self.update("absence", away_from=date(2026, 11, 2), away_until=date(2026, 11, 3))
        shown = {reader: set(people.shown(self.ana, reader)) for reader in self.READERS}
        record = {"userid", "fullname", "kind", "employment", "unit", "job", "manager", "arrived"}
        record |= {"away_from", "away_until"}
        contact = {"phone", "email"}
        self.assertEqual(record | contact | {"wish_text", "skills"}, shown["ana"])
        self.assertEqual(shown["ana"] | {"matricule"}, shown[TEST_USER_ID])
        self.assertEqual(record | contact, shown["colleague"])
        self.assertEqual((record, record | {"skills"}, record), (shown["other"], shown["sales"], shown["partner"]))
        self.assertEqual([set()] * 3, [shown[reader] for reader in ("carl", "nobody", "")])
        carl = people.person("carl")
        self.assertEqual([{}, {}], [people.shown(carl, reader) for reader in ("ana", "sales")])
        self.assertEqual("carl", people.shown(carl, "carl")["userid"])

    def test_rows_that_are_shown_are_copies(self):
        self.update("skills", skills=[SKILL])
        people.shown(self.ana, "ana")["skills"][0]["level"] = 4
        self.assertEqual(3, people.values_of(self.ana)["skills"][0]["level"])

    def test_the_company_sets_limits(self):
        api.portal.set_registry_record("bluegether.people.contact_audiences", ("unit", "me"))
        self.assertEqual(("unit", "me"), people.allowed_audiences("contact"))
        self.assertEqual("me", people.audience_of(self.ana, "contact"))  # the default is no choice any more
        self.refused("contact", audience="everyone", city="Lyon")
        self.update("contact", audience="unit", city="Lyon")
        api.portal.set_registry_record("bluegether.people.contact_audiences", ("everyone", "business"))
        self.assertEqual("me", people.audience_of(self.ana, "contact"))  # a choice is never widened
        self.update("contact", audience="everyone", city="Lyon")
        api.portal.set_registry_record("bluegether.people.contact_audiences", ("business", "me"))
        api.portal.set_registry_record("bluegether.people.contact_default", "business")
        self.assertEqual("business", people.audience_of(self.ana, "contact"))

    def test_the_first_change_makes_the_choice_explicit(self):
        self.update("contact", city="Lyon")
        self.update("wishes", wish_text="Partir")
        api.portal.set_registry_record("bluegether.people.wishes_default", "everyone")
        self.assertEqual(
            ("everyone", "business"), tuple(people.audience_of(self.ana, g) for g in ("contact", "wishes"))
        )

    def test_full_text_search_knows_what_everyone_reads(self):
        self.update("presentation", audience="unit", biography="Zététique")
        self.assertEqual([], self.find(SearchableText="Zététique"))
        self.update("presentation", audience="everyone")
        self.assertEqual(["ana"], self.find(SearchableText="Zététique"))
        self.update("contact", audience="everyone", city="Quimperlé")
        self.assertEqual([], self.find(SearchableText="Quimperlé"))
        self.assertEqual(["ana"], self.find(SearchableText="Développeuse Données"))


class TestFacets(ApiTest):
    def found(self) -> set:
        return {(facet.name, facet.value, facet.audience) for facet in people.facets(self.ana)}

    def test_each_has_the_audience_of_its_group(self):
        self.update("skills", audience="unit", skills=[SKILL], languages=[{"language": "en", "level": "C1"}])
        self.update("contact", audience="business", city="Lyon")
        self.update("availability", audience="me", available_from=date(2026, 12, 1), available_share=80)
        self.update("wishes", audience="everyone", wish_skills=["Rust", "rust"], wish_places=["Nantes"])
        self.assertEqual(
            {
                ("kind", "consultant", "everyone"),
                ("employment", "employee", "everyone"),
                ("unit", "data", "everyone"),
                ("skill", "python", "unit:data"),
                ("skill_level", "python:3", "unit:data"),
                ("skill_again", "python", "unit:data"),
                ("language", "en", "unit:data"),
                ("language_level", "en:C1", "unit:data"),
                ("city", "Lyon", "business"),
                ("available_from", "2026-12-01", "me:ana"),
                ("available_share", "80", "me:ana"),
                ("wish_skill", "rust", "everyone"),
                ("wish_place", "Nantes", "everyone"),
            },
            self.found(),
        )

    def test_skills_follow_merges_and_are_counted(self):
        self.update("skills", skills=[SKILL, SKILL | {"skill": "java"}])
        self.update("wishes", wish_skills=["java", "rust"])
        use = getAdapter(self.portal, ISkillUse, name="people")
        self.assertEqual([1, 1, 1, 0], [use.count(one) for one in ("python", "java", "rust", "cobol")])
        skills.merge("java", "python", actor="")
        self.assertEqual([1, 0, 1], [use.count(one) for one in ("python", "java", "rust")])
        self.assertEqual({"python"}, {value for name, value, _audience in self.found() if name == "skill"})
        self.update("skills", skills=[])
        self.update("wishes", wish_skills=["rust"])
        self.assertEqual([0, 1], [use.count(one) for one in ("python", "rust")])
        people.forget("ana")
        self.assertEqual(0, use.count("rust"))

    def test_a_unit_that_is_none_is_oneself(self):
        people.update_account("ana", actor=TEST_USER_ID, unit="")
        self.update("contact", audience="unit", city="Lyon")
        self.assertIn(("city", "Lyon", "me:ana"), self.found())

    def test_a_client_has_none(self):
        people.update_account("ana", actor=TEST_USER_ID, kind="client")
        self.assertEqual(set(), self.found())


class TestData(ApiTest):
    def test_all_of_it_is_exported_and_erased(self):
        certification = {"title": "A", "obtained": date(2026, 1, 2)}
        self.update("skills", audience="me", skills=[SKILL], certifications=[certification])
        self.update("absence", away_from=date(2026, 11, 2), away_until=date(2026, 11, 3))
        people.update_account("ana", actor=TEST_USER_ID, matricule="A-17")
        held = people.held("ana")
        self.assertEqual("A-17", held["account"]["matricule"])
        self.assertEqual(([SKILL], "me"), (held["profile"]["skills"], held["profile"]["audiences"]["skills"]))
        self.assertEqual("2026-01-02", held["profile"]["certifications"][0]["obtained"])
        people.forget("ana")
        self.assertIsNone(people.away("ana"))
        self.create("bob")
        self.assertEqual({}, people.held("ana"))
