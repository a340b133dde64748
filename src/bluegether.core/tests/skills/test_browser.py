"""The pages of skills as members and who keeps the list meet them."""

from bluegether.core.kit.interfaces import ITodos
from bluegether.core.people.testing import PeopleTest
from bluegether.core.skills import api as skills
from bluegether.core.skills.interfaces import ISkillPeople
from bluegether.core.skills.interfaces import ISkillUse
from bluegether.core.skills.testing import add_skills
from bluegether.core.testing import FUNCTIONAL
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from zope.component import getMultiAdapter
import io
import transaction


SCRIPT = "<script>alert(1)</script>"


class Used:
    """A room in which Python is used."""

    title = "Profiles"

    def __init__(self, site):
        self.site = site

    def count(self, skill_id):
        return 7 if skill_id == "python" else 0


class Shown:
    """Who shows Kubernetes to everyone."""

    def __init__(self, site):
        self.site = site

    def counts(self, skill_ids):
        return {skill_id: 12 for skill_id in skill_ids if skill_id == "kubernetes"}

    def url(self, skill_id):
        return f"{self.site.absolute_url()}/@@people?skill={skill_id}"


class Pages(PeopleTest):
    layer = FUNCTIONAL

    def setUp(self):
        super().setUp()
        add_skills()
        skills.add({"fr": "Orchestration", "en": "Orchestration"}, skill_id="family", actor="")
        skills.update("kubernetes", parent="family", actor="")
        self.personas()

    def open(self, page, userid="animatrice"):
        browser = self.browser(userid)
        browser.open(f"{self.portal.absolute_url()}/@@{page}")
        return browser

    def status(self, browser):
        return int(browser.headers["Status"].split()[0])

    def plug(self, factory, interface):
        registry = self.portal.getSiteManager()
        registry.registerAdapter(factory, (IPloneSiteRoot,), interface, "" if interface is ISkillPeople else "profiles")
        transaction.commit()

    def assertRefused(self, page, userid):
        browser = self.open(page, userid)
        refused = self.status(browser) in (401, 403) or "insufficient-privileges" in browser.url
        self.assertTrue(refused or "login" in browser.url, (page, userid, browser.url, self.status(browser)))


class TestWho(Pages):
    def test_members_look_and_propose_who_keeps_the_list_does_the_rest(self):
        for page in (
            "skill-edit",
            "skill-merge?id=python",
            "skill-remove?id=python",
            "skills-import",
            "skills-csv",
            "skill-proposals",
        ):
            for userid in ("consultante", "cliente", ""):
                self.assertRefused(page, userid)
        for page in ("skills", "skills?id=python", "skill-propose"):
            for userid in ("cliente", ""):
                self.assertRefused(page, userid)
            self.assertEqual(200, self.status(self.open(page, "consultante")))
        self.assertNotIn("skill-edit", self.open("skills?id=python", "consultante").contents)

    def test_bad_addresses(self):
        for page in ("skills?id=nothing", "skill-merge", "skill-edit?id=nothing", "skill-remove?id=nothing"):
            self.assertEqual(404, self.status(self.open(page)), page)
        for page in ("skills?q=a&q=b", "skills?id=a&id=b", "skill-edit?parent=a&parent=b"):
            self.assertEqual(400, self.status(self.open(page)), page)


