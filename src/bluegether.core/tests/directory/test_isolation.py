"""What somebody shows to some only: made first, then looked for by everybody else in every way that there is."""

from bluegether.core.directory import api as directory
from bluegether.core.directory.interfaces import Criteria
from bluegether.core.directory.testing import DirectoryTest
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.people import api as people
from bluegether.core.testing import INTEGRATION
from datetime import date
from plone.app.testing import TEST_USER_ID
import transaction


# Each filter, with what finds Zoé by what she says in `testing.SECRETS`.
FILTERS = (
    {"place": "valcourt"},
    {"place": "tombouctou"},
    {"client": "zanzibar"},
    {"skill": "cobol"},
    {"skill": "languages"},
    {"skill": "cobol:4"},
    {"skill": ["cobol", "java"], "match": "any"},
    {"available": "2027-01-01"},
    {"share": "50"},
    {"remote": "full"},
    {"language": "is"},
    {"language": "is", "language_level": "A1"},
    {"certification": "zanzibar"},
)
# Audience -> who finds by it, beside Zoé herself.
SEEN = {
    "everyone": {"rh", "commerce", "manager", "animatrice", "collegue", "autre"},
    "unit": {"manager", "collegue"},
    "business": {"rh", "commerce"},
    "me": set(),
}
EVERYBODY = ("rh", "commerce", "manager", "animatrice", "collegue", "autre", "cliente")
WORDS = ("zanzibar", "valcourt", "tombouctou", "01 99", "cobol")


class TestAudiences(DirectoryTest):
    layer = INTEGRATION

    def found(self, reader, **form) -> list[str]:
        return directory.search(reader, directory.checked(form), size=50).rows

    def test_each_filter_finds_for_the_audience_only(self):
        for audience, seen in SEEN.items():
            self.hide(audience)
            for form in FILTERS:
                for reader in EVERYBODY:
                    with self.subTest(audience=audience, form=form, reader=reader):
                        found = self.found(reader, **form)
                        self.assertEqual(["zoe"] if reader in seen else [], found)
                self.assertEqual(["zoe"], self.found("zoe", **form))

    def test_counts_say_nothing(self):
        for audience, seen in SEEN.items():
            self.hide(audience)
            for reader in set(EVERYBODY) - seen:
                for form in FILTERS:
                    self.assertEqual(0, directory.search(reader, directory.checked(form)).total, (audience, reader))
        self.hide("unit")
        self.assertEqual({"cobol": 0}, directory.skill_counts(["cobol"]))

    def test_what_can_be_chosen_says_nothing(self):
        facets = (
            "city",
            "place",
            "client_site",
            "certification",
            "language",
            "skill",
            "skill_level",
            "sector",
            "remote",
        )
        for audience, seen in SEEN.items():
            self.hide(audience)
            for reader in EVERYBODY:
                known = {value for facet in facets for value, _title in directory.written(reader, facet)}
                with self.subTest(audience=audience, reader=reader):
                    wanted = {"valcourt", "tombouctou", "banque zanzibar", "zanzibar certifiee", "is", "cobol"}
                    self.assertEqual(wanted if reader in seen else set(), known & wanted)

    def test_the_order_by_availability_says_nothing(self):
        self.says("autre", "availability", available_from=date(2027, 6, 1))
        for audience, seen in SEEN.items():
            self.hide(audience)
            for reader in set(EVERYBODY) - {"cliente", "autre"}:
                batch = directory.search(reader, Criteria(), sort="availability", size=50)
                with self.subTest(audience=audience, reader=reader):
                    first = ["zoe", "autre"] if reader in seen else ["autre", "animatrice"]
                    self.assertEqual(first, batch.rows[:2])
                    self.assertEqual("zoe", batch.rows[0 if reader in seen else -1])

    def test_relevance_to_a_level_says_nothing(self):
        self.hide("unit")
        self.knows("commerce", cobol=2)
        self.assertEqual(["commerce"], self.found("autre", skill="cobol"))
        self.assertEqual(["zoe", "commerce"], self.found("collegue", skill="cobol"))

    def test_hits_cards_and_tables(self):
        for audience, seen in SEEN.items():
            self.hide(audience)
            for reader in ("commerce", "manager", "collegue", "autre"):
                hit = directory.hit("zoe", reader)
                card = directory.vcards([hit]).decode().lower()
                with self.subTest(audience=audience, reader=reader):
                    text = f"{hit.fields} {card}".lower()
                    self.assertEqual(reader in seen, any(word in text for word in WORDS), text)
                    self.assertEqual(reader in seen, "zoe@example.com" in text)
            self.assertIsNone(directory.hit("zoe", "cliente"))
            for reader in ("commerce", "manager"):
                with self.user(reader):
                    text = str(list(directory.table(reader, Criteria()))).lower()
                with self.subTest(audience=audience, table=reader):
                    self.assertIn("zoé quillefeu", text)
                    self.assertEqual(reader in seen, any(word in text for word in WORDS), text)

    def test_only_who_may_export_does(self):
        for reader in ("collegue", "autre", "animatrice", "zoe"):
            with self.user(reader), self.assertRaises(NotAllowed):
                directory.table(reader, Criteria())
            with self.assertRaises(NotAllowed):
                directory.table(reader, Criteria())  # whoever is signed in: it is the exporter who counts
        with self.user("rh"):
            self.assertEqual(9, len(list(directory.table("rh", Criteria()))))

    def test_the_map_counts_what_everyone_may_see(self):
        for userid in ("zoe", "collegue", "manager"):
            self.knows(userid, audience="unit", cobol=4)
        self.assertEqual((), directory.skills_map("languages").rows)
        for userid in ("collegue", "manager"):
            self.knows(userid, cobol=4)
        self.assertEqual((), directory.skills_map("languages").rows)
        self.knows("zoe", cobol=4)
        (row,) = directory.skills_map("languages").rows
        self.assertEqual(("cobol", (3,)), (row.skill_id, row.counts))
        self.assertEqual((), directory.skills_map("languages", level=4).rows and ())
        people.update_account("zoe", unit="ouest", actor=TEST_USER_ID)
        self.assertEqual((), directory.skills_map("languages").rows)

    def test_a_reader_who_changes_unit_sees_at_once_what_that_unit_sees(self):
        self.hide("unit")
        self.assertEqual(["zoe"], self.found("collegue", skill="cobol"))
        people.update_account("collegue", unit="ouest", actor=TEST_USER_ID)
        self.assertEqual([], self.found("collegue", skill="cobol"))
        people.update_account("zoe", unit="ouest", actor=TEST_USER_ID)
        self.assertEqual(["zoe"], self.found("collegue", skill="cobol"))
        self.assertEqual([], self.found("manager", skill="cobol"))

    def test_what_the_company_closes_is_closed(self):
        self.hide("everyone")
        self.assertEqual(["zoe"], self.found("autre", skill="cobol"))
        self.set("skills_default", "unit")
        self.set("skills_audiences", ("unit", "me"))
        planned = [call for call, *_rest in transaction.get().getBeforeCommitHooks() if call == directory.rebuild]
        self.assertEqual(1, len(planned))
        planned[0]()  # what a commit does
        self.assertEqual([], self.found("autre", skill="cobol"))
        self.assertEqual(["zoe"], self.found("collegue", skill="cobol"))


