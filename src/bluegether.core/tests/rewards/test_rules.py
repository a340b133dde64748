"""Rules: who writes them, what is refused, versions, warnings, simulation, figures that speak of nobody."""

from bluegether.core.kit.deed import done
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.interfaces import INotice
from bluegether.core.people import api as people
from bluegether.core.rewards import api as rewards
from bluegether.core.rewards.api.masking import Figure
from bluegether.core.rewards.api.masking import table
from bluegether.core.rewards.api.rights import kept
from bluegether.core.rewards.testing import HIRED
from bluegether.core.rewards.testing import POSTED
from bluegether.core.rewards.testing import RewardsTest
from bluegether.core.testing import INTEGRATION
from datetime import date
from datetime import timedelta
from zope.component import getGlobalSiteManager


class Case(RewardsTest):
    layer = INTEGRATION

    def put(self, **values):
        """Put a rule, HIRED with these values, into the draft."""
        options = {name: values.pop(name) for name in ("key", "revision", "userid") if name in values}
        options = {"revision": kept().draft.revision, "userid": "direction"} | options
        return rewards.put_rule(HIRED | values, **options)


class TestDraft(Case):
    def test_direction_and_nobody_else_writes_rules(self):
        for userid in ("ana", "boss", "rh", "finance", "animatrice", "siteadmin", "cliente", ""):
            for verb in (rewards.start_draft, rewards.draft, rewards.simulate):
                with self.assertRaises(NotAllowed):
                    verb(userid)
        rewards.start_draft("direction")
        for userid in ("ana", "rh", "siteadmin"):
            for verb in (
                lambda who: self.put(userid=who),
                lambda who: rewards.drop_rule("x", revision=1, userid=who),
                lambda who: rewards.discard_draft(userid=who),
                lambda who: rewards.take_back_coming(userid=who),
                lambda who: rewards.publish(since=date(2026, 7, 6), note="", revision=1, userid=who),
            ):
                with self.assertRaises(NotAllowed):
                    verb(userid)

    def test_one_draft_at_a_time_and_it_can_be_thrown_away(self):
        with self.assertRaises(Missing):
            rewards.draft("direction")
        rewards.start_draft("direction")
        with self.assertRaises(Conflict):
            rewards.start_draft("direction")
        rewards.discard_draft(userid="direction")
        self.assertFalse(rewards.has_draft())

    def test_what_a_rule_may_be(self):
        rewards.start_draft("direction")
        conditions = [("profile", "is", "junior")]
        for field, values in (
            ("kind", {"kind": "no.such"}),
            ("kind", {"kind": 3}),
            ("points", {"points": 0, "amount": ""}),
            ("points", {"points": -1}),
            ("points", {"points": "1.5"}),
            ("points", {"points": True}),
            ("points", {"points": "100001"}),
            ("amount", {"amount": "1,234"}),
            ("amount", {"amount": "-1"}),
            ("amount", {"amount": "many"}),
            ("amount", {"amount": "1e99"}),
            ("cap", {"cap": "1001"}),
            ("text_fr", {"text_fr": " "}),
            ("text_en", {"text_en": "x" * 601}),
            ("conditions", {"conditions": [("other", "is", "1")]}),
            ("conditions", {"conditions": [("profile", "like", "junior")]}),
            ("conditions", {"conditions": [("profile", "is", "king")]}),
            ("conditions", {"conditions": [("days", "at_least", "soon")]}),
            ("conditions", {"conditions": ["profile"]}),
            ("conditions", {"conditions": [conditions]}),
            ("conditions", {"conditions": conditions * 6}),
        ):
            with self.assertRaises(Invalid) as refused:
                self.put(**values)
            self.assertEqual(field, refused.exception.field, values)
        self.assertEqual((), kept().draft.rules)
        rule = self.put(points=" 7 ", amount="1 234,5", conditions=conditions)
        self.assertEqual((7, 123450, "test.hired-1"), (rule.points, rule.cents, rule.key))
        with self.assertRaises(Missing):
            self.put(key="test.hired-9")

    def test_two_who_write_at_once(self):
        rewards.start_draft("direction")
        first = self.put()
        for verb in (
            lambda: self.put(revision=1),
            lambda: rewards.drop_rule(first.key, revision=1, userid="direction"),
            lambda: rewards.publish(since=date(2026, 7, 6), note="", revision=1, userid="direction"),
        ):
            with self.assertRaises(Conflict):
                verb()
        self.put(key=first.key, points=5)
        self.assertEqual([5], [rule.points for rule in kept().draft.rules])
        rewards.drop_rule(first.key, revision=3, userid="direction")
        self.assertEqual((), kept().draft.rules)


