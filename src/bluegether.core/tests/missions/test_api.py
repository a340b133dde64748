"""Every rule of clients, missions and periods; the refusals first."""

from bluegether.core.kit import errors
from bluegether.core.missions import api as missions
from bluegether.core.missions.interfaces import IMissionAnnounced
from bluegether.core.missions.interfaces import IMissionEnded
from bluegether.core.missions.interfaces import IMissionEnding
from bluegether.core.missions.interfaces import IMissionStarted
from bluegether.core.missions.testing import MissionsTest
from bluegether.core.missions.testing import TODAY
from bluegether.core.people import api as people
from bluegether.core.testing import INTEGRATION
from contextlib import contextmanager
from datetime import timedelta
from plone import api
from plone.uuid.interfaces import IUUID
from unittest import mock
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import zope.component


class Api(MissionsTest):
    layer = INTEGRATION

    def day(self, days):
        return TODAY + timedelta(days)

    def change(self, mission, userid="commerce", **values):
        with self.acting(userid):
            for name, value in values.items():
                setattr(mission, name, value)
            notify(ObjectModifiedEvent(mission))

    @contextmanager
    def heard(self, *interfaces):
        told = []

        def hear(event):
            told.append(event)

        for interface in interfaces:
            zope.component.getGlobalSiteManager().registerHandler(hear, (interface,))
        try:
            yield told
        finally:
            for interface in interfaces:
                zope.component.getGlobalSiteManager().unregisterHandler(hear, (interface,))


class TestClients(Api):
    def test_who_may_create_and_what_is_refused(self):
        for userid in ("ana", "boss", "rh", "finance", "animatrice", "partner", "cliente", ""):
            with self.assertRaises(errors.NotAllowed):
                missions.create_client(actor=userid, title="X")
        self.client("Banque")
        for field, values in (
            ("title", {"title": " "}),
            ("title", {"title": "BANQUE"}),
            ("account_manager", {"title": "Y", "account_manager": "nobody"}),
            ("account_manager", {"title": "Y", "account_manager": "cliente"}),
        ):
            with self.assertRaises(errors.Invalid) as caught:
                missions.create_client(actor="commerce", **values)
            self.assertEqual(field, caught.exception.field)
        self.assertEqual(["Banque"], [one.title for one in missions.clients()])

    def test_the_address_says_nothing(self):
        uid = self.client("Banque Très Secrète")
        self.assertNotIn("banque", api.content.get(UID=uid).absolute_url())

    def test_a_client_with_missions_stays(self):
        mission = self.mission()
        with self.assertRaises(errors.Conflict):
            api.content.delete(api.content.get(UID=mission.client))
        self.assertIsNotNone(missions.client(mission.client))

    def test_who_knows_of_a_confidential_client(self):
        secret = self.client("Zanzibar", confidential=True)
        self.mission(self.row("ana"), client=secret)
        known = {userid: missions.client_shown(secret, userid) for userid in self.everybody()}
        for userid in ("commerce", "finance", "direction", "rh", "siteadmin", "ana", "boss"):
            self.assertEqual("Zanzibar", known.pop(userid), userid)
        self.assertEqual({""}, set(known.values()), known)
        self.assertEqual([], missions.client_choices("colleague"))
        self.assertEqual([(secret, "Zanzibar")], missions.client_choices("commerce"))

    def everybody(self):
        return ("ana", "boss", "colleague", "bob", "other", "rh", "commerce", "finance", "direction", "animatrice",
                "siteadmin", "partner", "cliente", "")  # fmt: skip

    def test_an_open_client_is_known_to_members_only(self):
        uid = self.client("Banque")
        self.assertEqual("Banque", missions.client_shown(uid, "colleague"))
        self.assertEqual(["", ""], [missions.client_shown(uid, userid) for userid in ("cliente", "")])
        self.assertEqual([], missions.client_choices("cliente"))
        self.assertEqual("", missions.client_shown("none", "commerce"))

    def test_two_at_once(self):
        content = api.content.get(UID=self.client())
        content.revision = 0
        with self.assertRaises(errors.Conflict):
            notify(ObjectModifiedEvent(content))


