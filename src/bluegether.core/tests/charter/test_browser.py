"""The charter's pages, as each person meets them."""

from bluegether.core.charter import api as charter
from bluegether.core.charter.testing import ARTICLES
from bluegether.core.charter.testing import create_people
from bluegether.core.charter.testing import draft
from bluegether.core.charter.testing import in_force
from bluegether.core.charter.testing import PASSWORD
from bluegether.core.charter.testing import PERSONAS
from bluegether.core.people import api as people
from bluegether.core.testing import FUNCTIONAL
from concurrent.futures import ThreadPoolExecutor
from openpyxl import load_workbook
from plone import api
from plone.testing.zope import Browser
import io
import transaction
import unittest
import unittest.mock


class PageTest(unittest.TestCase):
    layer = FUNCTIONAL

    def setUp(self):
        self.portal = self.layer["portal"]
        self.url = self.portal.absolute_url()
        # In English, whatever catalogs are compiled.
        create_people(language="en")
        transaction.commit()

    def browser(self, userid="", *, errors=True):
        browser = Browser(self.layer["app"])
        browser.handleErrors = True
        browser.raiseHttpErrors = errors
        if userid:
            browser.open(f"{self.url}/login")
            browser.getControl(name="__ac_name").value = userid
            browser.getControl(name="__ac_password").value = PASSWORD
            browser.getControl(name="buttons.login").click()
        return browser

    def page(self, userid, path):
        browser = self.browser(userid, errors=False)
        browser.open(f"{self.url}/{path}")
        return browser

    def in_force(self, **values):
        with_charter = self.portal.get("charte")
        version = in_force(with_charter, **values)
        transaction.commit()
        return version

    def signed(self, *userids):
        """Let these people past the gate."""
        for userid in userids:
            charter.sign(userid, outcome="accepted", language="en")
        transaction.commit()

    def accept(self, browser):
        browser.getControl(name="company").value = ["1"]
        browser.getControl(name="member").value = ["1"]
        browser.getControl("Accept the charter").click()


class TestReading(PageTest):
    def test_without_charter(self):
        browser = self.page("consultante", "@@charter")
        self.assertIn("No charter is in force yet", browser.contents)
        self.assertNotIn("@@charter-new", browser.contents)
        self.assertIn("@@charter-new", self.page("rh", "@@charter").contents)

    def test_members_and_clients_read_both_halves(self):
        self.in_force()
        for userid in ("consultante", "cliente"):
            browser = self.page(userid, "@@charter")
            self.assertIn("Un référent vous répond.<br />Sous 5 jours.", browser.contents)
            self.assertIn("Je respecte chacun.", browser.contents)
            self.assertIn("To sign", browser.contents)

    def test_visitors_log_in_first(self):
        self.in_force()
        browser = self.page("", "@@charter")
        self.assertNotIn("Je respecte chacun.", browser.contents)
        self.assertIn("login", browser.url)

    def test_markup_that_got_in_is_shown_as_text(self):
        version = draft()
        hostile = "<script>alert(1)</script>"
        version.articles = [
            dict(ARTICLES[0], text=hostile, title=hostile, state="late", note=hostile),
            dict(ARTICLES[1]),
        ]
        version.changes = hostile
        # Past the validation of the verb, as damaged data would be.
        with unittest.mock.patch("bluegether.core.charter.api.lifecycle.validate"):
            charter.submit(version, userid="animatrice", comment=hostile)
        charter.approve(version, userid="direction")
        transaction.commit()
        self.signed("direction")
        pages = [("direction", path) for path in ("@@charter", "@@commitments", "charte/1", "charte")]
        for userid, path in [*pages, ("adjointe", "@@charter-sign")]:
            browser = self.page(userid, path)
            self.assertIn("200", browser.headers["status"], path)
            self.assertNotIn(hostile, browser.contents, path)
        self.assertIn("&lt;script&gt;", self.page("direction", "@@charter").contents)


