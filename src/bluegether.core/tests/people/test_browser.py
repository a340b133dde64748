"""The pages of accounts as each kind of person meets them."""

from AccessControl.users import nobody
from bluegether.core.kit.interfaces import IHomeCard
from bluegether.core.kit.interfaces import ITodos
from bluegether.core.people import api as people
from bluegether.core.people.interfaces import IThrottle
from bluegether.core.people.testing import PeopleTest
from bluegether.core.testing import FUNCTIONAL
from plone import api
from plone.app.testing import TEST_USER_ID
from zope.component import getMultiAdapter
from zope.component import getUtility
import io
import json
import re
import transaction


HEADER = "Nom complet;Courriel;Type;Statut;Entité;Fonction;Identifiant"
SCRIPT = "<script>alert(1)</script>"


class Pages(PeopleTest):
    layer = FUNCTIONAL

    def setUp(self):
        super().setUp()
        self.personas()
        getUtility(IThrottle).clear()
        self.base = self.portal.absolute_url()

    def open(self, page, userid="rh"):
        browser = self.browser(userid)
        browser.open(f"{self.base}/@@{page}")
        return browser

    def status(self, browser):
        return int(browser.headers["Status"].split()[0])

    def assertRefused(self, page, userid):
        browser = self.open(page, userid)
        refused = self.status(browser) in (401, 403) or "login" in browser.url
        refused = refused or browser.url.endswith("/insufficient-privileges")
        self.assertTrue(refused, (page, userid, browser.headers["Status"], browser.url))
        return browser


class TestInvite(Pages):
    def fill(self, browser, **values):
        values = {"fullname": "Chloé Lefèvre", "email": "chloe@example.com", "job": "Architecte"} | values
        for name, value in values.items():
            browser.getControl(name=name).value = value
        return browser

    def test_hr_invites_somebody(self):
        browser = self.fill(self.open("invite"))
        browser.getControl(name="kind").value = ["consultant"]
        browser.getControl(name="employment").value = ["freelance"]
        browser.getControl("Send the invitation").click()
        self.assertIn("Chloé Lefèvre is invited", browser.contents)
        self.assertIn("tab=invitations", browser.url)
        transaction.begin()
        one = self.only()
        self.assertEqual(("chloe.lefevre", "freelance", "rh"), (one.userid, one.employment, one.invited_by))
        self.assertEqual(["chloe@example.com"], [mail["To"] for mail in self.mails()])

    def test_what_is_wrong_is_said_at_the_field_and_what_was_typed_stays(self):
        browser = self.fill(self.open("invite"), email="nobody", fullname=f'"{SCRIPT}')
        browser.getControl("Send the invitation").click()
        self.assertEqual(400, self.status(browser))
        self.assertIn("This is not a valid mail address.", browser.contents)
        self.assertEqual("nobody", browser.getControl(name="email").value)
        self.assertEqual(f'"{SCRIPT}', browser.getControl(name="fullname").value)
        self.assertNotIn(SCRIPT, browser.contents)
        self.assertEqual(0, people.invitations().total)

    def test_somebody_already_invited(self):
        self.invite()
        transaction.commit()
        browser = self.fill(self.open("invite"))
        browser.getControl("Send the invitation").click()
        self.assertEqual(409, self.status(browser))
        self.assertIn("There is an open invitation for this mail address.", browser.contents)

    def test_an_animator_is_offered_the_kinds_that_they_may_give(self):
        browser = self.open("invite", "animatrice")
        self.assertEqual(["consultant", "staff", "partner"], browser.getControl(name="kind").options)
        forged = self.fill(browser)
        token = forged.getControl(name="_authenticator").value
        forged.post(
            f"{self.base}/@@invite",
            f"_authenticator={token}&fullname=D&email=d@example.com&kind=direction&employment=&unit=&job=&userid=",
        )
        self.assertEqual(403, self.status(forged))
        self.assertEqual(0, people.invitations().total)

    def test_without_the_forms_token_nothing_happens(self):
        browser = self.browser("rh")
        browser.post(f"{self.base}/@@invite", "fullname=D&email=d@example.com&kind=staff")
        self.assertEqual(403, self.status(browser))
        self.assertEqual(0, people.invitations().total)

    def test_not_for_others(self):
        for page in ("invite", "invite-csv", "invite-csv-rejected", "invite-csv-model", "accounts"):
            for userid in ("consultante", "cliente", ""):
                with self.subTest(page=page, userid=userid):
                    self.assertRefused(page, userid)


