"""Whom applications are for, their addresses without secrets, everyone's own order."""

from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.interfaces import IPersonalData
from bluegether.core.launcher import api as launcher
from bluegether.core.people import api as people
from bluegether.core.testing import INTEGRATION
from plone import api
from zope.component import getAdapter
import unittest


class LauncherCase(unittest.TestCase):
    """Anna is an animator, Omar a consultant of Lyon, Pia a partner of Paris, Carl a client."""

    layer = INTEGRATION

    def setUp(self):
        api.portal.set_registry_record("bluegether.people.units", {"lyon": "Lyon", "paris": "Paris"})
        for userid, kind, unit in (
            ("anna", "staff", "lyon"),
            ("omar", "consultant", "lyon"),
            ("pia", "partner", "paris"),
            ("carl", "client", ""),
        ):
            people.create_account(
                userid, fullname=f"{userid.title()} Test", email=f"{userid}+x@example.com", kind=kind, unit=unit
            )
        api.user.grant_roles("anna", roles=["Animator"])

    def make(self, title="Mail", url="https://mail.example/", actor="anna", **values):
        return launcher.create(actor=actor, title=title, url=url, **values)

    def titles(self, userid):
        return [one.title for one in launcher.apps(userid)]


class TestKeeping(LauncherCase):
    def test_animators_keep_the_list_and_nobody_else(self):
        made = self.make()
        for userid in ("omar", "pia", "carl", ""):
            for verb in (
                lambda: self.make(actor=userid),  # noqa: B023
                lambda: launcher.update(made.id, actor=userid, revision=1, title="x", url="https://x.example"),  # noqa: B023
                lambda: launcher.delete(made.id, actor=userid),  # noqa: B023
                lambda: launcher.kept_apps(userid),  # noqa: B023
            ):
                with self.assertRaises(NotAllowed):
                    verb()
        self.assertEqual(["Mail"], self.titles("omar"))

    def test_two_at_once(self):
        made = self.make()
        launcher.update(made.id, actor="anna", revision=1, title="Post", url="https://mail.example/")
        with self.assertRaises(Conflict):
            launcher.update(made.id, actor="anna", revision=1, title="Courier", url="https://mail.example/")
        self.assertEqual(["Post"], self.titles("omar"))

    def test_deleted(self):
        made = self.make()
        launcher.choose(made.id, True, userid="omar")
        launcher.delete(made.id, actor="anna")
        self.assertEqual([], self.titles("omar"))
        with self.assertRaises(Missing):
            launcher.delete(made.id, actor="anna")
        with self.assertRaises(Missing):
            launcher.choose(made.id, True, userid="omar")

    def test_addresses_that_are_refused(self):
        for url in (
            "",
            "mail.example",
            "javascript:alert(1)",
            "data:text/html,x",
            "ftp://files.example/",
            "https://",
            "https://anna:secret@mail.example/",
            "https://mail.example/?password=x",
            "https://mail.example/?api_key=x",
            "https://mail.example/?access_token=",
            "https://mail.example/?u={password}",
            "https://{userid}.example/",
            "https://mail.example:port/",
            "https://ma il.example/",
            "https://mail.example/" + 500 * "x",
        ):
            with self.assertRaises(Invalid, msg=url) as caught:
                self.make(url=url)
            self.assertEqual("url", caught.exception.field, url)

    def test_other_values_that_are_refused(self):
        for field, value in (
            ("title", ""),
            ("title", 61 * "x"),
            ("title", 3),
            ("icon", "../../etc/passwd"),
            ("kinds", ["client"]),
            ("kinds", "consultant"),
            ("units", ["nowhere"]),
            ("description", 201 * "x"),
        ):
            with self.assertRaises(Invalid, msg=(field, value)) as caught:
                launcher.create(actor="anna", **({"title": "Mail", "url": "https://mail.example"} | {field: value}))
            self.assertEqual(field, caught.exception.field)


class TestReading(LauncherCase):
    def test_for_whom(self):
        self.make("All")
        self.make("Consultants", kinds=["consultant"])
        self.make("Paris", units=["paris"])
        self.make("Consultants of Paris", kinds=["consultant"], units=["paris"])
        self.assertEqual(["All", "Consultants"], self.titles("omar"))
        self.assertEqual(["All", "Paris"], self.titles("pia"))
        for userid in ("carl", "nobody", ""):
            self.assertEqual([], self.titles(userid))

    def test_what_is_not_for_somebody_is_not_theirs_by_any_verb(self):
        made = self.make("Paris", units=["paris"])
        for verb in (
            lambda: launcher.choose(made.id, True, userid="omar"),
            lambda: launcher.note_opened(made.id, userid="omar"),
            lambda: launcher.picture(made.id, userid="omar"),
            lambda: launcher.choose(made.id, True, userid="carl"),
        ):
            with self.assertRaises(Missing):
                verb()

    def test_chosen_and_then_moved_to_another_audience(self):
        made = self.make("Mail")
        launcher.choose(made.id, True, userid="omar")
        launcher.update(made.id, actor="anna", revision=1, title="Mail", url="https://mail.example", units=["paris"])
        self.assertEqual([], self.titles("omar"))

    def test_the_address_says_who_follows_it_safely(self):
        self.make(url="https://mail.example/?u={userid}&m={email}&l={language}")
        self.assertEqual("https://mail.example/?u=omar&m=omar%2Bx%40example.com&l=en", launcher.apps("omar")[0].url)


class TestChoosing(LauncherCase):
    def setUp(self):
        super().setUp()
        self.ids = {title: self.make(title, mandatory=title == "C").id for title in "BACD"}

    def test_own_order_then_mandatory_then_by_title(self):
        self.assertEqual(list("CABD"), self.titles("omar"))
        for title in "DB":
            launcher.choose(self.ids[title], True, userid="omar")
        launcher.choose(self.ids["D"], True, userid="omar")  # twice is once
        self.assertEqual(list("DBCA"), self.titles("omar"))
        self.assertEqual(list("CABD"), self.titles("pia"))
        launcher.move(self.ids["B"], -1, userid="omar")
        launcher.move(self.ids["B"], -1, userid="omar")
        self.assertEqual(list("BDCA"), self.titles("omar"))
        launcher.choose(self.ids["B"], False, userid="omar")
        self.assertEqual(list("DCAB"), self.titles("omar"))
        with self.assertRaises(Missing):
            launcher.move(self.ids["A"], 1, userid="omar")

    def test_opened_is_counted_and_never_by_whom(self):
        for _time in range(3):
            launcher.note_opened(self.ids["A"], userid="omar")
        found = launcher.app(self.ids["A"], userid="anna")
        self.assertEqual([3], [length() for length in found.opened.values()])
        self.assertNotIn("omar", repr(vars(found)))

    def test_export_and_erase(self):
        launcher.choose(self.ids["D"], True, userid="omar")
        data = getAdapter(self.layer["portal"], IPersonalData, name="launcher")
        self.assertEqual({"chosen": ["D"]}, data.export("omar"))
        data.erase("omar")
        data.erase("omar")
        self.assertEqual({"chosen": []}, data.export("omar"))
