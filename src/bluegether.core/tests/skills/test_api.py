"""The rules of the taxonomy: refusals first, then spellings, families, merges, suggestions."""

from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.interfaces import INotice
from bluegether.core.people import api as people
from bluegether.core.skills import api as skills
from bluegether.core.skills.api import suggestions
from bluegether.core.skills.interfaces import ISkillMerged
from bluegether.core.skills.interfaces import ISkillRemoved
from bluegether.core.skills.interfaces import ISkillRenamed
from bluegether.core.skills.interfaces import ISkillUse
from bluegether.core.skills.spelling import words
from bluegether.core.testing import INTEGRATION
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.base.interfaces import IPloneSiteRoot
from zope.component import getGlobalSiteManager
import unittest


class Used:
    """A room in which one skill is used."""

    title = "Profiles"
    where = {"java": 3}

    def __init__(self, site):
        self.site = site

    def count(self, skill_id):
        return self.where.get(skill_id, 0)


class SkillsCase(unittest.TestCase):
    layer = INTEGRATION

    def setUp(self):
        self.portal = self.layer["portal"]
        setRoles(self.portal, TEST_USER_ID, ["Member", "Animator"])
        for name, parent, more in (
            ("Languages", "", {"titles": {"fr": "Langages", "en": "Languages"}}),
            ("Java", "languages", {}),
            ("JavaScript", "languages", {"synonyms": ("JS", "ECMAScript")}),
            ("C", "languages", {}),
            ("C++", "languages", {}),
            ("C#", "languages", {}),
            ("Kubernetes", "", {"synonyms": ["k8s"]}),
            ("ML", "", {"titles": {"fr": "Apprentissage automatique", "en": "Machine learning"}, "synonyms": ["ML"]}),
        ):
            titles = more.pop("titles", {"fr": name, "en": name})
            self.add(titles, parent=parent, **more)
        self.heard = []
        self.listen(ISkillMerged, ISkillRenamed, ISkillRemoved, INotice)

    def listen(self, *interfaces):
        registry = getGlobalSiteManager()
        for interface in interfaces:
            registry.registerHandler(self.heard.append, (interface,))
            self.addCleanup(registry.unregisterHandler, self.heard.append, (interface,))

    def add(self, titles, **values):
        titles = titles if isinstance(titles, dict) else {"fr": titles}
        return skills.add(titles, **({"actor": TEST_USER_ID} | values))

    def titles(self, text, language="fr", **options):
        return [found.title for found in skills.suggest(text, language=language, **options)]

    def refused(self, error, verb, *arguments, field=None, **values):
        before = skills.export_csv()
        with self.assertRaises(error) as caught:
            verb(*arguments, **({"actor": TEST_USER_ID} | values))
        self.assertEqual((field, before), (caught.exception.field, skills.export_csv()))
        return caught.exception.message


