"""The pages with their real forms, per persona; and that nobody else finds a word of a candidate anywhere."""

from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import IClock
from bluegether.core.kit.interfaces import IHomeCard
from bluegether.core.kit.interfaces import INoticeKind
from bluegether.core.kit.interfaces import ITodos
from bluegether.core.needs import api as needs
from bluegether.core.people import api as people
from bluegether.core.people.testing import PASSWORD
from bluegether.core.referrals import api as referrals
from bluegether.core.referrals.testing import NAME
from bluegether.core.referrals.testing import OUTSIDE
from bluegether.core.referrals.testing import PDF
from bluegether.core.referrals.testing import ReferralsTest
from bluegether.core.referrals.testing import SECRETS
from bluegether.core.skills import api as skills
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session
from openpyxl import load_workbook
from plone import api
from plone.app.testing import login
from plone.app.testing import TEST_USER_NAME
from zope.component import getAdapter
from zope.component import getMultiAdapter
from zope.interface import alsoProvides
import io
import re
import transaction


class Case(ReferralsTest):
    layer = FUNCTIONAL

    def setUp(self):
        super().setUp()
        transaction.commit()

    def open(self, browser, page, **query):
        """Open a page of the site; return what it says."""
        address = "&".join(f"{name}={value}" for name, value in query.items())
        browser.open(f"{self.portal.absolute_url()}/@@{page}?{address}")
        return browser.contents

    def done(self, found):
        transaction.commit()
        return found

    def fresh(self):
        transaction.begin()

    def session(self, userid="", accept="text/html"):
        session = Session(self.portal, userid, PASSWORD if userid else "", accept)
        self.addCleanup(session.close)
        return session

    def closed(self, userid, path):
        """Assert that this person does not get the page."""
        answer = self.session(userid).get(path, allow_redirects=False)
        self.assertIn(answer.status_code, (302, 403, 404), path)
        self.assertNotIn(NAME, answer.text)

    def request(self):
        request = self.layer["request"].clone()
        alsoProvides(request, IBluegetherLayer)
        return request


class TestLeaks(Case):
    """Ana's candidate is full of secrets; each reader is asked on every page and service."""

    def setUp(self):
        super().setUp()
        self.found = self.secrets()
        referrals.describe(self.found.id, why="Zanzibar-why", userid="ana")
        self.bonus = None
        transaction.commit()

    def paths(self):
        one = self.found.id
        yield from ("@@referrals", "@@referrals-board", "@@referrals-board?state=interview", "@@referrals-xlsx")
        yield from (f"@@referral?id={one}", f"@@referral-cv?id={one}", f"@@referral-data?id={one}")
        yield from ("@@referral-bonuses", "@@referral-figures", "@@referral-rules", "@@home", "@@notifications")
        yield from ("@@search?SearchableText=Zanzibar*", "@@referral-consent", "@@people", "@@my-data")

    def services(self):
        one = self.found.id
        yield from ("@referrals", "@referrals?state=interview", f"@referrals/{one}", f"@referrals/{one}/consent")
        yield from ("@referral-bonuses", "@referral-bonuses?state=due", "@todos", "@notifications", "@referral-rules")
        yield from ("@search?SearchableText=Zanzibar&metadata_fields=_all", "@users", f"@history/{one}")

    def read(self, userid):
        """Return everything that this person gets from anywhere."""
        pages, rest = self.session(userid), self.session(userid, "application/json")
        answers = [pages.get(path) for path in self.paths()] + [rest.get(path) for path in self.services()]
        return "\n".join(answer.text + str(answer.headers) for answer in answers)

    def test_nobody_else_finds_a_word(self):
        for userid in (*OUTSIDE, ""):
            text = self.read(userid)
            for word in (NAME, "lucie@example.org", "612345678", "CV de Lucie", "Zanzibar-why", *SECRETS):
                self.assertNotIn(word, text, userid)

    def test_the_referrer_finds_name_stages_and_their_own_words_only(self):
        text = self.read("ana")
        for word in (NAME, "lucie@example.org", "Zanzibar-why", "In interviews"):
            self.assertIn(word, text)
        for word in (*SECRETS, "CV de Lucie"):
            self.assertNotIn(word, text)
        session = self.session("ana")
        self.assertEqual(403, session.get(f"@@referral-cv?id={self.found.id}").status_code)

    def test_hr_finds_all_of_it(self):
        text = self.read("rh")
        for word in (NAME, "lucie@example.org", "Zanzibar-why", *SECRETS):
            self.assertIn(word, text)

    def test_the_catalog_and_its_metadata_know_nothing(self):
        catalog = self.portal.portal_catalog
        self.assertEqual(0, len(catalog.unrestrictedSearchResults(SearchableText="Zanzibar*")))
        known = repr([catalog.getIndexDataForRID(rid) for rid in catalog._catalog.paths])
        self.assertNotIn("Zanzibar", known + repr(list(catalog._catalog.data.values())))

    def test_notices_name_the_candidate_to_who_may_know_only(self):
        for kind in ("stage", "consented", "arrived", "recruiter", "due"):
            notice = getAdapter(self.portal, INoticeKind, f"referrals.{kind}")
            for userid in OUTSIDE:
                self.assertIsNone(notice.describe(str(self.found.id), userid, []), kind)
            said = notice.describe(str(self.found.id), "rh", [])
            self.assertNotIn("Zanzibar-note", repr(said))
        self.assertIsNone(
            getAdapter(self.portal, INoticeKind, "referrals.arrived").describe(str(self.found.id), "ana", [])
        )


