"""Ranking and explaining: refusals, each rule of the score by a table of cases, what must not leak, the records."""

from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.matching import api as matching
from bluegether.core.matching.testing import ASKED
from bluegether.core.matching.testing import MatchingTest
from bluegether.core.matching.testing import SAYS
from bluegether.core.missions import api as missions
from bluegether.core.people import api as people
from bluegether.core.skills import api as skills
from bluegether.core.testing import INTEGRATION
from dataclasses import replace
from datetime import date
from datetime import timedelta
from plone import api
from zope.i18n import translate


class ApiTest(MatchingTest):
    layer = INTEGRATION

    def match(self, userid="ana", reader="rh", **changed):
        return matching.explain(replace(ASKED, **changed), userid, reader=reader)

    def ranked(self, reader="commerce", **changed) -> list[str]:
        return [one.userid for one in matching.rank(replace(ASKED, **changed), reader=reader).rows]

    def value(self, match, name: str):
        return {part.name: round(part.value, 3) for part in match.parts}.get(name)


class TestRefusals(ApiTest):
    def test_who_may_not_rank(self):
        self.says_all("ana")
        for reader in ("bob", "ana", "cliente", "", "nobody"):
            with self.subTest(reader), self.assertRaises(NotAllowed):
                matching.rank(ASKED, reader=reader)
        with self.assertRaises(NotAllowed):
            matching.explain(ASKED, "ana", reader="bob")
        self.assertEqual("ana", matching.explain(ASKED, "ana", reader="ana").userid)

    def test_requirements_that_make_no_sense(self):
        for field, changed in (
            ("required", {"required": (("python", 5),)}),
            ("welcome", {"welcome": (("python", 0),)}),
            ("required", {"required": (("python", 1),) * 31}),
            ("end", {"end": date(2026, 11, 30)}),
            ("share", {"share": 0}),
            ("share", {"share": 101}),
            ("remote", {"remote": "moon"}),
            ("hard", {"hard": ("age",)}),
        ):
            with self.subTest(field, **changed):
                for verb in (self.match, self.ranked, lambda **more: matching.keep("n1", replace(ASKED, **more))):
                    with self.assertRaises(Invalid) as caught:
                        verb(**changed)
                    self.assertEqual(field, caught.exception.field)
        self.assertIsNone(matching.requirement("n1"))

    def test_bad_limits_and_cursors(self):
        for field, values in (
            ("limit", {"limit": 0}),
            ("limit", {"limit": 101}),
            ("cursor", {"cursor": "x"}),
            ("cursor", {"cursor": "9999:ana"}),
            ("cursor", {"cursor": "5:<b>"}),
        ):
            with self.subTest(**values), self.assertRaises(Invalid) as caught:
                matching.rank(ASKED, reader="commerce", **values)
            self.assertEqual(field, caught.exception.field)

    def test_nobody(self):
        for userid in ("nobody", "cliente", ""):
            with self.subTest(userid), self.assertRaises(Missing):
                matching.explain(ASKED, userid, reader="rh")