class TestSigning(PageTest):
    def setUp(self):
        super().setUp()
        self.in_force()

    def test_accepting_and_going_back(self):
        target = f"{self.url}/@@commitments"
        browser = self.page("consultante", f"@@charter-sign?came_from={target}")
        self.accept(browser)
        self.assertEqual(target, browser.url)
        transaction.begin()
        record = charter.answer("consultante")
        self.assertEqual(("accepted", charter.reading().sha256), (record.outcome, record.text_hash))
        self.assertEqual("consultante", charter.person(record.acted_by))

    def test_never_sent_elsewhere(self):
        for target in ("https://evil.example/", "//evil.example/", "javascript:alert(1)"):
            browser = self.page("consultante", f"@@charter-sign?came_from={target}")
            self.assertEqual("", browser.getControl(name="came_from").value)
            self.assertNotIn("evil.example", browser.contents.partition("<form")[2])

    def test_both_halves_are_ticked(self):
        browser = self.page("consultante", "@@charter-sign")
        browser.getControl(name="company").value = ["1"]
        browser.getControl("Accept the charter").click()
        self.assertIn("tick both halves", browser.contents)
        transaction.begin()
        self.assertEqual(0, charter.total())

    def test_declining(self):
        browser = self.page("consultante", "@@charter-sign")
        browser.getControl("Decline").click()
        self.assertIn("You declined this version", browser.contents)
        transaction.begin()
        self.assertEqual("declined", charter.answer("consultante").outcome)
        self.accept(browser)
        transaction.begin()
        self.assertEqual(["accepted", "declined"], [record.outcome for record in charter.records()])

    def test_without_the_form_s_token_nothing_is_signed(self):
        browser = self.browser("consultante", errors=False)
        browser.post(f"{self.url}/@@charter-sign", "answer=accepted&company=1&member=1")
        self.assertIn("403", browser.headers["status"])
        transaction.begin()
        self.assertEqual(0, charter.total())

    def test_a_text_replaced_while_reading(self):
        browser = self.page("consultante", "@@charter-sign")
        self.in_force(label="2")
        self.accept(browser)
        self.assertIn("changed while you were reading", browser.contents)
        self.assertIn("409", browser.headers["status"])
        transaction.begin()
        self.assertEqual(0, charter.total())

    def test_who_signed_before_sees_what_changed(self):
        charter.sign("consultante", outcome="accepted", language="en")
        articles = [dict(ARTICLES[0]), dict(ARTICLES[1], text="Je respecte et aide chacun.")]
        self.in_force(label="2", articles=articles, changes="Entraide ajoutée")
        browser = self.page("consultante", "@@charter-sign")
        self.assertIn("Entraide ajoutée", browser.contents)
        self.assertRegex(browser.contents, r"<ins[^>]*>\s*et aide\s*</ins>")
        self.assertNotIn("<ins", self.page("rh", "@@charter-sign").contents)

    def test_nothing_left_to_sign(self):
        charter.sign("consultante", outcome="accepted", language="en")
        transaction.commit()
        browser = self.page("consultante", "@@charter-sign")
        self.assertIn("You have accepted the charter in force", browser.contents)
        self.assertNotIn("Accept the charter", browser.contents)


