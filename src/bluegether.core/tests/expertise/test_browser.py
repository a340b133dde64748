"""Endorsements and experts as people meet them: the section of a person's page, asking, finding, the rules."""

from bluegether.core.expertise import api as expertise
from bluegether.core.expertise.testing import ExpertiseTest
from bluegether.core.kit.interfaces import IProfileSection
from bluegether.core.kit.interfaces import ITodos
from bluegether.core.people import api as people
from bluegether.core.testing import FUNCTIONAL
from plone import api
from zope.component import getMultiAdapter
from zope.globalrequest import setRequest
import transaction


SCRIPT = "<script>alert(1)</script>"


class Pages(ExpertiseTest):
    layer = FUNCTIONAL

    def setUp(self):
        super().setUp()
        self.personas()

    def open(self, page, userid="bob"):
        browser = self.browser(userid)
        browser.open(f"{self.portal.absolute_url()}/{page}")
        return browser

    def status(self, browser):
        return int(browser.headers["Status"].split()[0])

    def text(self, browser):
        return " ".join(browser.contents.split())

    def section(self, reader, owner="ana"):
        with api.env.adopt_user(username=reader):
            request = self.layer["request"].clone()
            return getMultiAdapter((people.person(owner), request), IProfileSection, name="expertise")

    def render(self, reader, owner="ana"):
        with api.env.adopt_user(username=reader):
            section = self.section(reader, owner)
            return " ".join(section.render().split()) if section.available() else None


class TestWho(Pages):
    def test_clients_and_visitors_reach_nothing(self):
        for page in (
            "@@experts",
            "@@experts-rules",
            "@@endorsements",
            "@@endorsement-ask?skill=python",
            "@@endorse",
            "@@expertise-controlpanel",
        ):
            for userid in ("cliente", ""):
                browser = self.open(page, userid)
                refused = self.status(browser) in (401, 403) or "login" in browser.url or "insufficient" in browser.url
                self.assertTrue(refused, (page, userid, browser.url))

    def test_bad_addresses(self):
        for status, page in (
            (404, "@@endorsement-ask"),
            (404, "@@endorsement-ask?skill=python"),
            (400, "@@endorsement-ask?skill=a&skill=b"),
            (400, "@@endorse"),
            (400, "@@experts?skill=a&skill=b"),
            (400, "@@experts?skill=python&b_start=x"),
        ):
            self.assertEqual(status, self.status(self.open(page)), page)


class TestSection(Pages):
    def test_what_the_owner_a_colleague_and_nobody_else_sees(self):
        expertise.endorse("ana", "kubernetes", actor="cleo", experience="Migration")
        self.endorse("kubernetes", "dan", "eve")
        transaction.commit()
        seen = self.render("bob")
        for expected in (
            "Cleo Test</a>",
            "&middot; Migration",
            "Endorsements: 3",
            ">Expert</a>",
            'value="endorse"',
            "Say where you saw it",
        ):
            self.assertIn(expected, seen)
        self.assertNotIn("Ask for an endorsement", seen)
        self.assertIn("Ask for an endorsement", self.render("ana"))
        self.assertNotIn('value="endorse"', self.render("ana"))
        self.assertIn("Withdraw my endorsement", self.render("dan"))
        self.hide("unit")
        self.assertIsNone(self.render("dan"))
        self.assertIsNotNone(self.render("bob"))
        self.assertIsNone(self.render("carl"))

    def test_the_most_endorsed_shows_a_few_faces_and_counts_the_others(self):
        for number in range(8):
            self.create(f"m{number}", kind="staff")
            self.endorse("python", f"m{number}")
        seen = self.render("bob")
        self.assertIn("and 3 more", seen)
        self.assertEqual(5, seen.count("avatar-sm"))


class TestEndorse(Pages):
    def ask(self):
        expertise.ask("kubernetes", actor="ana", colleague="bob")
        expertise.ask("python", actor="ana", colleague="bob")
        transaction.commit()

    def todos(self, userid):
        with api.env.adopt_user(username=userid):
            room = getMultiAdapter((self.portal, self.layer["request"]), ITodos, name="expertise")
            return [(todo.url.rsplit("/", 1)[1], todo.count) for todo in room.todos()]

    def test_from_the_request_to_the_withdrawal(self):
        self.ask()
        self.assertEqual(([("@@endorsements", 2)], []), (self.todos("bob"), self.todos("ana")))
        browser = self.open("@@endorsements")
        self.assertIn("Ana Test</a> asks you to endorse", self.text(browser))
        browser.getControl(name="act", index=0).click()
        self.assertIn("You endorse this skill.", browser.contents)
        browser.getControl("Put aside").click()
        self.assertIn("Nobody waits for you.", browser.contents)
        transaction.begin()
        endorsed = expertise.given("bob")
        self.assertEqual((1, []), (len(endorsed), expertise.requests("bob")))
        browser.getControl("Withdraw").click()
        self.assertIn("No endorsement yet", browser.contents)
        transaction.begin()
        self.assertEqual([], expertise.given("bob"))

    def test_a_script_gets_the_section_alone_and_is_told_what_is_wrong(self):
        self.ask()
        browser = self.open("@@endorsements")
        token = browser.getControl(name="_authenticator", index=0).value
        browser.addHeader("X-Requested-With", "XMLHttpRequest")
        address = f"{self.portal.absolute_url()}/@@endorse"
        browser.post(address, f"act=endorse&person=ana&skill=helm&experience=Migration&_authenticator={token}")
        self.assertNotIn("<h1", browser.contents)
        self.assertIn("Withdraw my endorsement", browser.contents)
        browser.post(address, f"act=endorse&person=ana&skill=helm&experience=Nothing&_authenticator={token}")
        self.assertIn("This person shows no such experience.", browser.contents)
        browser.post(address, f"act=other&person=ana&skill=helm&_authenticator={token}")
        self.assertEqual(400, self.status(browser))
        browser.post(address, "act=withdraw&person=ana&skill=helm")
        self.assertEqual(403, self.status(browser))
        transaction.begin()
        self.assertEqual([("ana", "helm")], expertise.given("bob"))