class TestRefusals(Api):
    def refused(self, error, field, *rows, **values):
        with self.assertRaises(error) as caught:
            self.mission(*rows, **values)
        self.assertEqual(field, caught.exception.field)
        return caught.exception

    def test_who_may_create(self):
        for userid in ("ana", "boss", "rh", "finance", "animatrice", "partner", "cliente", ""):
            with self.assertRaises(errors.NotAllowed):
                missions.create_mission(actor=userid, title="X", client="")

    def test_bad_values(self):
        self.refused(errors.Invalid, "client", client="nobody")
        self.refused(errors.Invalid, "title", title=" ")
        self.refused(errors.Invalid, "consultants", self.row(start=10, end=9))
        self.refused(errors.Invalid, "consultants", self.row("nobody"))
        self.refused(errors.Invalid, "consultants", self.row("cliente"))
        self.refused(errors.Invalid, "consultants", {"userid": "ana"})
        self.refused(errors.Invalid, "skills", skills=["no-such-skill"])

    def test_periods_of_one_person_do_not_overlap(self):
        self.refused(errors.Invalid, "consultants", self.row(end=10), self.row(start=10, end=20))
        self.mission(self.row(end=10), self.row(start=11, end=20), self.row("bob"))

    def test_beyond_full_time_must_be_accepted(self):
        self.mission(self.row("ana", 0, 50, 60))
        error = self.refused(missions.Overload, "overload_accepted", self.row("ana", 20, 90, 50))
        self.assertEqual({110, 60}, {error.message.mapping["share"], error.message.mapping["others"]})
        self.mission(self.row("ana", 20, 90, 50, confirmed=False))
        made = self.mission(self.row("ana", 20, 90, 50), accept=True)
        self.assertFalse(made.overload_accepted)
        self.change(made, place="Lyon")
        self.assertEqual(110, missions.busy("ana", self.day(30)))

    def test_a_confirmed_period_is_never_edited(self):
        mission = self.mission(self.row(), self.row("bob", 10, 40), self.row("colleague", 5, 9, confirmed=False))
        ana, bob, guest = mission.consultants
        for rows in (
            [ana | {"end": self.day(200)}, bob, guest],
            [ana | {"share": 50}, bob, guest],
            [bob, guest],
            [ana, bob | {"end": self.day(20)}, guest],
        ):
            with self.assertRaises(errors.Invalid):
                self.change(mission, consultants=rows)
        self.change(mission, consultants=[ana, self.row("ana", 101, 130), guest | {"end": self.day(30)}])
        self.assertEqual([130, 30], [(max(one.end for one in missions.periods(userid)) - TODAY).days
                                     for userid in ("ana", "colleague")])  # fmt: skip
        self.assertEqual([], missions.periods("bob"))

    def test_the_second_of_two_is_told(self):
        mission = self.mission()
        self.assertEqual(1, mission.revision)
        self.change(mission, place="Lyon", revision=1)
        self.assertEqual(2, mission.revision)
        with self.assertRaises(errors.Conflict):
            self.change(mission, place="Paris", revision=1)


class TestStates(Api):
    def state(self, *rows):
        return api.content.get_state(self.mission(*rows))

    def test_the_state_follows_the_dates(self):
        self.assertEqual("planned", self.state(self.row(confirmed=False)))
        self.assertEqual("planned", self.state(self.row(start=1)))
        self.assertEqual("running", self.state(self.row("bob", start=0, end=56)))
        self.assertEqual("ending", self.state(self.row("other", end=55)))
        self.assertEqual("ending", self.state(self.row("partner", end=0)))
        self.assertEqual("ended", self.state(self.row("rh", end=-1)))

    def test_an_extension_takes_it_back_and_starts_nothing_anew(self):
        mission = self.mission(self.row(end=10))
        with self.heard(IMissionStarted, IMissionEnding, IMissionEnded) as told:
            self.change(mission, consultants=[*mission.consultants, self.row(start=11, end=200)])
            self.assertEqual("running", missions.record_of(mission).state)
        self.assertEqual([], told)

    def test_what_is_told(self):
        with self.heard(IMissionStarted, IMissionAnnounced) as told:
            self.mission(self.row(start=0), self.row("bob", 5, 90))
            self.mission(self.row("other"), client=self.client("Zanzibar", confidential=True))
            self.mission(self.row("partner", end=-1))
        self.assertEqual(
            ["MissionStarted", "MissionAnnounced", "MissionStarted"], [type(event).__name__ for event in told]
        )
        self.assertEqual((("ana", "bob"), "ana"), (told[0].userids, told[1].actor))