class TestReferrer(Case):
    def test_empty_then_refer_then_follow(self):
        browser = self.browser("ana")
        self.assertIn("Who would you like to work with again?", self.open(browser, "referrals"))
        self.open(browser, "refer")
        form = browser.getForm(index=self.index(browser, 'name="agreed"'))
        form.getControl(name="name").value = NAME
        form.getControl(name="email").value = "lucie"
        form.getControl(name="language").value = ["fr"]
        form.submit()
        self.assertIn("This is no mail address.", browser.contents)
        self.assertTrue(browser.headers["status"].startswith("400"))
        form = browser.getForm(index=self.index(browser, 'name="agreed"'))
        self.assertEqual(NAME, form.getControl(name="name").value)
        form.getControl(name="email").value = "lucie@example.org"
        form.submit()
        self.assertIn("Ask the person first", browser.contents)
        form = browser.getForm(index=self.index(browser, 'name="agreed"'))
        form.getControl(name="agreed").value = ["yes"]
        form.submit()
        self.assertIn("gets a mail now and decides", browser.contents)
        self.fresh()
        (found,), _total = referrals.mine("ana")
        self.assertEqual((NAME, "lucie@example.org", "submitted"), (found.name, found.email, found.state))
        self.assertIn(NAME, self.open(browser, "referrals"))
        self.open(browser, "referral", id=found.id)
        browser.getControl("Take my referral back").click()
        self.fresh()
        self.assertEqual("", referrals.mine("ana")[0][0].name)

    def index(self, browser, mark):
        """Return the number of the form in which this stands."""
        return browser.contents[: browser.contents.index(mark)].count("<form") - 1

    def test_from_a_need(self):
        needs.ensure()
        skills.add({"fr": "Kafka"}, actor="")
        row = {"skill": "kafka", "level": 3}
        with api.env.adopt_user(username="commerce"):
            need = needs.create_need(actor="commerce", title="Architecte Kafka & co", required_skills=[row])
            hidden = needs.create_need(actor="commerce", title="Zanzibar-draft")
        needs.move(need, "open", actor="commerce")
        transaction.commit()
        browser = self.browser("ana")
        self.assertIn(f"@@refer?need={need.UID()}", self.contents(browser, need))
        text = self.open(browser, "refer", need=need.UID())
        self.assertIn("Architecte Kafka &amp; co", text)
        self.assertNotIn("Zanzibar-draft", self.open(browser, "refer", need=hidden.UID()))
        self.open(browser, "refer", need=need.UID())
        form = browser.getForm(index=self.index(browser, 'name="agreed"'))
        self.assertEqual([need.UID()], form.getControl(name="need").value)
        form.getControl(name="name").value = NAME
        form.getControl(name="email").value = "lucie@example.org"
        form.getControl(name="agreed").value = ["yes"]
        form.submit()
        self.fresh()
        self.assertEqual(need.UID(), referrals.mine("ana")[0][0].need)
        self.assertIn("Architecte Kafka &amp; co", browser.contents)

    def contents(self, browser, content):
        browser.open(content.absolute_url())
        return browser.contents

    def test_too_many_in_an_hour_are_asked_to_wait_refused_ones_counted(self):
        api.portal.set_registry_record("bluegether.limits.referrals", 2)
        transaction.commit()
        session = self.session("ana", "application/json")
        body = {"name": "Bob", "email": "bob@example.com", "agreed": True}
        answers = [session.post("@referrals", json=body) for _time in range(3)]
        self.assertEqual([409, 409, 429], [answer.status_code for answer in answers])
        self.assertIn("Retry-After", answers[-1].headers)

    def test_the_recruiter_finds_whom_they_follow(self):
        found = self.candidate()
        referrals.name_recruiter(found.id, "boss", userid="rh")
        self.done(found)
        self.assertIn(NAME, self.open(self.browser("boss"), "referrals"))
        self.assertIn("Zanzibar-words", self.open(self.browser("boss"), "referral", id=found.id))
        self.assertNotIn(NAME, self.open(self.browser("bob"), "referrals"))

    def test_what_is_kept_is_shown_as_text(self):
        found = self.candidate(name="<b>Lucie</b>")
        referrals.describe(found.id, why="<script>alert(1)</script>", userid="ana")
        self.done(found)
        for userid in ("ana", "rh"):
            text = self.open(self.browser(userid), "referral", id=found.id)
            self.assertNotIn("<b>Lucie", text)
            self.assertNotIn("<script>alert", text)

    def test_why_the_card_and_what_is_to_do(self):
        found = self.done(self.candidate())
        login(self.portal, "ana")
        request = self.request()
        (todo,) = getMultiAdapter((self.portal, request), ITodos, name="referrals").todos()
        self.assertEqual(NAME, todo.title.mapping["name"])
        card = getMultiAdapter((self.portal, request), IHomeCard, name="referrals")
        self.assertTrue(card.available())
        self.assertIn(NAME, card.render())
        login(self.portal, "bob")
        self.assertFalse(getMultiAdapter((self.portal, request), IHomeCard, name="referrals").available())
        login(self.portal, "rh")
        titles = [todo.title for todo in getMultiAdapter((self.portal, request), ITodos, name="referrals").todos()]
        self.assertEqual(["Referrals to answer"], titles)
        login(self.portal, TEST_USER_NAME)
        browser = self.browser("ana")
        self.open(browser, "referral", id=found.id)
        browser.getControl(name="why").value = "Elle est excellente."
        browser.getControl(name="verb", index=0).click()
        self.fresh()
        self.assertEqual("Elle est excellente.", referrals.mine("ana")[0][0].dossier.why)
        self.assertIn("Elle est excellente.", self.open(self.browser("rh"), "referral", id=found.id))