class TestAsk(Pages):
    def test_those_next_to_me_and_others_by_name(self):
        browser = self.open("@@endorsement-ask?skill=kubernetes", "ana")
        self.assertIn("Bob Test", browser.contents)
        self.assertNotIn("Dan Test", browser.contents)
        browser.getControl("Name of a colleague").value = "dan"
        browser.getForm(action="@@endorsement-ask", index=0).submit()
        browser.getControl(name="colleague").click()
        self.assertIn("Your colleague is asked.", browser.contents)
        transaction.begin()
        self.assertEqual(["ana"], [one.asker for one in expertise.requests("dan")])
        browser.open(f"{self.portal.absolute_url()}/@@endorsement-ask?skill=kubernetes&q=dan")
        self.assertIn(">asked<", browser.contents)
        browser.open(f"{self.portal.absolute_url()}/@@endorsement-ask?skill=kubernetes&q=%22{SCRIPT}")
        self.assertIn("Nobody is found", browser.contents)
        self.assertNotIn(SCRIPT, browser.contents)
        self.assertNotIn("Carl", self.open("@@endorsement-ask?skill=kubernetes&q=carl", "ana").contents)

    def endorse_meanwhile(self):
        setRequest(self.layer["request"])
        self.endorse("kubernetes", "dan")
        transaction.commit()

    def test_what_is_wrong_is_said(self):
        browser = self.open("@@endorsement-ask?skill=kubernetes&q=dan", "ana")
        self.endorse_meanwhile()
        browser.getControl(name="colleague").click()
        self.assertEqual(409, self.status(browser))
        self.assertIn("This colleague endorses the skill already.", browser.contents)


class TestExperts(Pages):
    def test_found_with_the_reason_and_below_a_family(self):
        self.endorse("helm", "bob", "cleo", "dan")
        transaction.commit()
        browser = self.open("@@experts", "eve")
        browser.getLink("Cloud").click()
        text = self.text(browser)
        for expected in (
            "Ana Test",
            ">Helm</span>",
            "Endorsements: 3, at least 3",
            "Level: Advanced, at least Advanced",
        ):
            self.assertIn(expected, text)
        browser.getControl("Skill").value = "HELM"
        browser.getForm(action="@@experts$").submit()
        self.assertIn("Ana Test", browser.contents)
        self.hide("unit")
        transaction.commit()
        self.assertIn("No expert yet that you may see", self.open("@@experts?skill=cloud", "eve").contents)
        self.assertIn("Ana Test", self.open("@@experts?skill=cloud", "bob").contents)

    def test_nothing_is_spelled_like_this(self):
        browser = self.open(f"@@experts?skill=kubernete{SCRIPT}")
        self.assertNotIn(SCRIPT, browser.contents)
        self.assertIn("No skill is spelled like this", browser.contents)
        browser = self.open("@@experts?skill=kubernetez")
        self.assertIn("Did you mean:", browser.contents)
        browser.getLink("Kubernetes").click()
        self.assertIn("No expert yet that you may see", browser.contents)

    def test_pages_of_experts(self):
        api.portal.set_registry_record("bluegether.expertise.expert_endorsements", 1)
        for userid in ("ana", "bob", "cleo"):
            self.knows(userid, kubernetes=4)
            self.endorse("kubernetes", "dan", owner=userid)
        transaction.commit()
        browser = self.open("@@experts?skill=kubernetes&b_size=2")
        browser.getLink("Next").click()
        self.assertIn("Previous", browser.contents)

    def test_the_rules_tell_the_numbers_of_today(self):
        self.assertIn(
            "at least <strong>3</strong> colleagues.", self.text(self.open("@@experts-rules")).replace(" .", ".")
        )
        browser = self.open("@@expertise-controlpanel", "rh")
        self.assertNotEqual(
            200, self.status(browser) if "login" not in browser.url and "insufficient" not in browser.url else 0
        )
        self.portal.acl_users.userFolderEditUser("rh", None, ["Member", "Site Administrator"], [])
        transaction.commit()
        browser = self.open("@@expertise-controlpanel", "rh")
        browser.getControl(name="form.widgets.expert_endorsements").value = "7"
        browser.getControl(name="form.widgets.expert_answers").value = "4"
        browser.getControl("Save").click()
        text = self.text(self.open("@@experts-rules"))
        self.assertIn("<strong>7</strong> colleagues, or had at least <strong>4</strong> answers", text)