class TestQuestions(Api):
    def test_periods_and_being_free(self):
        self.assertEqual(TODAY, missions.free_from("ana"))
        mission = self.mission(
            self.row("ana", -10, 20, 60), self.row("ana", 21, 40, 30), self.row("ana", 50, 60, 50, False)
        )
        one, _two, three = missions.periods("ana")
        self.assertEqual((IUUID(mission), 60, True), (one.mission_uid, one.share, one.confirmed))
        self.assertEqual([False, 50], [three.confirmed, three.share])
        self.assertEqual(self.day(41), missions.free_from("ana"))
        self.assertEqual(self.day(21), missions.free_from("ana", share=70))
        self.assertEqual(TODAY, missions.free_from("ana", share=40))
        self.assertEqual([60, 30, 0], [missions.busy("ana", self.day(days)) for days in (0, 40, 55)])

    def test_the_history_names_who_created_it(self):
        with self.acting("direction"):
            made = missions.create_mission(actor="commerce", title="Architecte", client=self.client())
        lines, _size = missions.history(made, reader="commerce")
        self.assertEqual([("created", "commerce")], [(one.what, one.actor) for one in lines if one.what == "created"])

    def test_the_bench(self):
        self.mission(self.row("ana", -100, -15), self.row("bob", -5, 5))
        self.mission(self.row("ana", 10, 90, confirmed=False))
        found = {one.userid: one for one in missions.on_bench()}
        self.assertEqual({"ana", "colleague"}, set(found))
        self.assertEqual(
            (self.day(-14), 2, self.day(10)), (found["ana"].since, found["ana"].weeks, found["ana"].next.start)
        )
        self.assertIsNone(found["colleague"].since)
        self.assertEqual({"ana", "bob", "colleague"}, {one.userid for one in missions.on_bench(self.day(6))})

    def test_words_find_missions_and_wake_no_account(self):
        mission = self.mission(self.row("ana", -90, 40), title="Développeuse", client=self.client("Énergies"))
        self.mission(self.row("bob", -90, 40), title="Architecte", client=self.client("Zanzibar"))
        self.assertEqual(["Énergies", "Zanzibar"], [one.title for one in missions.clients()])
        with mock.patch.object(people, "account", side_effect=AssertionError("woken")):
            for text in ("ANA", "developpeuse energies", "Énergies ana"):
                found = missions.search("commerce", text=text)
                self.assertEqual([IUUID(mission)], [one.uid for one in found], text)
            self.assertEqual([], missions.search("commerce", text="ana zanzibar"))

    def test_missions_of_somebody_as_others_know_them(self):
        self.mission(self.row("ana", -90, -40), title="Passée")
        self.mission(self.row("ana", -30, 90, 50), title="En cours", place="Lyon")
        self.mission(self.row("ana", -30, 90, 30), title="Secrète", client=self.client("Zanzibar", confidential=True))
        self.mission(self.row("ana", 10, 90, 10), title="Future")
        everything = {"Passée", "En cours", "Secrète", "Future"}
        for userid in ("ana", "boss", "commerce", "finance", "rh", "direction", "siteadmin"):
            found = missions.missions_of("ana", reader=userid)
            self.assertEqual(everything, {one.title for one in found}, userid)
            self.assertTrue(all(one.whole and one.periods and one.client for one in found))
        for userid in ("bob", "colleague", "other", "animatrice", "partner"):
            found = missions.missions_of("ana", reader=userid)
            self.assertEqual(
                [("En cours", True), ("Passée", False)], [(one.title, one.running) for one in found], userid
            )
            self.assertEqual({()}, {one.periods for one in found})
            self.assertEqual({("", "", "")}, {(one.place, one.url, one.state) for one in found})
        for userid in ("cliente", "nobody"):
            self.assertEqual([], missions.missions_of("ana", reader=userid))

    def test_the_manager_of_today_finds_them(self):
        mission = self.mission()
        catalog = api.portal.get_tool("portal_catalog")
        for manager, expected in (("boss", 1), ("other", 0)):
            with self.acting(manager):
                self.assertEqual(expected, len(catalog(UID=IUUID(mission))), manager)
        people.update_account("ana", actor="rh", manager="other")
        for manager, expected in (("boss", 0), ("other", 1)):
            with self.acting(manager):
                self.assertEqual(expected, len(catalog(UID=IUUID(mission))), manager)

    def test_what_is_deleted_is_forgotten(self):
        mission = self.mission()
        uid = IUUID(mission)
        api.content.delete(mission)
        self.assertEqual(([], None), (missions.periods("ana"), missions.record(uid)))