# What is changed in what Ana says (by group), in what is asked or set; the part that it concerns, its value, the score.
# Unchanged: 50 of 50 for the skills, 0 of 10 for Cobol, 20 + 5 + 5, wishes (1/3 + 1 + 1) / 3 of 5, 5 for freshness.
SAME = 89
LATE = date(2026, 12, 31)
BELOW = [("helm", 4), ("python", 4)]
NOTHING = {f"weight_{name}": 0 for name in matching.TITLES}
CASES = (
    ("nothing", {}, "skills", 1, SAME),
    ("more than asked for", {"skills": {"skills": [("kubernetes", 4), ("python", 4)]}}, "skills", 1, SAME),
    ("a level less", {"skills": {"skills": [("kubernetes", 2), ("python", 4)]}}, "skills", 0.833, 81),
    ("one missing", {"skills": {"skills": [("python", 4)]}}, "skills", 0.5, 64),
    ("the other missing", {"skills": {"skills": [("kubernetes", 4)]}}, "skills", 0.5, 64),
    ("an expert below", {"skills": {"skills": BELOW}}, "skills", 1, SAME),
    ("advanced below", {"skills": {"skills": [("helm", 3), ("python", 4)]}}, "skills", 0.875, 83),
    ("the one above", {"skills": {"skills": [("cloud", 4), ("python", 4)]}}, "skills", 0.5, 64),
    ("a welcome one", {"skills": {"skills": [("kubernetes", 3), ("python", 4), ("cobol", 4)]}}, "welcome", 1, 99),
    ("half of it", {"skills": {"skills": [("kubernetes", 3), ("python", 4), ("cobol", 1)]}}, "welcome", 0.5, 94),
    ("free on the day", {"availability": {"available_from": date(2026, 12, 1)}}, "start", 1, SAME),
    ("thirty days late", {"availability": {"available_from": LATE}}, "start", 0.5, 79),
    ("far too late", {"availability": {"available_from": date(2027, 3, 1)}}, "start", 0, 69),
    ("half of the time", {"availability": {"available_share": 50}}, "start", 0.5, 79),
    ("late, and half", {"availability": {"available_share": 50, "available_from": LATE}}, "start", 0.25, 74),
    ("no time", {"availability": {"available_share": 0}}, "start", 0, 69),
    ("no date said", {"availability": {"available_from": None}}, "start", 0.5, 79),
    ("elsewhere", {"availability": {"available_places": ["Lyon"]}}, "place", 0, 84),
    ("around it", {"availability": {"available_places": ["Nantes Métropole"]}}, "place", 1, SAME),
    ("not that word", {"availability": {"available_places": ["Nanterre"]}}, "place", 0, 84),
    ("lives there", {"availability": {"available_places": []}, "contact": {"city": "nantes"}}, "place", 1, SAME),
    ("no place said", {"availability": {"available_places": []}, "contact": {"city": ""}}, "place", 0.5, 86),
    ("wants to stay at home", {"availability": {"remote": "full"}}, "remote", 0.5, 86),
    ("comes every day", {"availability": {"remote": "no"}}, "remote", 1, SAME),
    ("remote not said", {"availability": {"remote": None}}, "remote", 0.5, 86),
    ("no wish", {"wishes": {"wish_skills": [], "wish_sectors": [], "wish_places": []}}, "wishes", 0.5, 88),
    ("another sector", {"wishes": {"wish_sectors": ["Industrie"]}}, "wishes", 0.444, 87),
    ("wishes one below", {"wishes": {"wish_skills": ["helm"]}}, "wishes", 0.778, SAME),
    ("wishes something else", {"wishes": {"wish_skills": ["langages"]}}, "wishes", 0.667, 88),
    ("wishes to start later", {"wishes": {"wish_date": LATE}}, "wishes", 0.708, SAME),
    ("wholly remote asked", {"asked": {"remote": "full"}}, "place", None, 88),
    ("no skill asked", {"asked": {"required": ()}}, "skills", None, 77),
    ("no welcome one asked", {"asked": {"welcome": ()}}, "welcome", None, 99),
    ("no place asked", {"asked": {"places": ()}}, "place", None, 88),
    ("remote not asked", {"asked": {"remote": ""}}, "remote", None, 88),
    ("half of the time asked", {"asked": {"share": 50}}, "start", 1, SAME),
    ("asked in capitals", {"asked": {"places": ("NANTES",)}}, "place", 1, SAME),
    ("twice the same skill", {"asked": {"required": (("python", 1), *ASKED.required)}}, "skills", 1, SAME),
    ("a skill that is no more", {"asked": {"required": (*ASKED.required, ("gone", 3))}}, "skills", 1, SAME),
    ("nothing below counts", {"set": {"near_share": 0}, "skills": {"skills": BELOW}}, "skills", 0.5, 64),
    ("welcome ones count more", {"set": {"weight_welcome": 50}}, "welcome", 0, 63),
    ("only freshness counts", {"set": NOTHING | {"weight_freshness": 5}}, "freshness", 1, 100),
    ("nothing counts", {"set": NOTHING}, "skills", 1, 0),
    ("late sooner", {"set": {"late_days": 40}, "availability": {"available_from": LATE}}, "start", 0.25, 74),
)


