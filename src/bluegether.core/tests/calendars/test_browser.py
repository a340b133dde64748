"""The page `@@my-calendar` and the feed, as a person's browser and calendar program meet them."""

from bluegether.core.calendars import api as calendars
from bluegether.core.calendars.testing import CalendarTest
from bluegether.core.calendars.testing import interview
from bluegether.core.calendars.testing import Room
from bluegether.core.calendars.testing import SECRET
from bluegether.core.charter.testing import in_force
from bluegether.core.kit.interfaces import IClock
from bluegether.core.people.testing import FakeClock
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session
from datetime import date
import re
import transaction


SCRIPT = "<script>alert(1)</script>"


class Case(CalendarTest):
    layer = FUNCTIONAL

    def setUp(self):
        super().setUp()
        transaction.commit()
        self.base = self.portal.absolute_url()

    def status(self, browser):
        return int(browser.headers["Status"].split()[0])

    def page(self, userid="consultante"):
        browser = self.browser(userid)
        browser.open(f"{self.base}/@@my-calendar")
        return browser

    def address(self, browser):
        (found,) = re.findall(r'value="(http[^"]+\.ics)"', browser.contents)
        return found

    def feed(self, userid="consultante", **values):
        token = calendars.open_feed(userid, language="fr", **values)
        transaction.commit()
        return f"@@calendar/{token}.ics"

    def session(self, userid="", accept="*/*"):
        session = Session(self.portal, userid, "Correct-horse-26", accept)
        self.addCleanup(session.close)
        return session


class TestPage(Case):
    def test_the_days_to_come(self):
        browser = self.page()
        self.assertIn(SECRET, browser.contents)
        self.assertIn("09:00 – 10:00", browser.contents)
        self.assertIn("Lyon, salle 3", browser.contents)
        self.assertNotIn("Secret de RH", browser.contents)
        self.assertNotIn("@@calendar/", browser.contents)

    def test_what_rooms_tell_is_text(self):
        Room.entries = (("consultante", interview(title=SCRIPT, location=SCRIPT)),)
        browser = self.page()
        self.assertNotIn(SCRIPT, browser.contents)
        self.assertIn("&lt;script&gt;", browser.contents)

    def test_an_empty_month(self):
        Room.entries = ()
        self.assertIn("Nothing in the next thirty days", self.page().contents)

    def test_the_address_is_shown_once_and_works(self):
        browser = self.page()
        browser.getControl("Make my secret address").click()
        address = self.address(browser)
        self.assertEqual("no-store", browser.headers["Cache-Control"])
        self.assertIn(SECRET.replace(";", "\\;").replace(",", "\\,"), self.session().get(address).text)
        again = self.page()
        self.assertNotIn(address.rsplit("/", 1)[1][:20], again.contents)
        self.assertIn("Not yet", again.contents)

    def test_a_choice(self):
        browser = self.page()
        browser.getControl("Events of the portal").selected = True
        browser.getControl("Only “Busy”").selected = True
        browser.getControl("Make my secret address").click()
        transaction.begin()
        feed = calendars.feed("consultante")
        self.assertEqual(("busy", True, True), (feed.detail, feed.chosen["events"], feed.chosen["interviews"]))
        self.assertIn(SECRET, browser.contents)  # the page itself is one's own
        browser = self.page()
        browser.getControl("Entretiens").selected = False
        browser.getControl("Keep this choice").click()
        self.assertIn("Your choice is kept", browser.contents)
        self.assertNotIn(SECRET, browser.contents)

    def test_renewed(self):
        old = self.feed()
        browser = self.page()
        browser.getControl("Make a new address").click()
        self.assertEqual(404, self.session().get(old).status_code)
        new = self.address(browser)
        self.assertEqual(200, self.session().get(new).status_code)
        stale = self.page()
        self.clock.pass_days(1)
        calendars.renew("consultante")
        transaction.commit()
        stale.getControl("Make a new address").click()
        self.assertEqual(409, self.status(stale))
        self.assertIn("The address was renewed meanwhile", stale.contents)

    def test_revoked(self):
        old = self.feed()
        browser = self.page()
        browser.getControl("Close the address").click()
        self.assertIn("The address no longer works", browser.contents)
        self.assertEqual(404, self.session().get(old).status_code)
        transaction.begin()
        self.assertIsNone(calendars.feed("consultante"))

    def test_a_form_without_its_token_changes_nothing(self):
        answer = self.session("consultante").post("@@my-calendar", data={"act": "open", "detail": "full"})
        self.assertEqual(403, answer.status_code)
        transaction.begin()
        self.assertIsNone(calendars.feed("consultante"))

    def test_nonsense(self):
        browser = self.page()
        token = re.search(r'name="_authenticator" value="([^"]+)"', browser.contents).group(1)
        for data in ({}, {"act": "x"}, {"act": "open", "detail": "all"}, {"act": "open", "chosen:list": "salaries"}):
            answer = self.session("consultante").post("@@my-calendar", data=data | {"_authenticator": token})
            self.assertEqual(400, answer.status_code, data)
        transaction.begin()
        self.assertIsNone(calendars.feed("consultante"))

    def test_clients_and_visitors_have_none(self):
        for userid in ("cliente", ""):
            answer = self.session(userid, "text/html").get("@@my-calendar", allow_redirects=False)
            self.assertIn(answer.status_code, (302, 401, 403))
            self.assertNotIn("secret address", answer.text)

    def test_looking_writes_nothing(self):
        self.feed()
        self.page()  # whatever a first visit writes
        before = self.portal._p_jar.db().lastTransaction()
        self.page()
        self.assertEqual(before, self.portal._p_jar.db().lastTransaction())


