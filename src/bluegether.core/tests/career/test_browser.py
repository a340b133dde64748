"""The pages, with their real forms, as each of the three; and as everybody else."""

from bluegether.core.career import api as career
from bluegether.core.career.testing import CareerTest
from bluegether.core.career.testing import OUTSIDE
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import IClock
from bluegether.core.kit.interfaces import IProfileSection
from bluegether.core.people import api as people
from bluegether.core.skills import api as skills
from bluegether.core.testing import FUNCTIONAL
from datetime import timedelta
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from zope.component import getMultiAdapter
from zope.interface import alsoProvides
import json
import transaction


class Case(CareerTest):
    layer = FUNCTIONAL

    def setUp(self):
        super().setUp()
        transaction.commit()

    def open(self, browser, page, **query):
        """Open a page of the site; return what it says."""
        address = "&".join(f"{name}={value}" for name, value in query.items())
        browser.open(f"{self.portal.absolute_url()}/@@{page}?{address}")
        return browser.contents

    def time(self, moment):
        """Make it this moment for the server too."""
        self.clock.moment = moment
        self.portal.getSiteManager().registerUtility(self.clock, IClock)
        transaction.commit()

    def request(self):
        request = self.layer["request"].clone()
        alsoProvides(request, IBluegetherLayer)
        return request

    def fresh(self):
        transaction.begin()


def form_of(browser, verb):
    """Return the form whose hidden `verb` has this value."""
    for index in range(browser.contents.count("<form")):
        form = browser.getForm(index=index)
        try:
            if form.getControl(name="verb").value == verb:
                return form
        except LookupError:
            continue
    raise AssertionError(f"There is no form {verb}")


class TestLeaks(Case):
    """Ana's career is full; nobody else finds a word of it, on any page."""

    def setUp(self):
        super().setUp()
        self.goal, self.wish, self.one = self.secrets()
        transaction.commit()

    def pages(self):
        ana = {"userid": "ana"}
        yield "career", ana
        yield "career-goal", ana | {"id": self.goal.id}
        yield "career-wish", ana | {"id": self.wish.id}
        yield "career-next", ana
        yield "interview", ana | {"id": self.one.id}
        yield "interview-print", ana | {"id": self.one.id}
        yield "interview-export", ana | {"id": self.one.id}
        yield "interview-plan", ana
        yield "career-archive", {"id": 1}

    def refused(self, browser, where):
        status = browser.headers["Status"][:3]
        login = "login" in browser.url or "insufficient" in browser.url
        self.assertTrue(login or status in ("401", "403", "404"), (where, status, browser.url))
        self.assertNotIn("Zanzibar", browser.contents, where)

    def test_no_page_for_anybody_else(self):
        for userid in OUTSIDE:
            browser = self.browser(userid)
            for page, query in self.pages():
                self.open(browser, page, **query)
                self.refused(browser, (userid, page))
            for page in ("career-team", "home"):
                self.assertNotIn("Zanzibar", self.open(browser, page), (userid, page))
            self.assertNotIn("Zanzibar", self.open(browser, "profile", userid="ana"), userid)
            self.assertNotIn("career?userid=ana", browser.contents, userid)

    def test_not_for_the_administrator_of_the_server_nor_for_visitors(self):
        for name in (SITE_OWNER_NAME, ""):
            browser = self.browser()
            if name:
                browser.addHeader("Authorization", f"Basic {name}:{SITE_OWNER_PASSWORD}")
            for page, query in self.pages():
                self.open(browser, page, **query)
                self.refused(browser, (name, page))

    def test_personal_data_pages(self):
        site = self.portal.absolute_url()
        for userid, page, sees in (
            ("siteadmin", "person-data?download=1&userid=ana", ()),
            ("rh", "person-data?download=1&userid=ana", ("goal", "wish", "next")),
            ("ana", "my-data?download=1", ("goal", "wish", "note of Ana")),
        ):
            browser = self.browser(userid)
            browser.open(f"{site}/@@{page}")
            self.assertEqual("ana@example.com", json.loads(browser.contents)["people"]["email"])
            for word in sees:
                self.assertIn(f"Zanzibar-{word}", browser.contents, userid)
            self.assertEqual(bool(sees), "Zanzibar" in browser.contents, userid)
            self.assertNotIn("boss-note", browser.contents, userid)

    def test_nothing_in_search_or_the_catalog(self):
        for userid in ("bob", "siteadmin", "boss", "rh", "ana"):
            browser = self.browser(userid)
            browser.open(f"{self.portal.absolute_url()}/@@search?SearchableText=Zanzibar*")
            self.assertNotIn("Zanzibar-", browser.contents, userid)
        catalog = self.portal.portal_catalog
        self.assertEqual([], list(catalog.unrestrictedSearchResults(SearchableText="Zanzibar*")))

    def test_hr_and_the_manager_see_what_is_theirs(self):
        for userid in ("boss", "rh"):
            browser = self.browser(userid)
            text = self.open(browser, "career", userid="ana")
            for word in ("goal", "wish", "next"):
                self.assertIn(f"Zanzibar-{word}", text)
            self.assertNotIn("Zanzibar-note", self.open(browser, "interview", userid="ana", id=self.one.id))
            self.assertEqual(userid == "boss", "Zanzibar-boss-note" in browser.contents)

    def test_the_profile_leads_there_for_the_three_only(self):
        for userid in (*OUTSIDE, "ana", "boss", "rh"):
            login(self.portal, userid)
            section = getMultiAdapter((people.person("ana"), self.request()), IProfileSection, "career")
            self.assertEqual(userid in ("ana", "boss", "rh"), section.available(), userid)
        self.assertIn("@@career?userid=ana", section.render())
        for userid in ("ana", "boss", "rh"):
            self.assertIn("@@career?userid=ana", self.open(self.browser(userid), "profile", userid="ana"))


