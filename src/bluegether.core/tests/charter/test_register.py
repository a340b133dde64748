"""The register: what was done to it is found, who is erased is forgotten, the chain stays whole."""

from bluegether.core.charter import api as charter
from bluegether.core.charter.storage import KEY
from bluegether.core.charter.storage import Record
from bluegether.core.charter.testing import create_people
from bluegether.core.charter.testing import fake_clock
from bluegether.core.charter.testing import in_force
from bluegether.core.kit.annotation import stored
from bluegether.core.testing import INTEGRATION
from plone import api
import unittest


class TestRegister(unittest.TestCase):
    layer = INTEGRATION

    def setUp(self):
        create_people()
        fake_clock()
        in_force()
        for userid in ("animatrice", "rh", "direction", "consultante"):
            charter.sign(userid, outcome="accepted", language="fr")
        self.kept = stored(api.portal.get(), KEY)

    def found(self):
        return [(problem.kind, problem.seq) for problem in charter.verify().problems]

    def test_whole(self):
        verification = charter.verify()
        self.assertTrue(verification.whole)
        self.assertEqual((4, self.kept.records[4].hash), (verification.count, verification.head))

    def test_an_altered_record_is_found(self):
        self.kept.records[2].outcome = "declined"
        self.assertEqual([("altered", 2)], self.found())

    def test_an_altered_record_with_a_new_hash_is_found(self):
        record = self.kept.records[2]
        record.outcome = "declined"
        record.hash = record.digest()
        self.assertEqual([("broken", 3)], self.found())

    def test_a_removed_record_is_found(self):
        del self.kept.records[2]
        self.assertEqual([("missing", 2), ("broken", 3)], self.found())

    def test_swapped_records_are_found(self):
        records = self.kept.records
        records[2], records[3] = records[3], records[2]
        self.assertIn(("altered", 2), self.found())
        self.assertIn(("broken", 3), self.found())

    def test_a_cut_end_is_found(self):
        del self.kept.records[4]
        self.assertEqual([("truncated", 4)], self.found())

    def test_all_records_removed_is_found(self):
        self.kept.records.clear()
        self.assertEqual([("truncated", 4)], self.found())

    def test_an_inserted_record_is_found(self):
        values = self.kept.records[4].data() | {"seq": 5}
        self.kept.records[5] = Record(**values)
        self.assertEqual([("broken", 5), ("truncated", 5)], self.found())

    def test_an_altered_text_is_found(self):
        key = self.kept.records[1].text_hash
        self.kept.texts[key] = self.kept.texts[key].replace("respecte", "tolère")
        self.assertEqual([("text", seq) for seq in (1, 2, 3, 4)], self.found())

    def test_a_record_given_to_somebody_else_is_found(self):
        self.kept.subjects["consultante"] = self.kept.subjects["rh"]
        self.assertEqual([("subject", 4)], self.found())

    def test_no_record_holds_a_user_id(self):
        for record in self.kept.records.values():
            self.assertNotIn("consultante", str(record.data()))

    def test_erasing_keeps_the_chain_and_forgets_the_person(self):
        record = charter.answer("consultante")
        for _time in range(2):
            charter.erase("consultante")
        self.assertEqual("", charter.person(record.subject))
        self.assertEqual([], charter.export("consultante"))
        self.assertTrue(charter.verify().whole)
        self.assertEqual(4, charter.total())

    def test_export_is_what_is_held_about_one_person(self):
        (row,) = charter.export("rh")
        self.assertEqual((2, "accepted", "1"), (row["seq"], row["outcome"], row["label"]))

    def test_records_come_newest_first_and_bounded(self):
        self.assertEqual([4, 3], [record.seq for record in charter.records(size=2)])
        self.assertEqual([2, 1], [record.seq for record in charter.records(start=2, size=25)])
        self.assertEqual([], charter.records(start=4))