class TestVersions(Case):
    def test_never_in_the_past_never_without_rules(self):
        rewards.start_draft("direction")
        options = {"note": "", "userid": "direction"}
        with self.assertRaises(Invalid):
            rewards.publish(since=date(2026, 7, 6), revision=1, **options)
        self.put()
        for day in (date(2026, 7, 5), date(2027, 7, 8), date(2025, 1, 1)):
            with self.assertRaises(Invalid) as refused:
                rewards.publish(since=day, revision=2, **options)
            self.assertEqual("since", refused.exception.field)
        self.assertIsNone(rewards.in_force())

    def test_put_in_force_now_and_everyone_is_told(self):
        heard = []
        getGlobalSiteManager().registerHandler(heard.append, (INotice,))
        self.addCleanup(getGlobalSiteManager().unregisterHandler, heard.append, (INotice,))
        rules = self.rules(note="First rules")
        self.assertEqual(("in_force", 1, "First rules"), (rewards.state_of(rules), rules.number, rules.note))
        self.assertEqual(self.clock.moment, rules.since)
        self.assertEqual(["rewards.rules"], [one.kind for one in heard])

    def test_the_earlier_version_stays_as_it_was(self):
        first = self.rules()
        self.clock.pass_days(1)
        second = self.rules(HIRED | {"points": 7})
        self.assertEqual(["in_force", "earlier"], [rewards.state_of(one) for one in rewards.versions()])
        self.assertEqual([100, 10], [rule.points for rule in rewards.version(1).rules])
        self.assertEqual((second.since, None), (rewards.ends(first), rewards.ends(second)))
        self.assertIs(first, rewards.in_force(self.clock.moment - timedelta(seconds=1)))
        self.assertIsNone(rewards.in_force(first.since - timedelta(seconds=1)))
        with self.assertRaises(Missing):
            rewards.version(3)
        self.assertEqual("test.hired-2", second.rules[0].key, "a new rule is not taken for the one before")

    def test_a_later_date(self):
        self.rules()
        coming = self.rules(HIRED | {"points": 7}, since=date(2026, 8, 1))
        self.assertEqual("coming", rewards.state_of(coming))
        self.hire("before")
        with self.assertRaises(Conflict):
            self.rules()
        rewards.discard_draft(userid="direction")
        self.clock.pass_days(30)
        self.hire("after")
        self.assertEqual("in_force", rewards.state_of(coming))
        self.assertEqual([7, 100], self.points())
        with self.assertRaises(Conflict):
            rewards.take_back_coming(userid="direction")

    def test_what_is_to_come_can_be_taken_back(self):
        self.rules()
        coming = self.rules(since=date(2026, 8, 1))
        rewards.take_back_coming(userid="direction")
        self.assertEqual(("draft", [1]), (rewards.state_of(coming), [one.number for one in rewards.versions()]))
        self.clock.pass_days(60)
        self.hire()
        self.assertEqual(1, rewards.ledger("ana").lines[0].entry.version)


