"""Searching: by name with errors, by what people show, in every order; refusals of what makes no sense."""

from bluegether.core.directory import api as directory
from bluegether.core.directory.interfaces import Criteria
from bluegether.core.directory.testing import DirectoryTest
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.people import api as people
from bluegether.core.skills import api as skills
from bluegether.core.skills.interfaces import ISkillPeople
from bluegether.core.testing import INTEGRATION
from datetime import date
from datetime import timedelta
from plone.app.testing import TEST_USER_ID
import transaction


HOSTILE = (".*", "(x+)+$", "[", "\\", "%_%", "'; DROP TABLE people; --", "<script>alert(1)</script>", "\u202e", "\x00")


class ApiTest(DirectoryTest):
    layer = INTEGRATION

    def find(self, reader="collegue", sort="", start=0, size=50, **form) -> list[str]:
        found = directory.search(reader, directory.checked(form), sort=sort, start=start, size=size)
        if size >= found.total and not start:
            self.assertEqual(found.total, len(found.rows))
        return found.rows


class TestRefusals(ApiTest):
    def test_values_that_make_no_sense(self):
        for name, value in (
            ("text", "x" * 10_000),
            ("text", ["a", "b"]),
            ("unit", "atlantis"),
            ("kind", "king"),
            ("employment", "slave"),
            ("available", "tomorrow"),
            ("available", "2026-13-45"),
            ("available", "20261120"),
            ("share", "101"),
            ("share", "-1"),
            ("share", "1e2"),
            ("share", "²"),
            ("remote", "no"),
            ("language", "<b>"),
            ("language_level", "B9"),
            ("skill", "unknown"),
            ("skill", "python:9"),
            ("skill", ["python"] * 9),
            ("expert", "unknown"),
            ("match", "some"),
            ("since", "yesterday"),
            ("place", "x" * 101),
        ):
            with self.subTest(name=name, value=str(value)[:30]), self.assertRaises(Invalid) as caught:
                directory.checked({name: value})
            self.assertEqual(name, caught.exception.field)
        with self.assertRaises(Invalid):
            directory.sorting({"sort": "salary"})

    def test_criteria_come_back_from_their_own_address(self):
        form = {
            "text": "ana  b",
            "skill": ["Python:3", "java"],
            "match": "any",
            "available": "2026-12-01",
            "share": "80",
        }
        criteria = directory.checked(form)
        self.assertEqual((("python", 3), ("java", 1)), criteria.skills)
        written = directory.query(criteria, sort="name")
        self.assertEqual(
            "text=ana+b&available=2026-12-01&share=80&skill=python%3A3&skill=java&match=any&sort=name", written
        )
        self.assertEqual("text=ana+b&skill=java", directory.query(directory.less(directory.less(
            criteria, "skills", ("python", 3)), "available")))  # fmt: skip

    def test_nobody_and_clients_find_nobody(self):
        for reader in ("", "nobody", "cliente"):
            self.assertEqual([], self.find(reader), reader)
            self.assertEqual((), directory.suggest(reader, "zoe").people)


class TestNames(ApiTest):
    def test_words_in_any_order_without_accents_with_errors(self):
        for text in (
            "Zoé Quillefeu", "zoe", "QUILLEFEU", "quillefeu zoé", "quil", "quillefue", "quilefeu", "zoe quilllefeu",
            "zq", "qz", "quillefeu, zoé", "zoequillefeu",
        ):  # fmt: skip
            with self.subTest(text=text):
                self.assertEqual(["zoe"], self.find(text=text))
        self.assertEqual(["collegue"], self.find(text="sofya garnié"))
        self.assertEqual(["manager"], self.find(text="benali k"))
        self.assertEqual(["manager"], self.find(text="bneali"))
        self.assertEqual([], self.find(text="zoe benali"))
        self.assertEqual([], self.find(text="xyz"))

    def test_jobs(self):
        self.assertEqual(["autre", "zoe"], self.find(text="develop"))
        self.assertEqual(["autre"], self.find(text="julien python"))

    def test_exact_before_beginnings_before_errors(self):
        for userid, name in (("a", "Paul Martinez"), ("b", "Anne Marten"), ("c", "Zélie Martin"), ("d", "Bob Martin")):
            self.person(f"x{userid}", fullname=name)
        self.assertEqual(["xd", "xc", "xa", "xb"], self.find(text="martin"))
        self.assertEqual(["xb", "xd", "xa", "xc"], self.find(text="martin", sort="name"))
        self.assertEqual(["xc"], self.find(text="martin", start=1, size=1))

    def test_hostile_texts_find_nobody_and_break_nothing(self):
        for text in HOSTILE:
            with self.subTest(text=text):
                self.assertEqual([], self.find(text=text))
                self.assertEqual([], self.find(place=text))

    def test_a_new_name_is_found_and_the_old_one_is_not(self):
        people.update_account("zoe", fullname="Zoé Lemarchand", actor=TEST_USER_ID)
        self.assertEqual(["zoe"], self.find(text="lemarchand"))
        self.assertEqual([], self.find(text="quillefeu"))
        self.assertEqual([], directory.differences())