class TestScore(ApiTest):
    def test_table_of_cases(self):
        """One fact is changed per row; what a row sets is in force for that row only."""
        usual = {name: getattr(matching.settings(), name) for name in ("late_days",)}
        weights = {f"weight_{name}": weight for name, weight in matching.settings().weights.items()}
        for what, changed, part, value, score in CASES:
            with self.subTest(what):
                self.weigh(**(weights | usual | {"near_share": 75} | changed.get("set", {})))
                self.says_all("ana", **{"wishes": {"wish_date": None}} | changed)
                match = self.match(**changed.get("asked", {}))
                self.assertEqual((value, score), (self.value(match, part), match.score))

    def test_freshness(self):
        self.says_all("ana")
        for days, value, score in ((180, 1, 89), (450, 0.5, 86), (720, 0, 84), (3000, 0, 84)):
            with self.subTest(days):
                self.clock.pass_days(-days)
                matching.refresh("ana")
                self.clock.pass_days(days)
                match = self.match()
                self.assertEqual((value, score), (self.value(match, "freshness"), match.score))

    def test_skills_that_somebody_wants_to_use_again(self):
        self.says_all("ana")
        rows = [self.row("kubernetes", 3, again=True), self.row("python", 4)]
        people.update_profile(people.person("ana"), "skills", {"skills": rows}, actor="ana")
        self.assertEqual(0.889, self.value(self.match(), "wishes"))

    def test_a_start_in_the_past_is_today(self):
        self.says_all("ana", availability={"available_from": date(2026, 11, 2)})
        self.assertEqual(1, self.value(self.match(start=date(2026, 1, 1)), "start"))

    def test_missing_skills_come_first_and_each_row_is_told(self):
        self.says_all("ana", skills={"skills": [("python", 2), ("helm", 2)]})
        match = self.match(required=(("python", 3), ("kubernetes", 3), ("cobol", 1)), welcome=())
        self.assertEqual(["kubernetes", "cobol", "python"], [fit.skill_id for fit in match.missing])
        self.assertEqual([True, True, False], [fit.missing for fit in match.missing])
        fits = {fit.skill_id: (fit.asked, fit.own, fit.near, fit.counted) for fit in match.skills}
        self.assertEqual((3, 0, 2, 1.5), fits["kubernetes"])
        self.assertEqual((3, 2, 0, 2), fits["python"])

    def test_every_part_has_a_reason_in_french_and_english(self):
        self.says_all("ana")
        parts = self.match().parts
        for language, first in (("fr", "Compétences requises"), ("en", "Required skills")):
            texts = [translate(part.title, target_language=language) for part in parts]
            self.assertEqual((first, 7), (texts[0], len(set(texts))))
            self.assertTrue(all(translate(part.why, target_language=language) for part in parts))
        self.assertEqual(SAME, round(sum(part.weight * part.value for part in parts)))


class TestHard(ApiTest):
    def setUp(self):
        super().setUp()
        self.says_all("ana")

    def test_not_met(self):
        for name, changed in (
            ("skills", {"skills": {"skills": [("python", 4)]}}),
            ("start", {"availability": {"available_from": date(2026, 12, 2)}}),
            ("start", {"availability": {"available_share": 80}}),
            ("start", {"availability": {"available_share": 0}}),
            ("place", {"availability": {"available_places": ["Lyon"]}}),
        ):
            with self.subTest(name, **changed):
                self.says_all("ana", **changed)
                found = matching.rank(replace(ASKED, hard=(name,)), reader="commerce")
                self.assertEqual(([], 0, 1), ([one.userid for one in found.rows], found.total, found.excluded_total))
                self.assertEqual([name], [one.name for one in found.excluded[0].excluded_by])
                self.assertTrue(found.excluded[0].excluded_by[0].why)
                self.assertEqual(["ana"], self.ranked())
        self.says_all("ana", availability={"remote": "full"})
        found = matching.rank(replace(ASKED, hard=("remote",), remote="no"), reader="commerce")
        self.assertEqual((0, 1), (found.total, found.excluded_total))

    def test_met_or_not_known(self):
        hard = {"hard": ("skills", "start", "place", "remote")}
        self.assertEqual(["ana"], self.ranked(**hard))
        unknown = {"available_from": None, "available_places": [], "remote": None}
        self.says_all("ana", availability=unknown, contact={"city": ""})
        self.assertEqual(["ana"], self.ranked(**hard))