class TestCareerPage(Case):
    def test_empty_then_a_goal_that_is_answered(self):
        ana, boss = self.browser("ana"), self.browser("boss")
        self.assertIn("Write your first goal", self.open(ana, "career"))
        ana.getLink("New goal").click()
        form = form_of(ana, "save")
        form.getControl(name="title").value = " "
        form.submit()
        self.assertIn("This is required", ana.contents)
        form = form_of(ana, "save")
        form.getControl(name="title").value = "Architect <b>"
        form.getControl(name="why").value = "To grow\nand learn"
        form.submit()
        self.assertIn("Architect &lt;b&gt;", ana.contents)
        self.assertIn("To grow<br", ana.contents)
        self.fresh()
        goal = career.goals("ana", userid="ana")[0]
        self.assertIn("Architect", self.open(boss, "career-team"))
        self.open(boss, "career-goal", userid="ana", id=goal.id)
        self.assertNotIn('value="state"', boss.contents)
        form = form_of(boss, "say")
        form.getControl(name="text").value = "Lead the next design"
        form.submit()
        self.assertIn("Lead the next design", self.open(ana, "career-goal", id=goal.id))
        form_of(ana, "state").getControl(name="state", index=0).click()
        self.fresh()
        self.assertEqual("reached", career.goal("ana", goal.id, userid="ana").state)
        self.assertIn("reached the goal", self.open(ana, "career"))

    def test_a_wish_and_its_answer(self):
        skills.add(titles={"en": "Kubernetes", "fr": "Kubernetes"}, synonyms=["k8s"], actor="")
        transaction.commit()
        ana, rh = self.browser("ana"), self.browser("rh")
        self.open(ana, "career-wish")
        form = form_of(ana, "save")
        form.getControl(name="title").value = "Clusters"
        form.getControl(name="skill").value = "no such skill"
        form.submit()
        self.assertIn("No skill has this name", ana.contents)
        form = form_of(ana, "save")
        self.assertEqual("Clusters", form.getControl(name="title").value)
        form.getControl(name="skill").value = "K8S"
        form.submit()
        self.assertIn("Kubernetes", ana.contents)
        self.open(rh, "career-team")
        rh.getLink("Clusters").click()
        form = form_of(rh, "answer")
        form.getControl(name="answer").value = ["refused"]
        form.submit()
        self.assertIn("This is required", rh.contents)
        form = form_of(rh, "answer")
        form.getControl(name="answer").value = ["accepted"]
        form.getControl(name="on").value = "2027-01-15"
        form.submit()
        self.fresh()
        wish = career.wishes("ana", userid="ana")[0]
        self.assertEqual(
            ("accepted", "kubernetes", "2027-01-15"), (wish.state, wish.skill, wish.planned_on.isoformat())
        )
        self.assertIn("Accepted", self.open(ana, "career"))
        self.open(ana, "career-wish", id=wish.id)
        form_of(ana, "finish").submit()
        self.fresh()
        self.assertEqual("done", career.wish("ana", wish.id, userid="ana").state)

    def test_what_comes_next(self):
        ana = self.browser("ana")
        self.open(ana, "career-next")
        ana.getControl(name="next").value = "Nantes"
        ana.getControl("Save").click()
        self.assertIn("Nantes", self.open(ana, "career"))
        self.open(self.browser("boss"), "career-next", userid="ana")

    def test_a_form_without_its_token_is_refused(self):
        ana = self.browser("ana")
        ana.open(f"{self.portal.absolute_url()}/@@career-goal", data="verb=save&title=Forged")
        self.assertEqual("403", ana.headers["Status"][:3])
        self.fresh()
        self.assertEqual([], career.goals("ana", userid="ana"))