class TestAccounts(Pages):
    def setUp(self):
        super().setUp()
        self.invite(fullname=f"{SCRIPT} Open", job=SCRIPT)
        self.invite(fullname="Dora Direction", email="dora@example.com", kind="direction", employment="")
        people.request_account(fullname=f"Nina {SCRIPT}", email="nina@example.com", message=SCRIPT)
        transaction.commit()

    def test_people(self):
        contents = self.open("accounts").contents
        for name in ("Consultante Test", "Cliente Test", "Rh Test"):
            self.assertIn(name, contents)
        narrowed = self.open("accounts?kind=client").contents
        self.assertIn("Cliente Test", narrowed)
        self.assertNotIn("Animatrice Test", narrowed)

    def test_invitations_escape_what_people_typed(self):
        contents = self.open("accounts?tab=invitations").contents
        self.assertIn("&lt;script&gt;alert(1)&lt;/script&gt; Open", contents)
        self.assertNotIn(SCRIPT, contents)

    def test_revoke_and_send_again(self):
        browser = self.open("accounts?tab=invitations&text=dora")
        browser.getControl("Send again").click()
        self.assertIn("sent again to Dora Direction", browser.contents)
        browser = self.open("accounts?tab=invitations&text=dora")
        browser.getControl("Revoke").click()
        transaction.begin()
        one = people.invitations(text="dora").rows[0]
        self.assertEqual("revoked", one.state)
        self.assertEqual(["invited", "sent again", "revoked"], [what for _at, _who, what in one.history])
        self.assertEqual("open", people.invitations(text="open").rows[0].state)

    def test_an_animator_sees_no_button_for_direction(self):
        contents = self.open("accounts?tab=invitations&text=dora", "animatrice").contents
        self.assertIn("Dora Direction", contents)
        self.assertNotIn('value="revoke"', contents)

    def test_requests_are_for_hr_only(self):
        self.assertIn("nina@example.com", self.open("accounts?tab=requests").contents)
        browser = self.open("accounts?tab=requests", "animatrice")
        self.assertEqual(400, self.status(browser))
        self.assertNotIn("nina@example.com", browser.contents)

    def test_odd_parameters(self):
        for query in (
            "b_start=-1",
            "b_start=x",
            "b_size=100000",
            "b_size=0",
            "tab=../x",
            "kind=boss",
            "unit=x",
            "state=x&tab=invitations",
            "text=" + "x" * 101,
            "text:list=a&text:list=b",
            "kind:int=5",
        ):
            with self.subTest(query=query[:20]):
                self.assertEqual(400, self.status(self.open(f"accounts?{query}")))

    def test_pages_are_turned_and_keep_the_filter(self):
        browser = self.open("accounts?b_size=1&text=test")
        self.assertIn("1 to", re.sub(r"<[^>]+>|\s+", " ", browser.contents).replace("  ", " "))
        browser.getLink("Next page").click()
        self.assertIn("text=test", browser.url)
        self.assertIn("b_start=1", browser.url)

    def test_nothing_matches(self):
        self.assertIn("Nothing matches", self.open("accounts?text=zzz").contents)