class TestChanges(Api):
    def refused(self, error, field, verb, mission, userid="ana", **values):
        before = (mission.revision, list(mission.consultants), missions.periods(userid), missions.early_ends(mission))
        with self.assertRaises(error) as caught:
            verb(mission, userid, **({"actor": "commerce", "revision": mission.revision} | values))
        self.assertEqual(field, caught.exception.field)
        after = (mission.revision, list(mission.consultants), missions.periods(userid), missions.early_ends(mission))
        self.assertEqual(before, after)

    def do(self, verb, mission, userid="ana", *arguments, **values):
        with self.acting("commerce"):
            verb(mission, userid, *arguments, **({"actor": "commerce", "revision": mission.revision} | values))

    def test_refusals_leave_nothing_behind(self):
        mission = self.mission(self.row(end=20), self.row("bob", 1, 20, confirmed=False))
        self.mission(self.row("ana", 21, 40, 60), self.row("colleague", 0, 40, 60))
        later = self.day(30)
        for userid in ("ana", "boss", "rh", "finance", "animatrice", "cliente"):
            self.refused(errors.NotAllowed, None, missions.extend, mission, end=later, actor=userid)
        self.refused(errors.Conflict, None, missions.extend, mission, end=later, revision=0)
        self.refused(errors.Invalid, "userid", missions.extend, mission, "other", end=later)
        self.refused(errors.Invalid, "consultants", missions.extend, mission, end=self.day(20))
        self.refused(errors.Invalid, "consultants", missions.extend, mission, start=self.day(20), end=later)
        self.refused(errors.Invalid, "share", missions.extend, mission, end=later, share=101)
        self.refused(missions.Overload, "overload_accepted", missions.extend, mission, end=later)
        early = {"day": self.day(5), "reason": "Budget"}
        self.refused(errors.Conflict, None, missions.end_early, mission, **(early | {"revision": 7}))
        self.refused(errors.Invalid, "reason", missions.end_early, mission, **(early | {"reason": " "}))
        self.refused(errors.Invalid, "day", missions.end_early, mission, **(early | {"day": self.day(20)}))
        self.refused(errors.Invalid, "day", missions.end_early, mission, **(early | {"day": self.day(-31)}))
        self.refused(errors.Invalid, "day", missions.end_early, mission, "bob", **early)
        for by in ("ana", "nobody", "cliente"):
            self.refused(errors.Invalid, "by", missions.replace_by, mission, by=by, **early)
        self.refused(missions.Overload, "overload_accepted", missions.replace_by, mission, by="colleague", **early)

    def test_an_extension_is_a_new_period(self):
        mission = self.mission(self.row(end=20, share=80))
        self.do(missions.extend, mission, end=self.day(50))
        self.assertEqual(
            [(self.day(-30), self.day(20), 80), (self.day(21), self.day(50), 80)],
            [(one.start, one.end, one.share) for one in missions.periods("ana")],
        )

    def test_an_early_end_keeps_what_was_agreed(self):
        mission = self.mission(self.row(end=20), self.row(start=21, end=60))
        self.do(missions.end_early, mission, day=self.day(5), reason="Budget coupé")
        self.assertEqual([self.day(5)], [one.end for one in missions.periods("ana")])
        self.assertEqual([self.day(20), self.day(60)], [row["end"] for row in mission.consultants])
        facts = missions.early_ends(mission)
        self.assertEqual([("Budget coupé", self.day(20)), ("Budget coupé", self.day(60))],
                         [(one.reason, one.end) for one in facts])  # fmt: skip
        self.change(mission, place="Lyon")
        self.do(missions.extend, mission, start=self.day(10), end=self.day(15))
        self.assertEqual([5, 15], [(one.end - TODAY).days for one in missions.periods("ana")])

    def test_a_replacement(self):
        mission = self.mission(self.row(end=20, share=60), self.row(start=21, end=60, share=80))
        self.do(missions.replace_by, mission, "ana", "bob", day=self.day(10), reason="Congé")
        self.assertEqual([9], [(one.end - TODAY).days for one in missions.periods("ana")])
        days = [((one.start - TODAY).days, (one.end - TODAY).days, one.share) for one in missions.periods("bob")]
        self.assertEqual([(10, 20, 60), (21, 60, 80)], days)
        self.assertEqual(("ana", "bob"), missions.record_of(mission).userids)