class TestClients(DirectoryTest):
    layer = INTEGRATION

    def test_a_member_who_becomes_a_client_is_found_as_clients_are(self):
        self.hide("everyone")
        people.update_account("zoe", kind="client", actor=TEST_USER_ID)
        for reader, seen in (("collegue", []), ("rh", ["zoe"])):
            self.assertEqual(seen, directory.search(reader, Criteria(text="quillefeu")).rows)
            self.assertEqual([], directory.written(reader, "city"))
        self.assertEqual([], directory.search("rh", directory.checked({"skill": "cobol"})).rows)
        self.assertEqual([], directory.differences())

    def test_clients_are_found_by_who_deals_with_them(self):
        for reader in EVERYBODY:
            batch = directory.search(reader, Criteria(text="philippine"))
            seen = ["cliente"] if reader in ("rh", "animatrice") else []
            with self.subTest(reader=reader):
                self.assertEqual(seen, batch.rows)
                named = tuple(userid for userid, _name, _job in directory.suggest(reader, "philip").people)
                self.assertEqual(seen, list(named))
                self.assertEqual(seen, directory.search(reader, Criteria(kind="client")).rows)
                kinds = {value for value, _title in directory.written(reader, "kind")}
                self.assertEqual(bool(seen), "client" in kinds)

    def test_a_client_is_no_node_of_the_chart(self):
        self.assertNotIn("cliente", [userid for userid, _leads in directory.chart.alone("collegue").rows])
        self.assertFalse(directory.chart.is_here("collegue", "cliente"))