class TestCsv(Pages):
    def upload(self, data, name="people.csv"):
        browser = self.open("invite-csv")
        browser.getControl(name="file").add_file(io.BytesIO(data), "text/csv", name)
        browser.getControl("Check the file").click()
        return browser

    def test_two_hundred_with_five_bad_rows(self):
        rows = [f"Personne {n};p{n}@example.com;consultant;salarié;;;" for n in range(200)]
        for n in (3, 50, 99, 150, 199):
            rows[n] = f"{SCRIPT}{n};=cmd|x;consultant;;;;"
        browser = self.upload("\n".join((HEADER, *rows)).encode())
        self.assertIn("<strong>195</strong>", browser.contents)
        self.assertIn("<strong>5</strong>", browser.contents)
        self.assertNotIn(SCRIPT, browser.contents)
        self.assertEqual(0, people.invitations().total)
        browser.getControl("Send the invitations").click()
        self.assertIn("195 people are invited. Rows left out: 5.", browser.contents)
        transaction.begin()
        self.assertEqual(195, people.invitations(state="open").total)
        self.assertEqual(195, len(self.outbox.messages))
        browser.getLink("Download these rows").click()
        lines = browser.contents.splitlines()
        self.assertEqual(6, len(lines))
        self.assertIn(";'=cmd|x;", lines[1])
        self.assertIn("5;Courriel : This is not a valid mail address.", lines[1])

    def test_a_wrong_file_gives_one_message(self):
        for data in (b"PK\x03\x04\x00", b"", b"\x00\x01", b"a;b\n1;2\n", b"x" * 1_000_001):
            browser = self.upload(data)
            self.assertEqual(400, self.status(browser))
            self.assertEqual(1, browser.contents.count('role="alert"'))

    def test_confirming_without_a_file_or_twice(self):
        browser = self.open("invite-csv?step=check")
        self.assertIn("There is no file: choose it again.", browser.contents)
        browser = self.upload(f"{HEADER}\nAna;ana@example.com;staff;;;;\n".encode())
        second = self.open("invite-csv?step=check")
        browser.getControl("Send the invitations").click()
        second.getControl("Send the invitations").click()
        self.assertEqual(409, self.status(second))
        transaction.begin()
        self.assertEqual(1, people.invitations().total)

    def test_the_model_can_be_sent_back(self):
        browser = self.open("invite-csv-model")
        self.assertIn("text/csv", browser.headers["Content-Type"])
        people.keep_upload(browser.contents.encode("utf-8"), actor=TEST_USER_ID)
        self.assertEqual(1, len(people.plan_upload(actor=TEST_USER_ID).good))


class TestRequests(Pages):
    def ask(self, **values):
        browser = self.open("request-account", "")
        for name, value in ({"fullname": "Nina Roy", "email": "nina@example.com", "message": ""} | values).items():
            browser.getControl(name=name).value = value
        browser.getControl("Send the request").click()
        transaction.begin()
        return browser

    def test_a_visitor_asks_and_hr_accepts(self):
        self.assertIn("Thank you", self.ask(message=f"Bonjour\n{SCRIPT}").contents)
        browser = self.open("accounts?tab=requests")
        browser.getLink("See the request").click()
        self.assertIn("&lt;script&gt;", browser.contents)
        self.assertNotIn(SCRIPT, browser.contents)
        browser.getControl(name="kind").value = ["staff"]
        browser.getControl("Accept and invite").click()
        self.assertIn("Nina Roy was accepted", browser.contents)
        transaction.begin()
        self.assertEqual("nina@example.com", self.only(state="open").email)

    def test_hr_refuses(self):
        self.ask()
        browser = self.open("accounts?tab=requests")
        browser.getLink("See the request").click()
        browser.getControl(name="reason").value = "Pas de la maison"
        browser.getControl("Refuse").click()
        transaction.begin()
        self.assertEqual("refused", people.account_requests().rows[0].state)
        self.assertIn("Pas de la maison", self.text(self.mails()[-1]))

    def test_the_answer_tells_nothing_of_who_is_known(self):
        known = self.ask(email="consultante@example.com").contents
        unknown = self.ask(email="somebody@example.com").contents
        token = re.compile(r'value="[0-9a-f]{40,}"|\d{2}:\d{2}')
        self.assertEqual(token.sub("", known), token.sub("", unknown))
        self.assertEqual(["somebody@example.com"], [one.email for one in people.account_requests().rows])

    def test_programs_that_fill_every_field_are_thanked_and_forgotten(self):
        self.assertIn("Thank you", self.ask(website="http://spam").contents)
        self.assertEqual(0, people.waiting_requests())

    def test_an_address_that_asks_too_often_waits(self):
        for number in range(5):
            self.ask(email=f"p{number}@example.com")
        browser = self.ask(email="p9@example.com")
        self.assertEqual(409, self.status(browser))
        self.assertIn("Too many requests came from here", browser.contents)
        self.assertEqual(5, people.waiting_requests())

    def test_mistakes_are_shown(self):
        browser = self.ask(email="x", fullname=SCRIPT)
        self.assertEqual(400, self.status(browser))
        self.assertIn("This is not a valid mail address.", browser.contents)
        self.assertNotIn(SCRIPT, browser.contents)

    def test_no_requests_taken(self):
        self.set("requests_open", False)
        transaction.commit()
        self.assertIn("Accounts are opened on invitation only.", self.open("request-account", "").contents)

    def test_the_request_itself_is_for_hr_only(self):
        self.ask(message="Secret message")
        identifier = people.account_requests().rows[0].id
        self.assertIn("Secret message", self.open(f"account-request?id={identifier}").contents)
        for userid in ("animatrice", "consultante", "cliente", ""):
            self.assertNotIn("Secret message", self.assertRefused(f"account-request?id={identifier}", userid).contents)
        self.assertEqual(404, self.status(self.open("account-request?id=5")))
        self.assertEqual(400, self.status(self.open("account-request?id=x")))