class TestJoin(PageTest):
    def invite(self, **values):
        defaults = {"userid": "zoe", "fullname": "Zoé Petit", "email": "zoe@example.com", "kind": "consultant"}
        token = people.invite(**(defaults | {"employment": "employee", "invited_by": "rh"} | values))
        transaction.commit()
        return token

    def test_accepting_leads_to_the_password(self):
        self.in_force()
        browser = self.page("", f"@@join?token={self.invite()}")
        self.assertIn("Zoé Petit", browser.contents)
        self.assertIsNone(api.user.get("zoe"))
        self.accept(browser)
        self.assertIn("/passwordreset/", browser.url)
        transaction.begin()
        self.assertIsNotNone(api.user.get("zoe"))
        self.assertFalse(charter.must_sign("zoe"))

    def test_no_account_without_both_halves(self):
        self.in_force()
        browser = self.page("", f"@@join?token={self.invite()}")
        browser.getControl("Accept the charter").click()
        self.assertIn("tick both halves", browser.contents)
        transaction.begin()
        self.assertIsNone(api.user.get("zoe"))
        self.accept(browser)
        self.assertIn("/passwordreset/", browser.url)

    def test_declining_creates_no_account(self):
        self.in_force()
        token = self.invite()
        browser = self.page("", f"@@join?token={token}")
        browser.getControl("Decline").click()
        self.assertIn("Your refusal is recorded", browser.contents)
        transaction.begin()
        self.assertIsNone(api.user.get("zoe"))
        self.assertEqual("declined", charter.answer("zoe").outcome)
        self.assertIn("This link cannot be used", self.page("", f"@@join?token={token}").contents)

    def test_tokens_that_are_of_no_use(self):
        self.in_force()
        token = self.invite()
        self.accept(self.page("", f"@@join?token={token}"))
        for bad, status in ((token, "409"), (token[:-1], "404"), ("", "404"), ("é&x=<b>", "404")):
            browser = self.page("", f"@@join?token={bad}")
            self.assertIn("This link cannot be used", browser.contents)
            self.assertIn(status, browser.headers["status"])
            self.assertNotIn("Accept the charter", browser.contents)

    def test_without_charter_nobody_joins(self):
        browser = self.page("", f"@@join?token={self.invite()}")
        self.assertIn("The charter is not ready yet", browser.contents)
        self.assertNotIn("Accept the charter", browser.contents)

    def test_who_is_logged_in_follows_no_invitation(self):
        self.in_force()
        browser = self.page("rh", f"@@join?token={self.invite()}")
        self.assertIn("Log out first", browser.contents)