class TestCautions(Case):
    def codes(self, *rules):
        draft = rewards.start_draft("direction")
        for values in rules:
            rewards.put_rule(values, revision=draft.revision, userid="direction")
        found = [(one.code, one.keys) for one in rewards.warnings(draft)]
        rewards.discard_draft(userid="direction")
        return found

    def test_what_pays_twice(self):
        overlap = [("overlap", ("test.hired-1", "test.hired-2"))]

        def pair(one, other):
            return self.codes(HIRED | {"conditions": one}, HIRED | {"conditions": other})

        senior = [("profile", "is", "senior")]
        self.assertEqual(overlap, pair([], []))
        self.assertEqual(overlap, pair([], senior))
        self.assertEqual(overlap, pair(senior, [("days", "at_least", "3")]))
        self.assertEqual(overlap, pair([("days", "at_least", "3")], [("days", "at_most", "3")]))
        self.assertEqual([], pair([("days", "at_least", "4")], [("days", "at_most", "3")]))
        self.assertEqual([], pair(senior, [("profile", "is", "junior")]))
        self.assertEqual([], pair([("profile", "is_not", "senior")], senior))
        self.assertEqual([], pair([("days", "is", "3")], [("days", "at_least", "4")]))
        self.assertEqual([], self.codes(HIRED, POSTED))

    def test_what_its_room_pays_already(self):
        self.assertEqual([("paid_by_room", ("test.posted-1",))], self.codes(POSTED | {"amount": "5"}))

    def test_warnings_must_be_confirmed(self):
        with self.assertRaises(Conflict) as refused:
            self.rules(HIRED, HIRED, confirmed=False)
        self.assertEqual("confirmed", refused.exception.field)
        self.assertIsNone(rewards.in_force())
        rewards.discard_draft(userid="direction")
        rules = self.rules(HIRED, HIRED)
        self.assertEqual(["overlap"], [one.code for one in rules.confirmed])


class TestFigures(Case):
    """Five people are hired for by ana, bob, cleo, dan and eve; ana alone posts."""

    def setUp(self):
        super().setUp()
        self.rules()
        for userid in ("ana", "bob", "cleo", "dan", "eve"):
            self.hire(userid, userid=userid)
        self.post()

    def test_the_running_quarter_is_not_published(self):
        self.assertEqual([], rewards.quarters())
        self.assertIsNone(rewards.paid("2026-3").total)
        self.assertIsNone(rewards.by_unit("2026-3").total)

    def test_small_rows_are_put_together_so_that_nothing_can_be_told_by_subtraction(self):
        self.clock.pass_days(90)
        self.assertEqual(["2026-3"], rewards.quarters())
        paid = rewards.paid("2026-3")
        self.assertEqual(((), 5), (paid.rows, len(paid.others.people)))
        self.assertEqual((510, 6), paid.others.numbers)
        units = rewards.by_unit("2026-3")
        self.assertEqual(((), (510, 6)), (units.rows, units.others.numbers))
        self.assertEqual((250000, 5), rewards.paid_amounts("2026-3").total.numbers)

    def test_a_row_about_five_people_is_shown(self):
        for userid in ("bob", "cleo", "dan", "eve"):
            self.post(userid, userid=userid)
        self.clock.pass_days(90)
        paid = rewards.paid("2026-3")
        self.assertIsNone(paid.others)
        self.assertEqual([(1, "test.hired-1"), (1, "test.posted-1")], [row.key for row in paid.rows])
        self.assertEqual([(500, 5), (50, 5)], [row.numbers for row in paid.rows])
        self.assertEqual((550, 10), paid.total.numbers)

    def test_an_amount_that_one_alone_got_is_not_told_among_the_points_of_five(self):
        self.clock.pass_days(90)
        self.rules(HIRED | {"amount": ""}, HIRED | {"conditions": [("profile", "is", "senior")], "points": 0})
        for userid in ("ana", "bob", "cleo", "dan", "eve"):
            self.hire("autumn", userid=userid, profile="senior" if userid == "ana" else "junior")
        self.clock.pass_days(90)
        self.assertEqual((500, 5), rewards.paid("2026-4").total.numbers)
        amounts = rewards.paid_amounts("2026-4")
        self.assertEqual(((), None, None), (amounts.rows, amounts.others, amounts.total))
        self.assertTrue(rewards.has_amounts("2026-4"))
        rewards.start_draft("direction")
        found = rewards.simulate("direction")
        self.assertEqual((5,), found.kinds["deeds"].total.numbers)
        self.assertIsNone(found.kinds["cents"].total)

    def test_masking(self):
        def row(key, *who):
            return Figure(key, frozenset(who), (len(who),))

        few = table([row("a", 1, 2), row("b", 3)])
        self.assertEqual(((), None, None), (few.rows, few.others, few.total))
        found = table([row("a", *range(9)), row("b", *range(20, 26)), row("c", 20)])
        self.assertEqual((["a"], (7,), (16,)), ([r.key for r in found.rows], found.others.numbers, found.total.numbers))
        found = table([row("a", *range(9)), row("b", 10, 11), row("c", 12, 13, 14)])
        self.assertEqual((["a"], (5,)), ([r.key for r in found.rows], found.others.numbers))
        self.assertEqual(((), None, None), (table([]).rows, table([]).others, table([]).total))

    def test_simulation(self):
        with self.assertRaises(Missing):
            rewards.simulate("direction")
        done("test.hired", "ana", thing="undone", values={"profile": "senior"})
        done("test.hired", "bob", thing="undone")
        for userid in ("ana", "bob"):
            reference = rewards.reference(rewards.ledger(userid).lines[0].entry)
            rewards.reverse(reference, "Error", userid="rh")
        for userid in ("ana", "bob", "cleo", "dan", "eve"):
            for number in range(4):
                self.post(f"{userid} {number}", userid=userid)
        self.clock.pass_days(90)
        self.hire("this quarter")
        before = [rewards.balance(userid) for userid in ("ana", "bob", "direction")]
        draft = rewards.start_draft("direction")
        for rule in draft.rules:
            rewards.drop_rule(rule.key, revision=draft.revision, userid="direction")
        for values in (HIRED | {"points": 50, "amount": ""}, POSTED | {"cap": 3}):
            rewards.put_rule(values, revision=draft.revision, userid="direction")
        found = rewards.simulate("direction")
        self.assertEqual("2026-3", found.quarter)
        rows = {name: {row.key: row.numbers[0] for row in table.rows} for name, table in found.kinds.items()}
        hired = {name: numbers.get("test.hired", 0) for name, numbers in rows.items()}
        posted = {name: numbers.get("test.posted", 0) for name, numbers in rows.items()}
        self.assertEqual([5, 500, 250000, 250, 0], list(hired.values()))
        self.assertEqual([21, 100, 0, 150, 0], list(posted.values()))
        self.assertEqual((600,), found.units["points"].total.numbers)
        self.assertEqual((), found.units["points"].rows, "Lyon has four, Paris one")
        self.assertEqual(before, [rewards.balance(userid) for userid in ("ana", "bob", "direction")])


