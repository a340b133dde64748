"""The taxonomy as a table: dry run, report, repetition, export."""

from bluegether.core.kit.errors import Invalid
from bluegether.core.skills import api as skills
from bluegether.core.skills.interfaces import ISkillRenamed
from bluegether.core.testing import INTEGRATION
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from zope.component import getGlobalSiteManager
import unittest


TABLE = """id;title_fr;title_en;parent;synonyms
helm;Helm;;K8s;
kubernetes;Kubernetes;;cloud;k8s | kube
cloud;Nuage;Cloud;;
;C++;;;
"""


class TestImport(unittest.TestCase):
    layer = INTEGRATION

    def setUp(self):
        setRoles(self.layer["portal"], TEST_USER_ID, ["Animator"])

    def read(self, text, **options):
        data = text if isinstance(text, bytes) else text.encode()
        return [(line.number, line.outcome) for line in skills.import_csv(data, actor=TEST_USER_ID, **options)]

    def test_lines_in_any_order_and_again(self):
        self.assertEqual([(2, "new"), (3, "new"), (4, "new"), (5, "new")], self.read(TABLE))
        self.assertEqual(["kubernetes", "cloud"], skills.ancestors("helm"))
        self.assertEqual(
            ("kubernetes", "Cloud", "cpp"), (skills.find("kube"), skills.title("cloud", "en"), skills.find("c++"))
        )
        before = skills.export_csv()
        self.assertEqual([(2, "same"), (3, "same"), (4, "same"), (5, "same")], self.read(TABLE))
        self.assertEqual(before, skills.export_csv())

    def test_a_dry_run_leaves_nothing_behind(self):
        heard = []
        registry = getGlobalSiteManager()
        registry.registerHandler(heard.append, (ISkillRenamed,))
        self.addCleanup(registry.unregisterHandler, heard.append, (ISkillRenamed,))
        self.read(TABLE)
        skills.propose("Podman", userid=TEST_USER_ID) if skills.can_propose(TEST_USER_ID) else None
        before = skills.export_csv()
        changed = TABLE.replace("Nuage", "Le nuage") + "podman;Podman;;kubernetes;\n"
        expected = [(2, "same"), (3, "same"), (4, "changed"), (5, "same"), (6, "new")]
        self.assertEqual(expected, self.read(changed, dry_run=True))
        self.assertEqual(
            (before, "Nuage", ""), (skills.export_csv(), skills.title("cloud", "fr"), skills.find("podman"))
        )
        self.assertEqual(expected, self.read(changed))
        self.assertEqual(("Le nuage", "podman"), (skills.title("cloud", "fr"), skills.find("podman")))

    def test_a_wrong_line_says_why_and_keeps_no_other_back(self):
        wrong = TABLE + "x;k8s;;;\n;;;;\ny;;;;just a synonym\n;Rust;;nowhere;\n;Go;;;golang|c ++\n;Zig;;;\n"
        found = self.read(wrong)
        self.assertEqual([(6, "wrong"), (8, "wrong"), (9, "wrong"), (10, "wrong"), (11, "new")], found[4:])
        self.assertEqual(("", "zig"), (skills.find("golang"), skills.find("zig")))
        line = skills.import_csv(b"title_fr,parent\nRust,nowhere\n", actor=TEST_USER_ID)[0]
        self.assertEqual(("Rust", {"text": "nowhere"}), (line.title, line.message.mapping))

    def test_synonyms_are_added_and_merged_skills_left_alone(self):
        self.read(TABLE)
        skills.update("kubernetes", synonyms=["orchestrateur"], actor=TEST_USER_ID)
        skills.merge("helm", "kubernetes", actor=TEST_USER_ID)
        self.assertEqual([(2, "merged"), (3, "changed"), (4, "same"), (5, "same")], self.read(TABLE))
        self.assertEqual({"orchestrateur", "Helm", "k8s", "kube"}, set(skills.skill("kubernetes").synonyms))

    def test_what_is_no_such_table(self):
        for data in (
            b"\xff\xfe",
            b"name;other\nx;y\n",
            b"",
            b'title_fr\n"open',
            "title_fr\n" + "\n".join(map(str, range(20_001))),
        ):
            with self.assertRaises(Invalid) as caught:
                self.read(data)
            self.assertEqual("file", caught.exception.field)
        with self.assertRaises(Invalid):
            skills.keep_upload(b"x" * (skills.MAX_BYTES + 1), actor=TEST_USER_ID)
        self.assertEqual((0, None), (skills.total(), skills.upload(TEST_USER_ID)))

    def test_export_has_no_formula_and_comes_back(self):
        self.read("title_fr;synonyms\n=SUM(A1);+x|@y\n")
        table = skills.export_csv()
        self.assertIn("sum-a1;'=SUM(A1);'=SUM(A1);;'+x|@y\r\n", table)
        self.assertEqual([(2, "same")], self.read("\ufeff" + table))
        self.read(TABLE)
        ids = [line.split(";")[0] for line in skills.export_csv().splitlines()[1:]]
        self.assertEqual(
            ["cloud", "kubernetes", "helm"], [name for name in ids if name in ("cloud", "kubernetes", "helm")]
        )