class TestFilters(ApiTest):
    def test_skills_with_levels_and_what_is_below(self):
        self.knows("zoe", python=3)
        self.knows("autre", django=2)
        self.knows("manager", java=4, python=1)
        self.assertEqual({"zoe", "autre", "manager"}, set(self.find(skill="python")))
        self.assertEqual({"zoe", "autre"}, set(self.find(skill="python:2")))
        self.assertEqual(["zoe"], self.find(skill="Python:3"))
        self.assertEqual([], self.find(skill="python:4"))
        self.assertEqual({"zoe", "autre", "manager"}, set(self.find(skill="languages")))
        self.assertEqual(["manager"], self.find(skill=["python", "java"]))
        self.assertEqual(["manager", "zoe"], self.find(skill=["python:3", "java:3"], match="any"))

    def test_relevance_to_a_skill_is_its_level(self):
        self.knows("zoe", python=4)
        self.knows("autre", python=2)
        self.knows("manager", django=3)
        self.assertEqual(["zoe", "manager", "autre"], self.find(skill="python"))
        self.assertEqual(["autre", "manager", "zoe"], self.find(skill="python", sort="name"))

    def test_everything_that_people_show(self):
        self.hide("everyone")
        for form in EVERY_FILTER:
            with self.subTest(form=form):
                self.assertEqual(["zoe"], self.find(**form))
        for form in (
            {"place": "valcour x"},
            {"available": "2026-11-19"},
            {"skill": "java"},
            {"language": "is", "language_level": "C2"},
            {"text": "zoe", "unit": "ouest"},
        ):
            with self.subTest(form=form):
                self.assertEqual([], self.find(**form))

    def test_the_companys_record(self):
        self.assertEqual(["collegue", "manager", "zoe"], sorted(self.find(unit="data")))
        self.assertEqual(["autre", "collegue", "zoe"], sorted(self.find(kind="consultant")))
        people.update_account("zoe", employment="freelance", actor=TEST_USER_ID)
        self.assertEqual(["zoe"], self.find(employment="freelance"))
        people.update_account("zoe", unit="ouest", actor=TEST_USER_ID)
        self.assertEqual(["autre", "zoe"], sorted(self.find(unit="ouest")))
        self.assertEqual([], directory.differences())

    def test_a_merged_skill_is_followed(self):
        self.knows("zoe", cobol=4)
        skills.merge("cobol", "java", actor=TEST_USER_ID)
        self.assertEqual(["zoe"], self.find(skill="java:4"))
        self.assertEqual(["zoe"], self.find(skill="cobol"))
        self.assertEqual([], directory.differences())

    def test_the_number_of_a_skill_that_everyone_may_know(self):
        self.knows("zoe", cobol=4, audience="unit")
        self.knows("autre", django=1)
        told = ISkillPeople(self.portal)
        self.assertEqual({"cobol": 0, "python": 1}, told.counts(["cobol", "python"]))
        self.assertTrue(told.url("cobol").endswith("/people?skill=cobol"))


# Each filter, with what finds Zoé by what she says in `SECRETS`.
EVERY_FILTER = (
    {"place": "valcourt"},
    {"place": "Tombouctou"},
    {"place": "tombou"},
    {"client": "zanzibar"},
    {"skill": "cobol"},
    {"skill": "cobol:4"},
    {"skill": "cobol", "match": "any"},
    {"available": "2026-11-20"},
    {"available": "2027-01-01"},
    {"share": "100"},
    {"remote": "full"},
    {"remote": "partly"},
    {"language": "is"},
    {"language": "is", "language_level": "B2"},
    {"certification": "zanzibar"},
)


class TestOrders(ApiTest):
    def test_by_name(self):
        names = ["animatrice", "autre", "manager", "rh", "collegue", "commerce", "zoe"]
        self.assertEqual(names, self.find(sort="name"))
        self.assertEqual(names[2:4], self.find(sort="name", start=2, size=2))
        self.assertEqual([], self.find(start=1000))

    def test_by_arrival(self):
        for days, userid in ((1, "xold"), (40, "xnew")):
            self.person(userid, fullname=userid, arrived=self.clock.now() - timedelta(days=100 - days))
        self.assertEqual(["xnew", "xold"], self.find(sort="arrival")[-2:])
        self.assertEqual(
            ["xnew"],
            self.find(sort="arrival", since=(self.clock.now() - timedelta(days=61)).date().isoformat(), text="x"),
        )

    def test_by_availability_then_by_name(self):
        self.says("zoe", "availability", available_from=date(2026, 12, 1))
        self.says("autre", "availability", available_from=date(2026, 11, 1))
        self.assertEqual(["autre", "zoe", "animatrice"], self.find(sort="availability")[:3])

    def test_few_and_many_are_in_the_same_order(self):
        for number in range(60):
            self.person(
                f"x{number}", fullname=f"Paul {chr(122 - number % 26)} {number}", job="Testeur" if number < 3 else ""
            )
        everybody = self.find(sort="name", size=200)
        self.assertEqual(67, len(everybody))
        few = self.find(sort="name", text="testeur")
        self.assertEqual([userid for userid in everybody if userid in few], few)
        pages = [userid for start in range(0, 70, 7) for userid in self.find(sort="name", start=start, size=7)]
        self.assertEqual(everybody, pages)