class TestVersion(PageTest):
    def test_a_draft_leaks_nowhere(self):
        version = draft(articles=[dict(ARTICLES[0], text="Zorglub secret"), dict(ARTICLES[1])])
        transaction.commit()
        for path in ("charte/1", "charte/1/@@view", "charte", "charte/1/edit", "@@charter"):
            self.assertNotIn("Zorglub", self.page("consultante", path).contents, path)
        self.assertNotIn("charte/1", self.page("consultante", "@@search?SearchableText=Zorglub").contents)
        self.assertIn("Zorglub", self.page("rh", "charte/1").contents)
        self.assertIn("charte/1", self.page("rh", "@@search?SearchableText=Zorglub").contents)
        with api.env.adopt_user(username="consultante"):
            self.assertEqual(0, len(api.content.find(UID=api.content.get_uuid(version))))
        with api.env.adopt_user(username="rh"):
            self.assertEqual(1, len(api.content.find(UID=api.content.get_uuid(version))))

    def test_from_draft_to_in_force(self):
        draft()
        transaction.commit()
        browser = self.page("animatrice", "charte/1")
        form = browser.getForm(id="charter-submit")
        form.getControl(name="comment").value = "Première rédaction"
        form.submit()
        self.assertIn("Première rédaction", browser.contents)
        self.assertNotIn("/edit", browser.contents.partition("content-core")[2])
        browser = self.page("direction", "charte/1")
        browser.getForm(id="charter-approve").submit()
        self.assertIn("Accept the charter", browser.contents)
        transaction.begin()
        self.signed("consultante")
        browser = self.page("consultante", "charte/1")
        self.assertIn("In force", browser.contents)
        self.assertIn("Direction Test", browser.contents)
        transaction.begin()
        self.assertEqual("1", charter.version_in_force().label)

    def test_a_needed_comment_is_asked_for(self):
        draft()
        transaction.commit()
        browser = self.page("animatrice", "charte/1")
        browser.getForm(id="charter-submit").submit()
        self.assertIn("Please say why in a comment.", browser.contents)
        transaction.begin()
        self.assertEqual("draft", api.content.get_state(self.portal["charte"]["1"]))

    def test_who_submitted_sees_no_approval(self):
        self.portal.acl_users.userFolderEditUser("direction", None, ["Member", "Director", "HR Referent"], [])
        version = draft()
        charter.submit(version, userid="direction", comment="De ma main")
        transaction.commit()
        browser = self.page("direction", "charte/1")
        self.assertIn("another member of direction approves it", browser.contents)
        self.assertNotIn("charter-approve", browser.contents)

    def test_nobody_edits_what_is_submitted(self):
        version = draft()
        charter.submit(version, userid="animatrice", comment="Texte")
        transaction.commit()
        for userid in ("animatrice", "rh", "direction"):
            browser = self.page(userid, "charte/1/edit")
            self.assertNotIn("form.widgets.label", browser.contents, userid)

    def test_writing_a_draft_in_the_form(self):
        charter.create_charter("Charte éthique")
        transaction.commit()
        browser = self.page("animatrice", "charte/++add++CharterVersion")
        browser.getControl(name="form.widgets.label").value = "7"
        browser.getControl("Save").click()
        self.assertIn("both halves", browser.contents)
        self.assertNotIn("7", self.portal["charte"].objectIds())

    def test_consultants_write_nothing(self):
        charter.create_charter("Charte éthique")
        transaction.commit()
        self.assertNotIn("form.widgets.label", self.page("consultante", "charte/++add++CharterVersion").contents)
        self.assertNotIn("++add++", self.page("consultante", "charte").contents)

    def test_two_put_in_force_at_the_same_moment(self):
        folder = charter.create_charter("Charte éthique")
        in_force(folder, label="0")
        # In their days of grace: the gate lets both through, whoever comes second.
        self.signed("direction", "adjointe")
        browsers = []
        for label, userid in (("1", "direction"), ("2", "adjointe")):
            version = draft(folder, label=label, grace_days=10)
            charter.submit(version, userid="animatrice", comment="Texte")
            transaction.commit()
            browsers.append(self.page(userid, f"charte/{label}"))
        with ThreadPoolExecutor(2) as pool:
            forms = [browser.getForm(id="charter-approve") for browser in browsers]
            list(pool.map(lambda form: form.submit(), forms))
        transaction.begin()
        states = sorted(api.content.get_state(folder[label]) for label in ("1", "2"))
        self.assertEqual(["archived", "in_force"], states)
        self.assertEqual("in_force", api.content.get_state(charter.version_in_force()))

    def test_a_new_version_starts_from_the_one_in_force(self):
        self.in_force()
        self.signed("rh", "consultante")
        self.assertNotIn("Write a new version", self.page("consultante", "charte").contents)
        browser = self.page("rh", "charte")
        browser.getControl("Write a new version").click()
        self.assertIn("charte/2/edit", browser.url)
        self.assertIn("Je respecte chacun.", browser.contents)

    def test_starting_the_charter(self):
        browser = self.page("rh", "@@charter-new")
        browser.getControl("Begin").click()
        self.assertIn("++add++CharterVersion", browser.url)
        transaction.begin()
        found = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(portal_type="Charter")
        self.assertEqual(1, len(found))


class TestCommitments(PageTest):
    def test_updating(self):
        self.in_force()
        self.signed("rh", "consultante")
        before = charter.reading().sha256
        browser = self.page("rh", "@@commitments?edit=1")
        browser.getControl(name="state_1").value = ["late"]
        browser.getControl(name="note_1").value = "Recrutement en cours"
        browser.getControl("Save").click()
        browser = self.page("consultante", "@@commitments")
        self.assertIn("Recrutement en cours", browser.contents)
        self.assertIn("Late", browser.contents)
        self.assertNotIn("Je respecte chacun.", browser.contents)
        transaction.begin()
        self.assertEqual(before, charter.reading_of(charter.version_in_force()).sha256)

    def test_members_only_read(self):
        self.in_force()
        self.signed("consultante", "cliente")
        browser = self.page("consultante", "@@commitments?edit=1")
        self.assertNotIn("state_1", browser.contents)
        self.assertNotIn("Un référent", self.page("cliente", "@@commitments").contents)