class TestProfile(Pages):
    def test_members_see_members(self):
        contents = self.open("profile?userid=rh", "consultante").contents
        self.assertIn("Rh Test", contents)
        self.assertIn("mailto:rh@example.com", contents)
        self.assertNotIn("person-data", contents)

    def test_ones_own_without_a_name(self):
        self.assertIn("@@my-data", self.open("profile", "consultante").contents)

    def test_unknown_people_and_clients_are_not_found(self):
        for userid in ("nobody", "cliente", "../x", "%3Cscript%3E"):
            self.assertEqual(404, self.status(self.open(f"profile?userid={userid}", "consultante")))
        self.assertEqual(200, self.status(self.open("profile?userid=cliente", "rh")))

    def test_not_for_clients_and_visitors(self):
        for userid in ("cliente", ""):
            self.assertNotIn("Rh Test", self.assertRefused("profile?userid=rh", userid).contents)


class TestAuthor(Pages):
    def test_bylines_lead_to_the_profile(self):
        browser = self.open("author/rh", "consultante")
        self.assertTrue(browser.url.endswith("/people/rh"), browser.url)
        self.assertIn("Rh Test", browser.contents)

    def test_nobody_else_learns_who_is_there(self):
        for userid in ("", "cliente"):
            self.assertNotIn("Rh Test", self.open("author/rh", userid).contents)


class TestPersonalData(Pages):
    def test_everybody_downloads_their_own(self):
        for userid in ("consultante", "cliente"):
            browser = self.open("my-data", userid)
            browser.getLink("Download my data").click()
            self.assertEqual(userid, json.loads(browser.contents)["people"]["account"]["userid"])
            self.assertEqual("no-store", browser.headers["Cache-Control"])

    def test_hr_erases_with_a_confirmation(self):
        browser = self.open("person-data?userid=consultante")
        browser.getControl(name="confirmation").value = "consultant"
        browser.getControl("Erase this person").click()
        self.assertEqual(400, self.status(browser))
        transaction.begin()
        self.assertIsNotNone(people.account("consultante"))
        browser.getControl(name="confirmation").value = "consultante"
        browser.getControl("Erase this person").click()
        self.assertIn("Consultante Test was erased", browser.contents)
        transaction.begin()
        self.assertIsNone(api.user.get("consultante"))
        self.assertIsNone(people.account("consultante"))

    def test_only_hr(self):
        for userid in ("animatrice", "consultante", "cliente", ""):
            browser = self.assertRefused("person-data?userid=rh&download=1", userid)
            self.assertNotIn("rh@example.com", browser.contents)
        self.assertEqual(404, self.status(self.open("person-data?userid=nobody")))


class TestSettings(Pages):
    def test_hr_changes_how_long_invitations_live(self):
        browser = self.open("people-controlpanel")
        browser.getControl(name="form.widgets.invitation_days").value = "3"
        browser.getControl(name="form.buttons.save").click()
        transaction.begin()
        self.assertEqual(3, api.portal.get_registry_record("bluegether.people.invitation_days"))
        self.assertRefused("people-controlpanel", "animatrice")


class TestMenus(Pages):
    def test_the_rail_has_accounts_for_those_who_invite(self):
        actions = self.portal.portal_actions
        for userid, expected in (("rh", True), ("animatrice", True), ("consultante", False), ("cliente", False)):
            with api.env.adopt_user(username=userid):
                names = [
                    action["id"] for action in actions.listActionInfos(object=self.portal, categories=("rail_lead",))
                ]
            self.assertEqual(expected, "accounts" in names, userid)

    def test_visitors_find_the_request_under_the_login_form(self):
        with api.env.adopt_user(user=nobody):
            found = self.portal.portal_actions.listActionInfos(object=self.portal, categories=("login",))
        self.assertIn(f"{self.base}/@@request-account", [action["url"] for action in found])