class TestInterviewPages(Case):
    def test_from_plan_to_both_signatures(self):
        ana, boss = self.browser("ana"), self.browser("boss")
        self.open(boss, "interview-plan", userid="ana")
        boss.getControl(name="day").value = "2026-11-20"
        boss.getControl("Plan").click()
        self.assertIn("Give a place or the address of a call", boss.contents)
        self.assertEqual("2026-11-20", boss.getControl(name="day").value)
        boss.getControl(name="link").value = "https://call.example/ana"
        boss.getControl("Plan").click()
        self.fresh()
        one = career.interviews("ana", userid="ana")[0]
        query = {"userid": "ana", "id": one.id}
        self.assertIn("call.example", self.open(ana, "interview", **query))
        self.prepare(ana, boss, query)
        self.time(one.start + timedelta(hours=1))
        self.open(boss, "interview", **query)
        form_of(boss, "hold").submit()
        self.open(ana, "interview", **query)
        form = form_of(ana, "report")
        form.getControl(name="report").value = "We agreed."
        form.getControl(name="what_0").value = "Train"
        form.getControl(name="who_0").value = ["hr"]
        form.getControl(name="by_0").value = "2027-03-01"
        form.submit()
        self.sign_both(ana, boss, query)

    def prepare(self, ana, boss, query):
        form = form_of(ana, "notes")
        form.getControl(name="notes").value = "Mine alone"
        form.submit()
        self.assertIn("Only you see your notes", ana.contents)
        self.assertNotIn("Mine alone", self.open(boss, "interview", **query))
        form = form_of(ana, "notes")
        form.getControl(name="and_share").click()
        self.assertIn("Mine alone", self.open(boss, "interview", **query))
        form = form_of(boss, "agenda")
        form.getControl(name="agenda").value = "Pay\nRemote work"
        form.submit()
        self.assertIn("Remote work", self.open(ana, "interview", **query))

    def sign_both(self, ana, boss, query):
        self.open(boss, "interview", **query)
        form_of(boss, "sign").submit()
        form = form_of(ana, "sign")
        form.getControl(name="comment").value = "Not on pay"
        form.submit()
        self.assertIn("Signed by both", ana.contents)
        self.open(self.browser("rh"), "interview-export", **query)
        exported = self.browser("rh")
        self.open(exported, "interview-export", **query)
        data = json.loads(exported.contents)
        self.assertEqual("We agreed.", data["document"]["report"])
        self.assertEqual({"", "Not on pay"}, {mark["comment"] for mark in data["signatures"]})
        printed = self.open(ana, "interview-print", **query)
        for text in ("We agreed.", "Train", "Not on pay", data["sha256"]):
            self.assertIn(text, printed)
        with self.assertRaises(AssertionError):
            self.open(ana, "interview", **query)
            form_of(ana, "report")

    def test_the_second_writer_is_told_and_loses_nothing(self):
        one = self.held()
        transaction.commit()
        ana, boss = self.browser("ana"), self.browser("boss")
        for browser in (ana, boss):
            self.open(browser, "interview", userid="ana", id=one.id)
        first, second = form_of(ana, "report"), form_of(boss, "report")
        first.getControl(name="report").value = "Text of Ana"
        first.submit()
        second.getControl(name="report").value = "Text of Boss"
        second.submit()
        self.assertEqual("409", boss.headers["Status"][:3])
        self.assertIn("Text of Ana", boss.contents)
        form = form_of(boss, "report")
        self.assertEqual("Text of Boss", form.getControl(name="report").value)
        form.submit()
        self.fresh()
        self.assertEqual("Text of Boss", career.interview("ana", one.id, userid="ana").report)

    def test_one_edits_while_the_other_signs(self):
        one = self.held()
        transaction.commit()
        ana, boss = self.browser("ana"), self.browser("boss")
        for browser in (ana, boss):
            self.open(browser, "interview", userid="ana", id=one.id)
        form, signing = form_of(ana, "report"), form_of(boss, "sign")
        form.getControl(name="report").value = "Another text"
        form.submit()
        signing.submit()
        self.assertEqual("409", boss.headers["Status"][:3])
        self.assertIn("Read it again before you sign", boss.contents)
        self.fresh()
        self.assertEqual({}, career.interview("ana", one.id, userid="ana").signatures)
        form_of(boss, "sign").submit()
        form = form_of(ana, "report")
        form.getControl(name="report").value = "Third text"
        form.submit()
        self.fresh()
        self.assertEqual("held", career.interview("ana", one.id, userid="ana").state)
        self.assertIn("cleared the signature", self.open(ana, "career"))

    def test_moved_cancelled_and_refused_forms(self):
        one = self.plan()
        transaction.commit()
        boss = self.browser("boss")
        self.open(boss, "interview", userid="ana", id=one.id)
        form = form_of(boss, "move")
        form.getControl(name="day").value = "2026-11-25"
        form.getControl(name="hour").value = "14:30"
        form.submit()
        self.fresh()
        self.assertEqual("2026-11-25", career.interview("ana", one.id, userid="ana").start.date().isoformat())
        form = form_of(boss, "cancel")
        form.getControl(name="reason").value = ""
        form.submit()
        self.assertIn("This is required", boss.contents)
        form = form_of(boss, "cancel")
        form.getControl(name="reason").value = "Mission ends early"
        form.submit()
        self.assertIn("Mission ends early", boss.contents)
        self.fresh()
        self.assertEqual("cancelled", career.interview("ana", one.id, userid="ana").state)

    def test_an_earlier_interview_is_shown_to_a_later_manager(self):
        one = self.held()
        self.manage("ana", "other")
        transaction.commit()
        ana, other = self.browser("ana"), self.browser("other")
        self.assertNotIn("Zanzibar", self.open(other, "interview", userid="ana", id=one.id))
        self.assertNotIn(str(one.id), self.open(other, "career", userid="ana"))
        self.open(ana, "interview", userid="ana", id=one.id)
        form_of(ana, "show").submit()
        self.assertIn("Zanzibar-report", self.open(other, "interview", userid="ana", id=one.id))
        form_of(ana, "hide").submit()
        self.assertNotIn("Zanzibar", self.open(other, "interview", userid="ana", id=one.id))