class TestRanking(ApiTest):
    def test_order_pages_and_who_is_no_candidate(self):
        for number in range(5):
            self.person(f"same{number}")
            self.says_all(f"same{number}")
        self.says_all("ana", skills={"skills": [("kubernetes", 3), ("python", 4), ("cobol", 2)]})
        self.says_all("bob", skills={"skills": [("cobol", 4)]})
        self.says_all("direction")
        expected = ["ana", *(f"same{number}" for number in range(5))]
        self.assertEqual(expected, self.ranked())
        found, cursor = [], ""
        for size in (2, 2, 2):
            page = matching.rank(ASKED, reader="commerce", limit=size, cursor=cursor)
            self.assertEqual(6, page.total)
            found += [one.userid for one in page.rows]
            cursor = page.cursor
        self.assertEqual((expected, ""), (found, cursor))

    def test_everybody_is_a_candidate_when_no_skill_is_asked(self):
        self.says_all("ana")
        self.assertEqual(["ana", "bob"], self.ranked(required=(), welcome=()))

    def test_wakes_no_profile(self):
        self.says_all("ana")
        matching.keep("n1", ASKED)
        original, people.person = people.person, None
        try:
            self.assertEqual(["ana"], self.ranked())
            self.assertEqual(["n1"], [uid for uid, _match in matching.needs_for("ana", 5)])
        finally:
            people.person = original


class TestNeedsForMe(ApiTest):
    def setUp(self):
        super().setUp()
        self.says_all("ana", "me")
        matching.keep("good", ASKED)
        matching.keep("worse", replace(ASKED, required=(*ASKED.required, ("cobol", 4)), welcome=()))
        matching.keep("none", replace(ASKED, required=(("cobol", 1),)))
        matching.keep("hard", replace(ASKED, places=("Lyon",), hard=("place",)))

    def test_all_of_ones_own_counts(self):
        found = matching.needs_for("ana", 10)
        self.assertEqual(["good", "worse"], [uid for uid, _match in found])
        self.assertEqual(found[0][1], matching.explain(ASKED, "ana", reader="ana"))
        self.assertEqual(SAME, found[0][1].score)
        self.assertEqual(["good"], [uid for uid, _match in matching.needs_for("ana", 1)])

    def test_only_those_that_may_be_seen(self):
        asked = []
        found = matching.needs_for("ana", 1, only=lambda uid: asked.append(uid) or uid == "worse")
        self.assertEqual((["worse"], ["good", "worse"]), ([uid for uid, _match in found], asked))

    def test_dropped_changed_and_nobody(self):
        matching.drop("good")
        matching.drop("unknown")
        matching.keep("worse", replace(ASKED, required=(("cobol", 1),)))
        self.assertEqual([], matching.needs_for("ana", 10))
        for userid in ("cliente", "nobody", ""):
            self.assertEqual([], matching.needs_for(userid, 10))
        people.suspend("ana", until=self.clock.now() + timedelta(days=9), reason="x", actor="rh")
        matching.keep("good", ASKED)
        self.assertEqual([], matching.needs_for("ana", 10))


# Group of fields -> two contents that give different scores.
SECRETS = {
    "skills": ({"skills": [("kubernetes", 3), ("python", 3)]}, {"skills": [("python", 1)]}),
    "availability": (
        SAYS["availability"],
        {"available_from": date(2027, 9, 1), "available_share": 20, "available_places": ["Lyon"], "remote": "full"},
    ),
    "wishes": (
        {"wish_skills": ["python"], "wish_sectors": ["Banque"], "wish_places": ["Nantes"]},
        {"wish_skills": ["langages"], "wish_sectors": ["Jeux"], "wish_places": ["Lyon"], "wish_date": date(2028, 1, 1)},
    ),
    "contact": ({"city": "Nantes"}, {"city": "Lyon"}),
}
HARD = ("skills", "start", "place", "remote")