class TestSkills(Pages):
    def test_the_tree_the_search_and_one_skill(self):
        self.plug(Shown, ISkillPeople)
        browser = self.open("skills", "consultante")
        browser.getLink("Orchestration").click()
        self.assertIn("Below this one", browser.contents)
        browser.getLink("Kubernetes").click()
        self.assertIn("Also spelled", browser.contents)
        self.assertIn("k8s", browser.contents)
        self.assertEqual(f"{self.portal.absolute_url()}/@@people?skill=kubernetes", browser.getLink("12").url)
        browser.open(f"{self.portal.absolute_url()}/@@skills")
        browser.getControl("Search a skill").value = "apprentissage"
        browser.getForm(action="@@skills").submit(name=None)
        self.assertIn("Apprentissage automatique", browser.contents)
        browser.getLink("Machine learning").click()
        self.assertTrue(browser.url.endswith("@@skills?id=machine-learning"))

    def test_a_long_family_is_shown_in_parts(self):
        for number in range(3):
            skills.add({"fr": f"Outil {number}"}, parent="family", actor="")
        transaction.commit()
        browser = self.open("skills?id=family&b_size=2", "consultante")
        self.assertEqual((False, True), ("Outil 2" in browser.contents, "Outil 0" in browser.contents))
        browser.getLink("Next").click()
        self.assertIn("Outil 2", browser.contents)
        self.assertEqual(400, self.status(self.open("skills?id=family&b_size=x", "consultante")))

    def test_nothing_is_found(self):
        browser = self.open(f"skills?q=%22{SCRIPT}", "consultante")
        self.assertIn("No skill is spelled like this", browser.contents)
        self.assertNotIn(SCRIPT, browser.contents)
        browser.getLink("Propose it").click()
        self.assertEqual(f'"{SCRIPT}', browser.getControl("Name of the skill").value)

    def test_a_merged_skill_leads_to_what_took_over(self):
        skills.merge("python", "kubernetes", actor="")
        transaction.commit()
        self.assertIn('<h1 class="documentFirstHeading">Kubernetes</h1>', self.open("skills?id=python").contents)


class TestKeeping(Pages):
    def test_add_and_change(self):
        browser = self.open("skills")
        browser.getLink("Add a skill").click()
        browser.getControl("Title in French").value = "Barre franche"
        browser.getControl("Stands below").value = "k8s"
        browser.getControl("Other spellings").value = "helm\ncharts\n"
        browser.getControl("Save").click()
        self.assertIn("The skill was added.", browser.contents)
        transaction.begin()
        found = skills.skill("barre-franche")
        self.assertEqual((("helm", "charts"), "kubernetes"), (found.synonyms, found.parent))
        browser.getLink("Edit").click()
        self.assertEqual("helm\ncharts", browser.getControl("Other spellings").value.strip().replace("\r", ""))
        browser.getControl("Title in English").value = "Tiller"
        browser.getControl("Stands below").value = ""
        browser.getControl("Save").click()
        transaction.begin()
        found = skills.skill("barre-franche")
        self.assertEqual(({"fr": "Barre franche", "en": "Tiller"}, ""), (found.titles, found.parent))

    def test_what_is_wrong_is_said_at_the_field(self):
        for name, value, message, status in (
            ("Title in French", "python", "“python” is a spelling of “Python” already.", 409),
            ("Other spellings", f"a{SCRIPT}", "a name has no comma", 400),
            ("Stands below", "nothing", "This family does not exist.", 400),
        ):
            browser = self.open("skill-edit")
            browser.getControl("Title in French").value = "Neuf"
            browser.getControl(name).value = value
            browser.getControl("Save").click()
            self.assertEqual(status, self.status(browser))
            self.assertIn(message, browser.contents)
            self.assertNotIn(SCRIPT, browser.contents)
            self.assertEqual(value, browser.getControl(name).value)
        self.assertEqual(5, skills.total())

    def test_merge_shows_what_follows_first(self):
        self.plug(Used, ISkillUse)
        browser = self.open("skills?id=python")
        self.assertIn("Profiles: 7", " ".join(browser.contents.split()).replace("Profiles : 7", "Profiles: 7"))
        browser.getLink("Remove the skill").click()
        self.assertIn("merge it into another skill instead", browser.contents)
        browser.getLink("Merge").click()
        browser.getControl("Skill that takes over").value = "python"
        browser.getControl("Show what follows").click()
        self.assertIn("cannot be merged with itself", browser.contents)
        browser.getControl("Skill that takes over").value = "c ++"
        browser.getControl("Show what follows").click()
        self.assertIn("<dd>7</dd>", browser.contents)
        transaction.begin()
        self.assertEqual("python", skills.current("python"))
        browser.getControl("Merge").click()
        self.assertIn("everything that named one names the other now", browser.contents)
        transaction.begin()
        self.assertEqual("cpp", skills.current("python"))

    def test_remove_what_is_used_nowhere(self):
        browser = self.open("skill-remove?id=cpp")
        browser.getControl("Remove the skill").click()
        self.assertIn("The skill was removed.", browser.contents)
        transaction.begin()
        self.assertEqual("", skills.find("c++"))

    def test_a_form_needs_its_token(self):
        browser = self.browser("animatrice")
        browser.post(f"{self.portal.absolute_url()}/@@skill-remove", "id=cpp")
        self.assertEqual(403, self.status(browser))
        self.assertEqual("cpp", skills.find("c++"))