class TestCandidate(Case):
    def test_reads_agrees_adds_and_takes_back_signed_out(self):
        self.refer(language="en")
        token = self.token
        self.done(None)
        browser = self.browser()
        text = self.open(browser, "referral-consent", token=token)
        self.assertIn("Who refers you", text)
        self.assertIn("Ana", text)
        self.assertEqual("no-referrer", browser.headers["Referrer-Policy"])
        self.assertIn("no-store", browser.headers["Cache-Control"])
        self.fresh()
        self.assertEqual("submitted", referrals.asked(token).state)
        browser.getControl(name="cv").add_file(io.BytesIO(PDF), "application/pdf", "../moi.PDF")
        browser.getControl(name="words").value = "Bonjour"
        browser.getControl("I agree, you may contact me").click()
        self.assertIn("Somebody of HR will contact you", browser.contents)
        self.fresh()
        found = referrals.asked(token)
        self.assertEqual(("consented", "moi.pdf", "Bonjour"), (found.state, found.dossier.cv.name, found.dossier.words))
        browser.getControl(name="skills").value = "Python"
        browser.getControl("Save").click()
        self.fresh()
        self.assertEqual(("Python", "moi.pdf"), (found.dossier.skills, found.dossier.cv.name))
        browser.getControl("Take it back and erase everything").click()
        self.assertIn("Everything about you is erased", browser.contents)
        self.assertNotIn("token", browser.url)
        self.fresh()
        self.assertEqual("", referrals.mine("ana")[0][0].name)

    def test_a_huge_file_is_refused_and_nothing_is_done(self):
        self.refer()
        self.setting("cv_megabytes", 1)
        self.done(None)
        browser = self.browser()
        self.open(browser, "referral-consent", token=self.token, language="en")
        browser.getControl(name="words").value = "Bonjour"
        browser.getControl(name="cv").add_file(io.BytesIO(PDF + b"x" * 1_100_000), "application/pdf", "cv.pdf")
        browser.getControl("I agree, you may contact me").click()
        self.assertIn("The file is larger than 1 MB.", browser.contents)
        self.assertEqual("Bonjour", browser.getControl(name="words").value)
        self.fresh()
        self.assertEqual("submitted", referrals.asked(self.token).state)

    def test_refuses_in_french(self):
        self.refer()
        self.done(None)
        browser = self.browser()
        text = self.open(browser, "referral-consent", token=self.token)
        self.assertIn("Protection de vos données", text)
        self.assertIn('lang="fr"', text)
        self.assertIn(
            "Protection of your data", self.open(browser, "referral-consent", token=self.token, language="en")
        )
        browser.getControl("I do not agree, erase everything").click()
        self.fresh()
        self.assertEqual("withdrawn", referrals.mine("ana")[0][0].state)

    def test_every_wrong_link_gets_the_same_page(self):
        self.refer()
        token = self.token
        self.done(None)
        session = self.session()
        answers = {self.told(session.get(f"@@referral-consent?token={one}")) for one in ("", "x", token[:-2], "é" * 50)}
        self.clock.pass_days(31)
        self.portal.getSiteManager().registerUtility(self.clock, IClock)
        transaction.commit()
        answers.add(self.told(session.get(f"@@referral-consent?token={token}")))
        referrals.meet()
        transaction.commit()
        answers.add(self.told(session.get(f"@@referral-consent?token={token}")))
        self.assertEqual(1, len(answers))
        self.assertEqual(404, answers.pop()[0])

    def told(self, answer):
        return answer.status_code, answer.text[answer.text.index("empty-state") : answer.text.index("</main>")][:400]

    def test_a_post_without_the_forms_token_or_by_the_referrer_changes_nothing(self):
        found = self.refer()
        self.done(None)
        sent = {"token": self.token, "verb": "refuse"}
        self.assertEqual(403, self.session().post("@@referral-consent", data=sent).status_code)
        browser = self.browser("ana")
        self.open(browser, "referral-consent", token=self.token, language="en")
        browser.getControl("I agree, you may contact me").click()
        self.assertIn("The person answers, not who refers them.", browser.contents)
        self.fresh()
        self.assertEqual("submitted", referrals.referral(found.id, userid="ana").state)

    def test_who_has_not_signed_the_charter_reaches_it_and_nothing_else(self):
        self.refer()
        self.done(None)
        self.assertEqual(200, self.session("cliente").get(f"@@referral-consent?token={self.token}").status_code)
        self.closed("cliente", "@@referrals")