class TestLeaks(ApiTest):
    """What is hidden from a reader changes nothing of what the reader gets: the data are made first, then changed."""

    def setUp(self):
        super().setUp()
        self.says_all("bob")

    def seen(self, reader: str) -> tuple:
        """Return all that a reader can learn: rankings with and without hard criteria, and an explanation."""
        asked = (ASKED, replace(ASKED, hard=HARD), replace(ASKED, required=()))
        found = [matching.rank(one, reader=reader) for one in asked]
        matches = [match for one in found for match in (*one.rows, *one.excluded)]
        own = matching.explain(ASKED, "ana", reader=reader)
        return found, own, [self.texts(match) for match in (*matches, own)]

    def texts(self, match) -> list[str]:
        """Return every reason as it is read; equal messages may speak of different things."""
        return [translate(one.why) for one in (*match.parts, *match.excluded_by)]

    def both(self, group: str, audience: str, reader: str) -> tuple:
        """Return what the reader gets with the one and with the other content of a group."""
        found = []
        for content in SECRETS[group]:
            self.says_all("ana", **({} if group != "contact" else {"availability": {"available_places": []}}))
            self.says("ana", group, audience, **content)
            found.append(self.seen(reader))
        return tuple(found)

    def test_hidden_from_sales(self):
        for group in SECRETS:
            for audience in ("me", "unit"):
                with self.subTest(group, audience=audience):
                    one, other = self.both(group, audience, "commerce")
                    self.assertEqual(one, other)

    def test_hidden_from_direction(self):
        for group in SECRETS:
            with self.subTest(group):
                one, other = self.both(group, "business", "direction")
                self.assertEqual(one, other)

    def test_the_same_contents_are_seen_by_who_may(self):
        for group in SECRETS:
            for audience, reader in (("me", "rh"), ("business", "commerce"), ("everyone", "direction")):
                with self.subTest(group, audience=audience):
                    one, other = self.both(group, audience, reader)
                    self.assertNotEqual(one, other)

    def test_the_unit_sees_what_is_for_the_unit(self):
        self.portal.acl_users.userFolderEditUser("commerce", None, ["Member", "Sales Referent"], [])
        people.update_account("commerce", unit="data", actor="rh")
        one, other = self.both("availability", "unit", "commerce")
        self.assertNotEqual(one, other)

    def test_what_is_hidden_looks_like_what_was_never_said(self):
        self.says_all("ana")
        self.says("ana", "availability", "me", **SECRETS["availability"][1])
        hidden = self.seen("commerce")
        nothing = {"available_from": None, "available_share": None, "available_places": [], "remote": None}
        self.says("ana", "availability", "everyone", **nothing)
        self.assertEqual(hidden, self.seen("commerce"))

    def test_hidden_skills_tell_no_freshness(self):
        self.says_all("ana")
        self.says("ana", "skills", "me", skills=[("python", 3)])
        before = self.seen("commerce")
        self.clock.pass_days(-500)
        matching.refresh("ana")
        self.clock.pass_days(500)
        self.assertEqual(before, self.seen("commerce"))
        self.assertEqual(["bob"], self.ranked())

    def test_a_group_that_the_company_closes_is_closed_at_once(self):
        self.says_all("ana")
        self.set("availability_audiences", ("business", "me"))
        self.set("availability_default", "me")
        matching.rebuild()
        self.assertEqual(0.5, self.value(self.match(reader="commerce"), "start"))

    def test_clients_left_suspended_and_erased_never_appear(self):
        for userid in ("ana", "left", "gone", "away"):
            if userid != "ana":
                self.person(userid)
            self.says_all(userid)
        self.assertEqual(["ana", "away", "bob", "gone", "left"], self.ranked())
        people.suspend("away", until=self.clock.now() + timedelta(days=9), reason="x", actor="rh")
        people.end_access("left", when=self.clock.now(), actor="rh")
        people.erase("gone", actor="rh")
        people.update_account("bob", kind="client", actor="rh")
        for asked in (ASKED, replace(ASKED, required=()), replace(ASKED, hard=HARD)):
            found = matching.rank(asked, reader="rh")
            self.assertEqual((["ana"], 1, 0), ([one.userid for one in found.rows], found.total, found.excluded_total))
        people.resume("away", actor="rh")
        self.assertEqual(["ana", "away"], self.ranked())