class TestFeed(Case):
    def test_a_program_gets_it_without_a_session(self):
        answer = self.session().get(self.feed())
        self.assertEqual(200, answer.status_code)
        self.assertEqual("text/calendar; charset=utf-8", answer.headers["Content-Type"])
        self.assertEqual("private, no-cache", answer.headers["Cache-Control"])
        self.assertIn("noindex", answer.headers["X-Robots-Tag"])
        self.assertTrue(answer.content.startswith(b"BEGIN:VCALENDAR\r\n"))
        self.assertNotIn("Set-Cookie", answer.headers)
        self.assertNotIn("Secret de RH", answer.text)

    def test_whoever_is_signed_in_it_is_the_tokens(self):
        address = self.feed()
        for userid in ("rh", "cliente", "consultante"):
            answer = self.session(userid, "text/html").get(address)
            self.assertIn("Entretien annuel", answer.text, userid)
            self.assertNotIn("Secret de RH", answer.text, userid)
        self.assertEqual(200, self.session(accept="application/json").get(address).status_code)

    def test_only_what_has_changed_is_sent(self):
        address, session = self.feed(), self.session()
        first = session.get(address)
        again = session.get(address, headers={"If-None-Match": first.headers["ETag"]})
        self.assertEqual((304, b""), (again.status_code, again.content))
        Room.entries = ()
        changed = session.get(address, headers={"If-None-Match": first.headers["ETag"]})
        self.assertEqual(200, changed.status_code)
        self.assertNotEqual(first.headers["ETag"], changed.headers["ETag"])

    def test_head(self):
        address = self.feed()
        answer = self.session().head(address)
        self.assertEqual((200, b""), (answer.status_code, answer.content))
        self.assertEqual(self.session().get(address).headers["ETag"], answer.headers["ETag"])
        self.assertEqual(404, self.session().head("@@calendar/0.ics").status_code)

    def test_nothing_else_is_opened_by_it(self):
        address = self.feed()
        token = address.rsplit("/", 1)[1].removesuffix(".ics")
        for other in (f"@@my-calendar?token={token}", f"{address}/@@my-calendar", f"@@calendar/{token}/../@@accounts"):
            answer = self.session(accept="text/html").get(other, allow_redirects=False)
            self.assertNotIn("Entretien annuel", answer.text, other)
            self.assertNotEqual(200, answer.status_code, other)
        for method in ("POST", "PUT", "DELETE", "PROPFIND"):
            answer = self.session().request(method, address)
            self.assertGreaterEqual(answer.status_code, 400, method)
            self.assertNotIn("Entretien annuel", answer.text)
        bearer = self.session("", "application/json").get("@calendar", headers={"Authorization": f"Bearer {token}"})
        self.assertEqual(401, bearer.status_code)

    def answers(self, addresses):
        """Return what is told for these addresses; all that differs is the time of day."""
        found = set()
        for address in addresses:
            answer = self.session().get(address)
            headers = {name: value for name, value in answer.headers.items() if name != "Date"}
            found.add((answer.status_code, answer.text, tuple(sorted(headers.items()))))
        return found

    def test_whatever_is_no_valid_token_gets_the_same_answer(self):
        old = self.feed()
        calendars.renew("consultante")
        revoked = self.feed("rh")
        calendars.revoke("rh")
        client = self.feed("animatrice")
        self.portal.acl_users.userFolderEditUser("animatrice", None, ["Client"], [])
        transaction.commit()
        half = old.removesuffix(".ics")
        unknown = ("@@calendar", "@@calendar/", "@@calendar/x.ics", f"@@calendar/{'0' * 64}.ics", half)
        found = self.answers([old, revoked, client, *unknown])
        ((status, text, headers),) = found
        self.assertEqual((404, "There is no such calendar."), (status, text))
        self.assertIn(("Cache-Control", "private, no-cache"), headers)

    def test_an_unsigned_charter_closes_it(self):
        address = self.feed()
        self.create("direction", kind="direction")
        in_force()
        transaction.commit()
        self.assertEqual(404, self.session().get(address).status_code)

    def test_a_fetch_is_remembered_and_never_written_by_the_get(self):
        address = self.feed()
        before = self.portal._p_jar.db().lastTransaction()
        self.session().get(address)
        self.assertEqual(before, self.portal._p_jar.db().lastTransaction())
        transaction.begin()
        calendars.record_uses()
        self.assertEqual(date(2026, 11, 2), calendars.feed("consultante").used)

    def test_guesses_are_slowed_down_and_valid_addresses_beside_them_are_not(self):
        address, session = self.feed(), self.session()
        found = [session.get(f"@@calendar/{number}.ics").status_code for number in range(62)]
        self.assertEqual([404] * 60 + [429] * 2, found)
        self.assertEqual("600", session.get("@@calendar/x.ics").headers["Retry-After"])
        self.assertEqual(200, session.get(address).status_code)
        tomorrow = FakeClock()  # the server's threads read the clock from the database
        tomorrow.pass_days(1)
        self.portal.getSiteManager().registerUtility(tomorrow, IClock)
        transaction.commit()
        self.assertEqual(404, session.get("@@calendar/x.ics").status_code)

    def test_a_program_that_never_stops_asking(self):
        address, session = self.feed(), self.session()
        found = [session.get(address).status_code for _number in range(31)]
        self.assertEqual([200] * 30 + [429], found)
