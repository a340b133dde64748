"""The figures for those who lead the network, the silent for the animator, nothing for anybody else."""

from bluegether.core.adoption import api as adoption
from bluegether.core.kit.contribution import Contribution
from bluegether.core.kit.interfaces import IContributions
from bluegether.core.kit.todo import todos
from bluegether.core.people import api as people
from bluegether.core.stream import api as stream
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from io import BytesIO
from openpyxl import load_workbook
from plone import api
from plone.app.testing import login
from plone.base.interfaces import IPloneSiteRoot
from zope.component import getGlobalSiteManager
from zope.component import provideAdapter
from zope.interface import implementer
import transaction
import unittest


PASSWORD = "correct horse 26"
SEEN = ("anim", "chief", "spon")
PAGES = ("@@adoption", "@@adoption.xlsx", "@adoption")


class AdoptionPages(unittest.TestCase):
    """Eight consultants of Lyon, five of whom wrote yesterday; two people of Lille; anim, chief, spon, a manager."""

    layer = FUNCTIONAL

    def setUp(self):
        self.portal = self.layer["portal"]
        api.portal.set_registry_record("bluegether.people.units", {"lyon": "Lyon", "lille": "Petite Lille"})
        with stream.silence():
            for userid, kind in (("anim", "staff"), ("chief", "direction"), ("spon", "staff"), ("cleo", "client")):
                self.person(userid, "lyon" if kind != "client" else "", kind)
            for number in range(1, 9):
                self.person(f"lea{number}", "lyon")
            for number in (1, 2):
                self.person(f"nils{number}", "lille")
        api.user.grant_roles("anim", roles=["Animator"])
        api.user.grant_roles("spon", roles=["Sponsor"])
        with api.env.adopt_roles(["Manager"]):
            people.update_account("lea1", actor="admin", manager="lea8")
        transaction.commit()

    def person(self, userid, unit, kind="consultant"):
        people.create_account(
            userid,
            fullname=f"{userid.title()} Test",
            email=f"{userid}@example.com",
            kind=kind,
            employment="employee" if kind == "consultant" else "",
            unit=unit,
            arrived=datetime.now(UTC) - timedelta(days=90),
            password=PASSWORD,
        )

    def counted(self):
        yesterday = datetime.now(UTC) - timedelta(days=1)
        told = [Contribution(f"lea{number}", yesterday, to=f"lea{number % 5 + 1}", open=True) for number in range(1, 6)]

        @implementer(IContributions)
        class Room:
            def __init__(self, site):
                pass

            def contributions(self, start, end):
                return iter([one for one in told if start <= one.happened < end])

        provideAdapter(Room, (IPloneSiteRoot,), IContributions, name="test")
        self.addCleanup(getGlobalSiteManager().unregisterAdapter, Room, (IPloneSiteRoot,), IContributions, name="test")
        while adoption.catch_up():
            pass
        transaction.commit()
        return f"{yesterday:%Y-%m}"

    def get(self, path, userid="anim"):
        json = path.startswith("@") and not path.startswith("@@")
        session = Session(self.portal, userid, PASSWORD if userid else "", "application/json" if json else "text/html")
        self.addCleanup(session.close)
        return session.get(path, allow_redirects=False)


class TestFigures(AdoptionPages):
    def test_before_anything_is_counted(self):
        answer = self.get("@@adoption")
        self.assertIn("Nothing is counted yet", answer.text)
        self.assertNotIn("What to do", answer.text)

    def test_figures_with_their_definitions(self):
        month = self.counted()
        for userid in SEEN:
            text = self.get("@@adoption", userid).text
            self.assertIn("5 of 13 members signed in or contributed.", text)
            self.assertIn("Of 5 answers and shares, those between people of different units.", text)
            self.assertIn("Other units together" if "Lyon" not in text else "13", text)
            self.assertNotIn("Petite Lille", text)
        self.assertIn(f'value="{month}"', text)

    def test_the_workbook_and_rest_say_the_same(self):
        month = self.counted()
        book = load_workbook(BytesIO(self.get("@@adoption.xlsx").content))
        rows = {row[0]: row for row in book["Months"].iter_rows(values_only=True)}
        self.assertEqual((13, 5, 5, 5, 0, 100, None), rows[month][1:])
        found = self.get(f"@adoption?month={month}").json()
        self.assertEqual((13, 5, 38, None), tuple(found[k] for k in ("members", "active", "active_share", "answers")))
        self.assertEqual(month, self.get("@adoption").json()["items"][0]["name"])
        self.assertEqual(404, self.get("@adoption?month=1999-01").status_code)
        for text in (str(found), str([list(sheet.values) for sheet in book])):
            self.assertNotIn("Lille", text)

    def test_closed_to_everyone_else(self):
        self.counted()
        for path in PAGES:
            self.assertEqual({200}, {self.get(path, userid).status_code for userid in SEEN}, path)
            for userid in ("lea1", "lea8", "cleo", ""):
                answer = self.get(path, userid)
                self.assertIn(answer.status_code, (302, 401, 403), (path, userid))
                self.assertNotIn("5 of 13", answer.text)

    def test_thresholds_give_the_animator_something_to_do(self):
        month = self.counted()
        low = adoption.Month(month, days=28, members=13, active=5)
        self.assertEqual(["active_share"], [one.name for one in adoption.shortfalls(low)])
        login(self.portal, "anim")
        self.addCleanup(login, self.portal, "test-user")
        kept = self.portal.__annotations__["bluegether.core.adoption"]
        kept.months[month] = kept.months[month] | {"days": 28}
        transaction.commit()
        asked = [todo for todo in todos(self.portal, self.layer["request"]) if "@@adoption" in todo.url]
        self.assertEqual(1, len(asked))
        text = self.get(asked[0].url.rpartition("/")[2]).text
        self.assertIn("Too few members take part", text)
        self.assertIn("38% this month; you aim for 60%.", text)
        login(self.portal, "chief")
        self.assertEqual([], [one for one in todos(self.portal, self.layer["request"]) if "@@adoption" in one.url])


class TestSilent(AdoptionPages):
    def test_the_animator_writes_to_them(self):
        self.counted()
        answer = self.get("@@adoption-silent")
        self.assertIn("Lea6 Test", answer.text)
        self.assertNotIn("Lea1 Test", answer.text)
        self.assertIn("@@message-new?to=lea6", answer.text)
        self.assertIn("no-store", answer.headers["Cache-Control"])

    def test_nobody_else_has_such_a_list(self):
        self.counted()
        for userid in ("chief", "spon", "lea8", "cleo", ""):
            answer = self.get("@@adoption-silent", userid)
            self.assertIn(answer.status_code, (302, 401, 403), userid)
            self.assertNotIn("Lea6 Test", answer.text)
        self.assertNotIn("@@adoption-silent", self.get("@@adoption", "chief").text)

    def test_a_cursor_that_cannot_be_read_starts_anew(self):
        self.counted()
        for after in ("x", "9999999999999.lea6", "0", "0.zzz"):
            answer = self.get(f"@@adoption-silent?after={after}")
            self.assertEqual(200, answer.status_code, after)
        self.assertIn("Nobody has been silent for long", answer.text)


class TestSettings(AdoptionPages):
    def test_who_may_set_them(self):
        for userid in ("anim", "spon"):
            self.assertIn("Contributors in each unit, at least (%)", self.get("@@adoption-settings", userid).text)
        for userid in ("chief", "lea8", "cleo"):
            self.assertNotIn("Contributors in each unit", self.get("@@adoption-settings", userid).text)