class TestRecords(ApiTest):
    def test_a_merge_of_skills_changes_people_and_needs(self):
        skills.add({"fr": "K8s"}, skill_id="k8s", actor="")
        self.says_all("ana", skills={"skills": [("k8s", 3), ("python", 3)]}, wishes={"wish_skills": ["k8s"]})
        matching.keep("n1", replace(ASKED, welcome=(("k8s", 2),)))
        self.assertEqual(0.5, self.value(self.match(), "skills"))
        skills.merge("k8s", "kubernetes", actor="")
        self.assertEqual(1, self.value(self.match(), "skills"))
        kept = matching.requirement("n1")
        self.assertEqual((ASKED.required, ()), (kept.required, kept.welcome))
        self.assertEqual(["ana"], matching.naming_skill("kubernetes"))

    def test_a_rebuild_makes_the_same_again(self):
        self.says_all("ana", "unit")
        self.says_all("bob")
        before = dict(matching.records())
        self.assertEqual({"ana", "bob", "commerce", "rh", "direction"}, set(before))
        self.assertEqual(5, matching.rebuild())
        self.assertEqual(before, dict(matching.records()))

    def test_a_confirmed_profile_is_fresh(self):
        self.says_all("ana")
        self.clock.pass_days(700)
        stale = self.value(self.match(), "freshness")
        matching.refresh("ana")
        self.assertEqual((0.037, 1), (stale, self.value(self.match(), "freshness")))


class TestMissions(ApiTest):
    """Confirmed periods count, forecasts are shown apart; a change of a mission is known at once."""

    def setUp(self):
        super().setUp()
        self.says_all("ana")

    def work(self, *rows):
        """Let Ana work on missions: (first day, last day, share, confirmed)."""
        with api.env.adopt_user(username="commerce"):
            client = missions.create_client(actor="commerce", title="Banque").UID()
            days = [
                {"userid": "ana", "start": start, "end": end, "share": share, "confirmed": confirmed}
                for start, end, share, confirmed in rows
            ]
            return missions.create_mission(actor="commerce", title="Data", client=client, consultants=days)

    def test_a_confirmed_period_makes_late(self):
        for reader in ("commerce", "direction", "ana"):
            self.assertEqual(1, self.value(self.match(reader=reader), "start"))
        mission = self.work((date(2026, 11, 2), date(2026, 12, 30), 100, True))
        for reader in ("commerce", "direction", "ana"):
            self.assertEqual(0.5, self.value(self.match(reader=reader), "start"))
        self.assertEqual(1, self.value(self.match(share=100, start=date(2027, 1, 1)), "start"))
        with api.env.adopt_roles(["Manager"]):
            api.content.delete(mission)
        self.assertEqual(1, self.value(self.match(), "start"))

    def test_half_of_the_time_is_enough_for_half(self):
        self.work((date(2026, 11, 2), date(2027, 12, 31), 50, True))
        self.assertEqual((0, 1), tuple(self.value(self.match(share=share), "start") for share in (100, 50)))

    def test_a_forecast_is_shown_and_does_not_count(self):
        self.work((date(2026, 12, 15), date(2027, 3, 31), 60, False), (date(2028, 1, 1), date(2028, 3, 1), 60, False))
        match = self.match(reader="commerce", hard=("start",))
        self.assertEqual((1, ()), (self.value(match, "start"), match.excluded_by))
        self.assertEqual([(date(2026, 12, 15), 60)], [(one.start, one.share) for one in match.forecast])

    def test_who_sees_no_missions_learns_nothing_of_them(self):
        reader = matching.reader_of("bob")
        before = reader.sees("ana", matching.records()["ana"])
        self.work((date(2026, 11, 2), date(2027, 12, 31), 100, True))
        self.assertTrue(matching.records()["ana"].periods)
        self.assertEqual(before, reader.sees("ana", matching.records()["ana"]))
        self.assertEqual(matching.records()["ana"], matching.reader_of("ana").sees("ana", matching.records()["ana"]))