class TestHR(Case):
    def test_moves_writes_names_and_erases(self):
        found = self.done(self.candidate())
        one = found.id
        browser = self.browser("rh")
        self.assertIn(NAME, self.open(browser, "referrals-board"))
        self.open(browser, "referral", id=one)
        browser.getControl(name="text").value = "Zanzibar-note"
        browser.getControl("Write").click()
        browser.getControl(name="recruiter").value = "Boss"
        browser.getControl(name="verb", index=2).click()
        browser.getControl("Qualify").click()
        self.fresh()
        self.assertEqual(("qualified", "boss", 1), (found.state, found.recruiter, len(found.dossier.notes)))
        stale = self.browser("rh2")
        self.open(stale, "referral", id=one)
        browser.getControl("Go on to interviews").click()
        stale.getControl("Not retained: close").click()
        self.assertTrue(stale.headers["status"].startswith("409"))
        self.assertIn("Somebody was faster", stale.contents)
        self.fresh()
        self.assertEqual("interview", found.state)
        for button in ("An offer was made", "Hire", "The trial period is passed"):
            self.open(browser, "referral", id=one)
            if button != "An offer was made":
                browser.getControl(name="on").value = self.clock.now().date().isoformat()
            if button == "Hire":
                browser.getControl(name="profile", index=0).value = ["senior"]
            browser.getControl(button).click()
        self.fresh()
        self.assertEqual(("trial_passed", "senior"), (found.state, found.profile))
        self.assertIn("€1,000", self.open(self.browser("ana"), "referral", id=one))
        self.open(browser, "referral", id=one)
        browser.getControl("Erase everything about them").click()
        self.assertIn("Tick that you are sure.", browser.contents)
        browser.getControl(name="sure").value = ["yes"]
        browser.getControl("Erase everything about them").click()
        self.fresh()
        self.assertEqual(("", None), (found.name, found.dossier))

    def test_the_file_is_a_download_that_nobody_keeps(self):
        found = self.done(self.candidate())
        answer = self.session("rh").get(f"@@referral-cv?id={found.id}")
        self.assertEqual(PDF, answer.content)
        self.assertTrue(answer.headers["Content-Disposition"].startswith("attachment; "))
        self.assertEqual("nosniff", answer.headers["X-Content-Type-Options"])
        self.assertEqual("private, no-store", answer.headers["Cache-Control"])

    def test_the_board_by_stage_and_as_a_workbook(self):
        self.candidate("qualified", name="=SUM(1)")
        self.done(self.candidate("offer", userid="bob", email="z@example.org", phone=""))
        browser = self.browser("rh")
        text = self.open(browser, "referrals-board", state="qualified")
        self.assertIn("=SUM(1)", text)
        self.assertNotIn(NAME, text)
        self.assertEqual(400, self.session("rh").get("@@referrals-board?state=x").status_code)
        book = load_workbook(io.BytesIO(self.session("rh").get("@@referrals-xlsx").content))
        rows = [[str(cell) for cell in row] for row in book.active.values]
        self.assertEqual({"'=SUM(1)", NAME}, {row[1] for row in rows[1:]})
        self.assertNotIn("Zanzibar-words", repr(rows))
        for userid in ("boss", "siteadmin", "direction", "ana"):
            self.closed(userid, "@@referrals-xlsx")