class TestHome(Pages):
    def setUp(self):
        super().setUp()
        people.request_account(fullname="Nina", email="nina@example.com")
        transaction.commit()

    def card(self, userid):
        with api.env.adopt_user(username=userid):
            card = getMultiAdapter((self.portal, self.layer["request"]), IHomeCard, "newcomers")
            return card.render() if card.available() else ""

    def todos(self, userid):
        with api.env.adopt_user(username=userid):
            return getMultiAdapter((self.portal, self.layer["request"]), ITodos, "people").todos()

    def test_newcomers_are_shown_to_members_and_clients_never(self):
        self.create("zoe", fullname=SCRIPT)
        html = self.card("consultante")
        self.assertIn("Animatrice Test", html)
        self.assertNotIn("Cliente", html)
        self.assertNotIn(SCRIPT, html)
        self.assertEqual("", self.card("cliente"))

    def test_requests_wait_for_hr_only(self):
        self.assertEqual([1], [todo.count for todo in self.todos("rh")])
        for userid in ("animatrice", "consultante", "cliente"):
            self.assertEqual([], self.todos(userid))


class TestAccountAccess(Pages):
    def test_who_sees_it(self):
        for userid in ("consultante", "cliente"):
            self.assertRefused("account-access?userid=animatrice", userid)
        self.assertIn("You may not change the access", self.open("account-access?userid=rh", "animatrice").contents)
        self.assertEqual(404, self.status(self.open("account-access?userid=nobody")))

    def test_dates_are_those_of_the_site(self):
        api.portal.set_registry_record("plone.portal_timezone", "Europe/Paris")
        transaction.commit()
        browser = self.open("account-access?userid=consultante")
        browser.getControl(name="until").value = "2026-11-10"
        browser.getControl(name="reason").value = "Non"
        browser.getControl("Suspend the access").click()
        self.assertIn("Nov 10, 2026", browser.contents)
        transaction.begin()
        self.assertEqual("2026-11-10T23:00:00+00:00", people.closing("consultante").until.isoformat())
        self.assertIn("Nov 11, 2026 12:00 AM", self.open("home", "consultante").contents)

    def test_hr_suspends_and_gives_back(self):
        browser = self.open("account-access?userid=consultante")
        browser.getControl(name="until").value = "2026-11-10"
        browser.getControl(name="reason").value = SCRIPT
        browser.getControl("Suspend the access").click()
        self.assertIn("is suspended", browser.contents)
        self.assertNotIn(SCRIPT, browser.contents)
        transaction.begin()
        self.assertTrue(people.is_suspended("consultante"))
        self.assertEqual("2026-11-11T00:00:00+00:00", people.closing("consultante").until.isoformat())
        self.assertIn("Suspended", self.open("accounts").contents)
        browser.getControl("Give the access back now").click()
        transaction.begin()
        self.assertTrue(people.has_access("consultante"))

    def test_an_animator_suspends_but_ends_nothing(self):
        browser = self.open("account-access?userid=consultante", "animatrice")
        self.assertNotIn("End the access", browser.contents)
        browser.getControl(name="until").value = "2026-10-10"
        browser.getControl(name="reason").value = "Spam"
        browser.getControl("Suspend the access").click()
        self.assertIn("Choose a date to come.", browser.contents)
        browser.getControl(name="until").value = "soon"
        browser.getControl("Suspend the access").click()
        self.assertIn("Enter a date.", browser.contents)
        transaction.begin()
        self.assertIsNone(people.closing("consultante"))

    def test_hr_ends_an_access_and_takes_it_back(self):
        browser = self.open("account-access?userid=cliente")
        browser.getControl(name="last_day").value = "2026-11-30"
        browser.getControl("End the access after this day").click()
        self.assertIn("The last day with access is", browser.contents)
        transaction.begin()
        self.assertEqual("2026-12-01T00:00:00+00:00", people.closing("cliente").ends.isoformat())
        browser.getControl("Take the end back").click()
        transaction.begin()
        self.assertIsNone(people.closing("cliente"))
        browser.getControl(name="last_day").value = "2026-11-01"
        browser.getControl("End the access after this day").click()
        self.assertIn("The access ended on", browser.contents)
        self.assertIn("Access over", self.open("accounts").contents)