class TestRefusals(SkillsCase):
    def test_only_who_manages_skills_changes_them(self):
        setRoles(self.portal, TEST_USER_ID, ["Member"])
        self.refused(NotAllowed, skills.add, {"fr": "Rust"})
        self.refused(NotAllowed, skills.update, "java", titles={"fr": "Jawa"})
        self.refused(NotAllowed, skills.merge, "java", "javascript")
        self.refused(NotAllowed, skills.remove, "java")
        self.refused(NotAllowed, skills.import_csv, b"title_fr\nRust\n")
        self.refused(NotAllowed, skills.dismiss, "Rust")
        self.refused(NotAllowed, skills.keep_upload, b"")
        self.refused(NotAllowed, skills.add, {"fr": "Rust"}, actor="nobody")

    def test_two_skills_never_share_a_spelling(self):
        message = self.refused(Conflict, skills.add, {"fr": "Express"}, synonyms=["j.s"], field="synonyms")
        self.assertEqual({"text": "j.s", "other": "JavaScript"}, message.mapping)
        self.refused(Conflict, skills.add, {"fr": "Rust", "en": "machine-learning"}, field="title_en")
        self.refused(Conflict, skills.update, "java", titles={"fr": "K8S"}, field="title_fr")

    def test_texts_that_are_no_names(self):
        for text in ("", "a, b", "a;b", "a|b", "<b>", "?!", "x" * 81, 4):
            self.refused(Invalid, skills.add, {"fr": text}, field="title_fr")
        self.refused(Invalid, skills.add, "Rust", field="titles")
        self.refused(Invalid, skills.add, {"de": "Rost"}, field="titles")
        self.refused(Invalid, skills.add, {"fr": "Rust"}, synonyms="rs", field="synonyms")
        self.refused(
            Invalid, skills.add, {"fr": "Rust"}, synonyms=[f"r{number}" for number in range(101)], field="synonyms"
        )
        self.refused(Invalid, skills.add, {"fr": "Rust"}, skill_id="Rust !", field="id")
        self.refused(Conflict, skills.add, {"fr": "Rust"}, skill_id="java", field="id")

    def test_no_loops_no_unknown_families_no_endless_depth(self):
        self.refused(Missing, skills.add, {"fr": "Rust"}, parent="nothing", field="parent")
        self.refused(Invalid, skills.update, "languages", parent="languages", field="parent")
        below = "java"
        for number in range(3):
            below = self.add(f"Level {number}", parent=below)
        self.refused(Invalid, skills.update, "languages", parent=below, field="parent")
        self.refused(Invalid, skills.add, {"fr": "Too deep"}, parent=below, field="parent")
        self.refused(Invalid, skills.update, "languages", parent="kubernetes", field="parent")

    def test_what_is_not_there(self):
        for verb, arguments in (
            (skills.update, ("x",)),
            (skills.merge, ("x", "java")),
            (skills.merge, ("java", "x")),
            (skills.remove, ("x",)),
        ):
            self.refused(Missing, verb, *arguments)
        self.refused(Invalid, skills.merge, "java", "java", field="into")
        self.assertEqual(
            (None, "", "", [], []),
            (skills.skill("x"), skills.current("x"), skills.find("x"), skills.ancestors("x"), skills.descendants("x")),
        )
        self.assertEqual("x", skills.title("x"))

    def test_a_used_skill_and_a_family_stay(self):
        registry = self.portal.getSiteManager()
        registry.registerAdapter(Used, (IPloneSiteRoot,), ISkillUse, "profiles")
        self.assertEqual({"count": 3}, self.refused(Conflict, skills.remove, "java").mapping)
        self.refused(Conflict, skills.remove, "languages")
        self.assertEqual([skills.Use("profiles", "Profiles", 3)], skills.uses("java"))
        skills.remove("c", actor=TEST_USER_ID)
        self.assertEqual(
            ("", "", ["c"]), (skills.find("C"), skills.current("c"), [event.skill_id for event in self.heard])
        )
        self.assertEqual("c", self.add("c"))


class TestSpellings(SkillsCase):
    def test_case_accents_and_punctuation_do_not_count(self):
        self.add("Node.js")
        self.add("ASP.NET")
        self.add(".NET")
        self.add({"fr": "Œuvre à façon", "en": "Made to order"})
        same = {"node-js": ("Node.js", "nodejs", "NODE JS", "node-js"), "net": (".NET", "net"), "asp-net": ("asp net",)}
        same["made-to-order"] = ("OEUVRE a facon", "œuvre à façon", "made to order")
        same |= {"cpp": ("c++", " C ++ "), "csharp": ("C#", "c #"), "c": ("c",), "ml": ("ml", "machine learning")}
        same |= {"javascript": ("js", "ECMAScript", "Java Script"), "kubernetes": ("K8s",)}
        same["machine-learning"] = same.pop("ml")
        for skill_id, texts in same.items():
            self.assertEqual([skill_id] * len(texts), [skills.find(text) for text in texts])
        self.assertEqual("cpp", skills.resolve("cpp"))

    def test_titles_in_the_reader_s_language(self):
        self.assertEqual("Apprentissage automatique", skills.title("machine-learning", "fr"))
        self.assertEqual("Machine learning", skills.title("machine-learning", "en"))
        self.assertEqual("Java", skills.title("java", "de"))

    def test_a_change_moves_the_spellings(self):
        self.assertTrue(
            skills.update("kubernetes", titles={"fr": "Orchestration"}, synonyms=["kube"], actor=TEST_USER_ID)
        )
        self.assertEqual(("", "kubernetes", "kubernetes"), tuple(map(skills.find, ("k8s", "kube", "Orchestration"))))
        self.assertEqual(([], ["Orchestration"]), (self.titles("k8"), self.titles("kub")))
        self.assertFalse(skills.update("kubernetes", synonyms=["kube", "Kube", "orchestration"], actor=TEST_USER_ID))
        self.assertEqual(["kubernetes"], [event.skill_id for event in self.heard])

    def test_ids_are_made_and_never_given_twice(self):
        self.assertEqual("rust", self.add("Rust"))
        skills.merge("rust", "c", actor=TEST_USER_ID)
        skills.update("c", synonyms=[], actor=TEST_USER_ID)
        self.assertEqual("rust-2", self.add("Rust"))
        self.assertEqual("skill", self.add("数据"))