class TestImport(Pages):
    def send(self, data):
        browser = self.open("skills-import")
        browser.getControl("CSV file").add_file(io.BytesIO(data), "text/csv", "skills.csv")
        browser.getControl("Check the file").click()
        return browser

    def test_check_then_import(self):
        browser = self.send("title_fr;parent\nHélium;k8s\nPython;\nZig;nowhere\n".encode())
        text = " ".join(browser.contents.split())
        for expected in (
            "Nothing has changed yet",
            "New skill: 1",
            "Unchanged: 1",
            "Not imported: 1",
            "The family “nowhere” does not exist.",
        ):
            self.assertIn(expected, text)
        transaction.begin()
        self.assertEqual("", skills.find("helium"))
        browser.getControl("Import").click()
        self.assertIn("The file was imported.", browser.contents)
        transaction.begin()
        self.assertEqual(
            (["kubernetes", "family"], None), (skills.ancestors(skills.find("helium")), skills.upload("animatrice"))
        )

    def test_refusals_and_export(self):
        self.assertIn("The file is not encoded in UTF-8.", self.send(b"\xff").contents)
        self.assertIn("Choose a file that is not empty.", self.send(b"").contents)
        browser = self.open("skills-csv")
        self.assertEqual("text/csv; charset=utf-8", browser.headers["Content-Type"])
        self.assertIn("kubernetes;Kubernetes;Kubernetes;family;k8s", browser.contents)


class TestProposals(Pages):
    def propose(self, text, userid="consultante"):
        browser = self.open("skill-propose", userid)
        browser.getControl("Name of the skill").value = text
        browser.getControl("Propose it").click()
        return browser

    def todos(self, userid):
        with api.env.adopt_user(username=userid):
            room = getMultiAdapter((self.portal, self.layer["request"]), ITodos, name="skills")
            return [(todo.url.rsplit("/", 1)[1], todo.count) for todo in room.todos()]

    def test_from_a_member_to_who_keeps_the_list(self):
        self.assertIn("Noted: Rust", " ".join(self.propose("Rust").contents.split()))
        for text in ("Pyton", "Zig"):
            self.propose(text, "rh")
        self.propose("zig")
        self.assertIn("This skill is there already: Kubernetes.", self.propose("K8S").contents)
        transaction.begin()
        self.assertEqual(([], [("@@skill-proposals", 3)]), (self.todos("consultante"), self.todos("animatrice")))
        browser = self.open("skill-proposals")
        text = " ".join(browser.contents.split())
        self.assertLess(text.index(">Zig<"), text.index(">Pyton<"))
        self.assertIn("Consultante Test, Rh Test", text)
        self.assertIn("Near in the list: Python", text)
        browser.getControl(name="skill", index=1).value = "python"
        browser.getControl(name="spelling", index=1).click()
        self.assertIn("Noted as another spelling", browser.contents)
        browser.getControl(name="dismiss", index=1).click()
        browser.getLink("Add as a skill").click()
        self.assertEqual("Rust" if "Rust" in browser.url else "Zig", browser.getControl("Title in French").value)
        browser.getControl("Save").click()
        transaction.begin()
        self.assertEqual(("python", 0), (skills.find("pyton"), skills.waiting()))
        self.assertIn("Nothing is missed", self.open("skill-proposals").contents)