class TestRegister(PageTest):
    def setUp(self):
        super().setUp()
        self.in_force()
        self.signed("consultante", "rh", "direction")
        charter.sign("cliente", outcome="declined", language="en")
        transaction.commit()

    def test_not_for_members(self):
        self.signed("animatrice", "cliente")
        for userid in ("consultante", "cliente", "animatrice", ""):
            for path in ("@@charter-register", "@@charter-register-csv", "@@charter-register-xlsx"):
                self.assertNotIn("Adjointe Test", self.page(userid, path).contents, (userid, path))

    def test_who_has_and_who_has_not(self):
        for userid in ("rh", "direction"):
            contents = self.page(userid, "@@charter-register").contents
            self.assertIn("6 people", " ".join(contents.split()))
        found = {
            status: self.names(f"@@charter-register?status={status}") for status in ("signed", "declined", "to_sign")
        }
        self.assertEqual({"consultante", "rh", "direction"}, found["signed"])
        self.assertEqual({"cliente"}, found["declined"])
        self.assertEqual({"animatrice", "adjointe"}, found["to_sign"])
        self.assertEqual({"direction", "adjointe"}, self.names("@@charter-register?kind=direction"))
        self.assertEqual({"consultante"}, self.names("@@charter-register?text=consultante"))

    def names(self, path):
        contents = self.page("rh", path).contents
        return {userid for userid in PERSONAS if f'id="person-{userid}"' in contents}

    def test_bad_parameters_are_refused(self):
        for query in ("status=x", "kind=x", "unit=x", "b_size=100000", "b_size=x", "b_start=-1", "text=" + "x" * 101):
            browser = self.page("rh", f"@@charter-register?{query}")
            self.assertIn("400", browser.headers["status"], query)

    def test_verification(self):
        self.assertIn("The register is whole", self.page("rh", "@@charter-register?verify=1").contents)
        from bluegether.core.charter.storage import KEY
        from zope.annotation.interfaces import IAnnotations

        IAnnotations(self.portal)[KEY].records[1].outcome = "declined"
        transaction.commit()
        contents = self.page("rh", "@@charter-register?verify=1").contents
        self.assertIn("The register was altered", contents)
        self.assertIn("its content is not what its own hash says", contents)

    def test_exports_hold_no_formula(self):
        person = people.account("consultante")
        person.fullname = "=HYPERLINK(1)"
        transaction.commit()
        browser = self.browser("rh")
        browser.open(f"{self.url}/@@charter-register-csv?text=consultante")
        lines = browser.contents.splitlines()
        self.assertEqual(2, len(lines))
        self.assertTrue(lines[1].startswith("'=HYPERLINK(1);consultante;"))
        self.assertIn(charter.reading().sha256, lines[1])
        browser.open(f"{self.url}/@@charter-register-xlsx")
        book = load_workbook(io.BytesIO(browser._response.body))
        rows = list(book.active.iter_rows(values_only=True))
        self.assertEqual(7, len(rows))
        self.assertIn("'=HYPERLINK(1)", [row[0] for row in rows])

    def test_the_text_behind_a_record(self):
        key = charter.answer("consultante").text_hash
        self.assertIn("Je respecte chacun.", self.page("rh", f"@@charter-text?text_hash={key}").contents)
        self.assertIn("404", self.page("rh", "@@charter-text?text_hash=0").headers["status"])
        self.assertNotIn("Je respecte", self.page("consultante", f"@@charter-text?text_hash={key}").contents)


class TestSettings(PageTest):
    def test_the_control_panel_is_for_administrators(self):
        self.assertNotIn("form.widgets.reminders", self.page("rh", "@@charter-settings").contents)
        api.user.grant_roles(username="rh", roles=["Site Administrator"])
        transaction.commit()
        browser = self.page("rh", "@@charter-settings")
        browser.getControl(name="form.widgets.grace_days").value = "12"
        browser.getControl("Save").click()
        transaction.begin()
        self.assertEqual(12, api.portal.get_registry_record("bluegether.charter.grace_days"))