class TestTeamPages(Case):
    def test_due_planned_and_noted(self):
        self.time(self.clock.now() + timedelta(days=340))
        boss, rh = self.browser("boss"), self.browser("rh")
        self.assertIn("interview-plan?userid=ana", self.open(boss, "career-team"))
        self.assertNotIn("interview-plan?userid=chief", boss.contents)
        self.assertNotIn('name="on"', boss.contents)
        self.assertIn("interview-plan?userid=chief", self.open(rh, "career-team"))
        for index in range(60):
            form = rh.getForm(index=index)
            try:
                if form.getControl(name="person").value == "ana":
                    break
            except LookupError:
                continue
        form.getControl(name="on").value = "2027-10-01"
        form.submit()
        self.fresh()
        self.assertEqual("2028-10-01", career.next_due("ana", "yearly").isoformat())
        self.assertIn("career?userid=bob", self.open(rh, "career-team", text="bob"))
        self.assertNotIn("career?userid=partner", self.open(rh, "career-team", text="partner"))

    def test_who_leads_nobody_has_no_such_page(self):
        for userid in ("ana", "direction", "animatrice", "siteadmin", "commerce"):
            browser = self.browser(userid)
            self.open(browser, "career-team")
            self.assertEqual("404", browser.headers["Status"][:3], userid)

    def test_todos(self):
        self.secrets()
        career.add_wish("bob", title="Kafka", userid="bob")
        transaction.commit()
        for userid, texts in (
            ("rh", ("Training wishes to answer",)),
            ("boss", ("Goals of your team to answer",)),
            ("ana", ()),
        ):
            text = self.open(self.browser(userid), "home")
            for line in texts:
                self.assertIn(line, text)
            self.assertNotIn("Zanzibar", text)

    def test_the_archive(self):
        one = self.held()
        self.sign(one, "ana", "boss")
        people.erase("ana", actor="rh")
        transaction.commit()
        rh = self.browser("rh")
        self.open(rh, "career-archive")
        rh.getLink("Ana").click()
        self.assertIn("Zanzibar-report", rh.contents)
        boss = self.browser("boss")
        self.open(boss, "career-archive", id=career.archive(userid="rh")[0][0])
        self.assertNotIn("Zanzibar", boss.contents)

    def test_settings(self):
        rh, boss = self.browser("rh"), self.browser("boss")
        rh.open(f"{self.portal.absolute_url()}/@@career-settings")
        rh.getControl(name="form.widgets.yearly_months").value = "18"
        rh.getControl(name="form.buttons.save").click()
        self.fresh()
        self.assertEqual(18, career.setting("yearly_months"))
        boss.open(f"{self.portal.absolute_url()}/@@career-settings")
        self.assertNotIn("yearly_months", boss.contents)