class TestPersonalData(ApiTest):
    def test_searches_are_exported_and_erased(self):
        directory.save("zoe", name="Libres", form={"skill": "python", "sort": "name"})
        held = people.personal_data("zoe", actor="zoe")["directory"]["searches"]
        self.assertEqual([("Libres", "skill=python&sort=name")], [(one["name"], one["query"]) for one in held])
        people.erase("zoe", actor=TEST_USER_ID)
        self.assertEqual([], directory.saved("zoe"))
        self.assertEqual({}, directory.held("collegue"))

    def test_only_members_keep_searches(self):
        for userid in ("cliente", "nobody"):
            with self.assertRaises(NotAllowed):
                directory.save(userid, name="x", form={"text": "zoe"})

    def test_the_same_name_replaces_and_thirty_are_kept(self):
        for number in range(30):
            directory.save("zoe", name=f"n{number}", form={"text": "a"})
        directory.save("zoe", name="N5", form={"text": "b"})
        with self.assertRaises(Conflict):
            directory.save("zoe", name="more", form={"text": "b"})
        self.assertEqual((30, "text=b"), (len(directory.saved("zoe")), directory.saved("zoe")[-5].query))


class TestIndex(ApiTest):
    def test_it_equals_what_a_rebuild_makes(self):
        self.hide("unit")
        self.knows("autre", django=2)
        people.update_account("zoe", manager="manager", actor=TEST_USER_ID)
        self.assertEqual([], directory.differences())
        before = self.find(), self.find(skill="cobol")
        self.assertEqual(8, directory.rebuild())
        self.assertEqual(before, (self.find(), self.find(skill="cobol")))
        self.assertEqual([], directory.differences())

    def test_what_is_wrong_is_named(self):
        directory.drop("zoe")
        self.assertIn("zoe", directory.differences())
        directory.rebuild()
        self.assertEqual([], directory.differences())

    def test_who_is_erased_leaves_nothing(self):
        self.hide("everyone")
        people.erase("zoe", actor=TEST_USER_ID)
        self.assertEqual([], self.find(text="zoe"))
        self.assertEqual([], self.find(skill="cobol"))
        self.assertEqual([], directory.written("collegue", "city"))
        self.assertEqual([], directory.differences())

    def test_who_has_no_access_is_not_there(self):
        people.suspend("zoe", until=self.clock.now() + timedelta(days=3), reason="Test", actor=TEST_USER_ID)
        self.assertEqual([], self.find(text="zoe"))
        people.resume("zoe", actor=TEST_USER_ID)
        self.assertEqual(["zoe"], self.find(text="zoe"))
        people.end_access("zoe", when=self.clock.now(), actor=TEST_USER_ID)
        self.assertEqual([], self.find(text="zoe"))
        self.assertEqual([], directory.differences())

    def test_an_access_that_ended_before_the_timer_ran_shows_nobody(self):
        people.end_access("zoe", when=self.clock.now() + timedelta(hours=1), actor=TEST_USER_ID)
        self.clock.pass_days(1)
        self.assertIsNone(directory.hit("zoe", "collegue"))

    def test_a_search_wakes_nobody_and_a_page_only_whom_it_shows(self):
        for number in range(120):
            self.person(f"x{number}", fullname=f"Paul Test {number}")
        woken = self.count_loads()
        found = directory.search("collegue", Criteria(text="paul"), size=10)
        self.assertEqual((120, 10), (found.total, len(found.rows)))
        self.assertEqual([], woken)
        directory.hits(found.rows, "collegue", Criteria(text="paul"))
        self.assertEqual(sorted(found.rows), sorted(set(woken)))

    def count_loads(self) -> list[str]:
        """Send every person to sleep and return a list that fills with the ids of those who wake."""
        woken: list[str] = []
        transaction.savepoint()
        folder, kind = self.portal.people, type(people.person("zoe").aq_base)
        original = kind.__setstate__

        def woke(content, state):
            woken.append(state["id"])
            return original(content, state)

        kind.__setstate__ = woke
        self.addCleanup(setattr, kind, "__setstate__", original)
        for content in list(folder.objectValues()):
            content.aq_base._p_deactivate()
        return woken