class TestMoney(Case):
    def test_direction_publishes_and_confirms(self):
        browser = self.browser("direction")
        self.open(browser, "referral-rules-new")
        browser.getControl(name="since").value = self.clock.now().date().isoformat()
        browser.getControl(name="amount-0").value = "cinq cents"
        browser.getControl("Publish").click()
        self.assertIn("An amount is a number of euros", browser.contents)
        browser.getControl(name="amount-0").value = "500,50"
        browser.getControl(name="profile-1").value = ["senior"]
        browser.getControl(name="milestone-1").value = ["hired"]
        browser.getControl("Publish").click()
        self.assertTrue(browser.headers["status"].startswith("409"))
        self.assertIn("are both paid", browser.contents)
        browser.getControl(name="confirmed").value = ["yes"]
        browser.getControl("Publish").click()
        self.assertIn("€500.50", browser.contents)
        self.fresh()
        self.assertEqual(2, referrals.in_force().number)
        self.assertIn("€500.50", self.open(self.browser("bob"), "referral-rules"))
        self.closed("rh", "@@referral-rules-new")

    def test_hr_approves_finance_sends_and_pays(self):
        found = self.done(self.candidate("hired"))
        (bonus,) = referrals.bonuses_of(found, userid="rh")
        hr, finance = self.browser("rh"), self.browser("finance")
        self.assertNotIn("Lucie", self.open(finance, "referral-bonuses"))
        self.open(hr, "referral-bonuses")
        hr.getControl("Approve").click()
        self.open(finance, "referral-bonuses", state="approved")
        # The button stands beside its form, which this browser does not know; a real one does.
        token = re.search(r'name="_authenticator" value="(\w+)"', finance.contents).group(1)
        sent = f"verb=send&bonuses={bonus.id}&_authenticator={token}"
        finance.post(f"{self.portal.absolute_url()}/@@referral-bonuses?state=approved", sent)
        self.assertIn("is ready for payroll", finance.contents)
        csv = self.session("finance").get("@@referral-payroll?number=1&format=csv")
        self.assertIn("0042;COOPT", csv.text)
        xlsx = self.session("finance").get("@@referral-payroll?number=1&format=xlsx").content
        self.assertEqual("0042", list(load_workbook(io.BytesIO(xlsx)).active.values)[1][0])
        self.assertEqual(404, self.session("direction").get("@@referral-payroll?number=1").status_code)
        self.assertEqual(404, self.session("finance").get("@@referral-payroll?number=2").status_code)
        finance.getControl("Paid").click()
        self.fresh()
        self.assertEqual(("paid", 1), (bonus.state, bonus.export))
        self.assertIn("€500", self.open(self.browser("ana"), "referrals"))
        self.assertIn("€500", self.open(self.browser("direction"), "referral-bonuses", state="paid"))
        self.assertNotIn("€500", self.open(self.browser("bob"), "referrals"))

    def test_figures_and_settings(self):
        self.done(self.candidate("hired"))
        self.assertIn("&lt; 5", self.open(self.browser("bob"), "referral-figures"))
        self.assertNotIn("&lt; 5", self.open(self.browser("rh"), "referral-figures"))
        self.assertIn("Largest CV", self.open(self.browser("rh"), "referrals-controlpanel"))
        self.closed("bob", "@@referrals-controlpanel")

    def test_handing_over_and_personal_data(self):
        found = self.candidate()
        referrals.name_recruiter(found.id, "boss", userid="rh")
        self.done(found)
        people.erase("boss", actor="rh")
        self.assertEqual("", found.recruiter)