class TestFamilies(SkillsCase):
    def test_above_and_below(self):
        spring = self.add("Spring", parent="java")
        self.assertEqual(["java", "languages"], skills.ancestors(spring))
        self.assertEqual({"java", "javascript", "c", "cpp", "csharp", "spring"}, set(skills.descendants("languages")))
        self.assertEqual(["c", "cpp", "csharp", "java", "javascript"], skills.children("languages"))
        self.assertEqual([True, False, False], [skills.is_family(name) for name in ("languages", "java", "kubernetes")])
        skills.update(spring, parent="", actor=TEST_USER_ID)
        self.assertEqual(([], []), (skills.ancestors(spring), skills.descendants("java")))


class TestMerge(SkillsCase):
    def test_everything_follows(self):
        self.add("Vanilla JS", synonyms=["plain js"])
        below = self.add("Below", parent="vanilla-js")
        skills.merge("vanilla-js", "javascript", actor=TEST_USER_ID)
        skills.merge("javascript", "java", actor=TEST_USER_ID)
        for old in ("vanilla-js", "javascript", "java"):
            self.assertEqual(("java", "Java"), (skills.current(old), skills.title(old)))
        for text in ("plain js", "JS", "vanillajs", "JavaScript", "java"):
            self.assertEqual("java", skills.find(text))
        self.assertEqual(["java", "languages"], skills.ancestors(below))
        self.assertEqual(
            [("vanilla-js", "javascript"), ("javascript", "java")], [(event.old, event.new) for event in self.heard]
        )
        self.assertEqual(["Java"], self.titles("plain"))

    def test_into_what_stands_below_it(self):
        spring = self.add("Spring", parent="java")
        boot = self.add("Spring Boot", parent=spring)
        skills.merge("java", boot, actor=TEST_USER_ID)
        self.assertEqual((boot, "languages"), (skills.current("java"), skills.skill(boot).parent))
        self.assertEqual([boot, "languages"], skills.ancestors(spring))