class TestBoard(Case):
    def setUp(self):
        super().setUp()
        self.rules()
        for userid, times in (("ana", 1), ("bob", 2), ("cleo", 1), ("dan", 3)):
            for number in range(times):
                self.hire(str(number), userid=userid)

    def names(self, quarter=""):
        return [(one.place, one.userid, one.points) for one in rewards.board(quarter)]

    def test_nobody_is_on_it_who_did_not_choose_it(self):
        self.assertEqual([], self.names())
        with self.assertRaises(NotAllowed):
            rewards.join_board("cliente")
        for userid in ("ana", "ana", "bob", "cleo"):
            rewards.join_board(userid)
        self.assertEqual([200, 100, 100], [points for _place, _userid, points in self.names()])
        self.assertEqual([1, 2, 2], [place for place, _userid, _points in self.names()])
        self.hire("more")
        self.hire("again")
        self.assertEqual((1, "ana", 300), self.names()[0])

    def test_off_at_once_in_every_quarter(self):
        rewards.join_board("ana")
        self.clock.pass_days(90)
        self.hire("autumn")
        self.assertEqual([[(1, "ana", 100)]] * 2, [self.names(), self.names("2026-3")])
        rewards.leave_board("ana")
        rewards.leave_board("bob")
        self.assertEqual([[], []], [self.names(), self.names("2026-3")])
        self.assertFalse(rewards.is_listed("ana"))

    def test_who_left_is_not_shown(self):
        rewards.join_board("ana")
        rewards.join_board("bob")
        people.suspend("bob", until=self.clock.moment + timedelta(days=9), reason="x", actor="rh")
        self.assertEqual([(1, "ana", 100)], self.names())