class TestSuggest(SkillsCase):
    def test_best_first(self):
        self.add("Machine à états")
        self.add("Banc de machine")
        self.assertEqual(["Java", "JavaScript"], self.titles("java"))
        self.assertEqual(["C", "C#", "C++"], self.titles("c"))
        self.assertEqual(["Machine à états", "Banc de machine", "Apprentissage automatique"], self.titles("machine"))
        self.assertEqual(["Machine learning", "Banc de machine", "Machine à états"][:1], self.titles("machine l", "en"))
        self.assertEqual(["Apprentissage automatique"], self.titles("automat"))
        self.add("Animation d’ateliers MISRA C")
        self.assertEqual(["Animation d’ateliers MISRA C"], self.titles("ateliers m"))
        self.assertEqual(["ateliers"], words("Animation d’ateliers"))
        self.assertEqual(["Animation d’ateliers MISRA C"], self.titles("animation d'atel"))
        self.assertEqual(["C", "C#", "C++", "Animation d’ateliers MISRA C"], self.titles("c"))
        found = skills.suggest("ecma", language="fr")[0]
        self.assertEqual(("javascript", "ECMAScript", "Langages"), (found.id, found.spelling, found.family))

    def test_one_wrong_letter(self):
        for text in (
            "kubrnetes",
            "kubernettes",
            "kubennetes",
            "ukbernetes",
            "kubernets"[:8] + "x",
            "lubernetes",
            "kubernetess",
        ):
            self.assertEqual(["Kubernetes"], self.titles(text), text)
        self.assertEqual(["Apprentissage automatique"], self.titles("automotique"))
        self.assertEqual([], self.titles("kbrnetes"))
        self.assertEqual([], self.titles("jvs"))

    def test_bounds_and_families(self):
        for number in range(70):
            self.add(f"Outil {number}")
        self.assertEqual((10, 3, 50), tuple(len(self.titles("outil", limit=limit)) for limit in (10, 3, 500)))
        self.assertEqual(([], []), (self.titles(""), self.titles("?!")))
        self.assertEqual(([], ["Langages"]), (self.titles("langages"), self.titles("langages", families=True)))
        self.assertEqual([], self.titles("a" * 5000))

    def test_a_look_up_wakes_only_what_it_shows(self):
        for number in range(300):
            self.add(f"Outil {number:03}")
        woken = []
        original = suggestions.skill
        suggestions.skill = lambda skill_id: woken.append(skill_id) or original(skill_id)
        self.addCleanup(setattr, suggestions, "skill", original)
        self.titles("outil", limit=5)
        self.assertLessEqual(len(woken), 10)


class TestProposals(SkillsCase):
    def setUp(self):
        super().setUp()
        for userid, kind in (("ana", "staff"), ("bob", "consultant"), ("carl", "client")):
            people.create_account(userid, fullname=userid, email=f"{userid}@example.com", kind=kind)

    def proposed(self):
        return [(one.text, {userid for userid, _when in one.people}) for one in skills.proposals()]

    def test_refusals(self):
        for error, text, userid in (
            (NotAllowed, "Rust", "carl"),
            (NotAllowed, "Rust", "nobody"),
            (Invalid, " ", "ana"),
            (Invalid, "a,b", "ana"),
            (Conflict, "j.s", "ana"),
        ):
            with self.assertRaises(error):
                skills.propose(text, userid=userid)
        for number in range(20):
            skills.propose(f"R{number}", userid="ana")
        with self.assertRaises(Conflict):
            skills.propose("Rust", userid="ana")
        self.assertEqual((20, ""), (skills.waiting(), skills.find("R1")))

    def test_who_and_how_often(self):
        skills.propose("Zig", userid="ana")
        for userid in ("ana", "bob", "ana"):
            skills.propose("rust", userid=userid)
        self.assertEqual([("rust", {"ana", "bob"}), ("Zig", {"ana"})], self.proposed())
        self.assertEqual("rust", skills.propose("RUST", userid="bob"))

    def test_a_new_spelling_answers(self):
        for text in ("Rust", "Elixir", "Zig"):
            skills.propose(text, userid="ana")
        self.add("rust")
        skills.update("c", synonyms=["elixir"], actor=TEST_USER_ID)
        skills.dismiss("zig", actor=TEST_USER_ID)
        self.assertEqual([], self.proposed())
        told = [(one.kind, one.thing, one.recipients) for one in self.heard if INotice.providedBy(one)]
        expected = [(skills.ADDED, "rust"), (skills.ADDED, "c"), (skills.DECLINED, "Zig")]
        self.assertEqual([(*pair, ("ana",)) for pair in expected], told)
        self.refused(Missing, skills.dismiss, "zig")

    def test_personal_data(self):
        for text, userid in (("Rust", "ana"), ("Rust", "bob"), ("Zig", "ana")):
            skills.propose(text, userid=userid)
        self.assertEqual(
            ["Rust", "Zig"], [item["text"] for item in people.personal_data("ana", actor="ana")["skills"]["proposed"]]
        )
        skills.forget("ana")
        self.assertEqual([("Rust", {"bob"})], self.proposed())
        self.assertEqual([], skills.proposed_by("ana"))
