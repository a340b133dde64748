"""The ledger: what deeds earn, once; caps; versions; undone and reversed; chains and sums that always hold."""

from bluegether.core.kit.chain import faults
from bluegether.core.kit.deed import done
from bluegether.core.kit.deed import undone
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.interfaces import INotice
from bluegether.core.kit.interfaces import INoticeKind
from bluegether.core.people import api as people
from bluegether.core.rewards import api as rewards
from bluegether.core.rewards.api.reading import book_of
from bluegether.core.rewards.api.rights import kept
from bluegether.core.rewards.testing import HIRED
from bluegether.core.rewards.testing import POSTED
from bluegether.core.rewards.testing import RewardsTest
from bluegether.core.testing import INTEGRATION
from datetime import timedelta
from random import Random
from zope.component import getAdapter
from zope.component import getGlobalSiteManager


class Case(RewardsTest):
    layer = INTEGRATION

    def setUp(self):
        super().setUp()
        self.heard = []
        registry = getGlobalSiteManager()
        registry.registerHandler(self.heard.append, (INotice,))
        self.addCleanup(registry.unregisterHandler, self.heard.append, (INotice,))

    def said(self, userid="ana"):
        """Return what this person was told, in the order of telling."""
        found = []
        for notice in self.heard:
            if userid in notice.recipients:
                said = getAdapter(self.portal, INoticeKind, name=notice.kind).describe(notice.thing, userid, [])
                found.append((notice.kind, str(said.text), dict(said.text.mapping or {})))
        return found


class TestDeeds(Case):
    def test_nothing_is_earned_without_rules_but_all_is_logged(self):
        self.hire()
        self.assertEqual((0, []), (rewards.balance("ana"), self.points()))
        self.assertEqual("held", book_of("ana").deeds["test.hired", "one"].state)
        self.rules()
        self.hire()
        self.assertEqual([], self.points(), "a deed of before is not paid by later rules, told again or not")

    def test_an_entry_names_its_rule_version_deed_and_time(self):
        rules = self.rules()
        self.hire(profile="senior")
        (line,) = rewards.ledger("ana").lines
        entry = line.entry
        self.assertEqual((100, 50000, "deed", ""), (entry.points, entry.cents, entry.act, entry.why))
        self.assertEqual(("test.hired", "one"), (entry.kind, entry.thing))
        self.assertEqual((rules.number, "test.hired-1"), (entry.version, entry.rule))
        self.assertEqual("A hire", line.rule.text_en)
        self.assertEqual(("Hired: one", self.portal.absolute_url() + "/hired"), (line.text, line.url))
        self.assertEqual((100, 50000), (rewards.balance("ana"), rewards.earned_cents("ana")))
        self.assertEqual(self.clock.moment.isoformat(), entry.happened)

    def test_the_same_deed_is_paid_once(self):
        self.rules()
        for _time in range(3):
            self.hire()
        self.hire(userid="bob")
        self.assertEqual(([100], [100]), (self.points(), self.points("bob")))

    def test_clients_and_strangers_earn_nothing(self):
        self.rules()
        for userid in ("cliente", "nobody", ""):
            self.hire(userid=userid)
            self.assertEqual([], self.points(userid))
        self.hire(userid="partner")
        self.assertEqual([100], self.points("partner"))

    def test_the_cap_of_a_month(self):
        self.rules()
        for number in range(4):
            self.post(str(number))
        self.assertEqual([0, 0, 10, 10], self.points())
        self.assertEqual(["cap", "cap", "", ""], [one.entry.why for one in rewards.ledger("ana").lines])
        self.post("other", userid="bob")
        self.assertEqual([10], self.points("bob"))
        self.clock.pass_days(31)
        self.post("next month")
        self.assertEqual(30, rewards.balance("ana"))

    def test_a_late_deed_is_judged_by_the_rules_and_the_cap_of_its_day(self):
        self.rules()
        before = self.clock.moment
        self.clock.pass_days(40)
        self.rules(HIRED | {"points": 7})
        done("test.hired", "ana", thing="late", happened=before + timedelta(hours=1))
        done("test.hired", "ana", thing="early", happened=before - timedelta(days=1))
        done("test.hired", "ana", thing="tomorrow", happened=self.clock.moment + timedelta(days=9))
        self.assertEqual([7, 100], self.points())
        for number in range(3):
            done("test.posted", "ana", thing=str(number), happened=before + timedelta(hours=2))
        self.assertEqual([0, 10, 10, 7, 100], self.points())

    def test_conditions(self):
        self.rules(
            HIRED | {"conditions": [("profile", "is", "senior")], "points": 3},
            HIRED | {"conditions": [("profile", "is_not", "senior"), ("days", "at_least", "10")], "points": 5},
            HIRED | {"conditions": [("profile", "is_not", "senior"), ("days", "at_most", "9.5")], "points": 7},
        )
        for number, values in enumerate(
            (
                {"profile": "senior"},
                {"profile": "junior", "days": 10},
                {"days": 2},
                {"profile": "junior"},
                {"days": "x"},
            )
        ):
            self.hire(str(number), **values)
        self.assertEqual([7, 5, 3], self.points())

    def test_values_that_are_not_plain_are_left_out(self):
        self.rules()
        self.hire(profile=["x"], days=float("nan"), other="y" * 999)
        self.assertEqual([100], self.points())
        kept_values = dict(book_of("ana").deeds["test.hired", "one"].values)
        self.assertEqual({"days", "other"}, set(kept_values))
        self.assertEqual(200, len(kept_values["other"]))

    def test_two_rules_pay_when_it_was_confirmed(self):
        self.rules(HIRED, HIRED | {"points": 1, "amount": ""})
        self.hire()
        self.hire()
        self.assertEqual([1, 100], self.points())

    def test_the_person_is_told_once_a_day(self):
        self.rules()
        self.hire()
        for number in range(3):
            self.post(str(number))
        things = {notice.thing for notice in self.heard if notice.kind == "rewards.earned"}
        self.assertEqual({"ana/2026-07-06"}, things)
        self.assertEqual(("rewards.earned", {"points": 120, "amount": "500"}), self.said()[-1][::2])
        kind = getAdapter(self.portal, INoticeKind, name="rewards.earned")
        for userid in ("bob", "rh", "direction"):
            self.assertIsNone(kind.describe("ana/2026-07-06", userid, []), "nobody else")


class TestUndone(Case):
    def test_what_no_longer_holds_is_reversed_by_another_entry(self):
        self.rules()
        undone("test.hired", "ana", thing="one")
        self.hire()
        undone("test.hired", "ana", thing="one")
        undone("test.hired", "ana", thing="one")
        newest, oldest = rewards.ledger("ana").lines
        self.assertEqual([-100, 100], self.points())
        self.assertEqual((0, 0), (rewards.balance("ana"), rewards.earned_cents("ana")))
        self.assertEqual((oldest.entry.seq, "undone"), (newest.entry.reverses, newest.entry.act))
        self.assertEqual(newest.entry.seq, oldest.reversed_by)
        self.assertEqual("rewards.reversed", self.said()[-1][0])

    def test_done_again_it_is_paid_again_under_the_rules_of_its_first_day(self):
        self.rules()
        self.hire()
        undone("test.hired", "ana", thing="one")
        self.clock.pass_days(1)
        self.rules(HIRED | {"points": 999})
        self.hire()
        self.hire()
        self.assertEqual(([100, -100, 100], 100), (self.points(), rewards.balance("ana")))

    def test_undone_frees_its_place_under_the_cap(self):
        self.rules()
        for number in range(3):
            self.post(str(number))
        undone("test.posted", "ana", thing="2")
        self.assertEqual([0, 10, 10], self.points(), "what gave nothing is not taken back")
        undone("test.posted", "ana", thing="0")
        self.post("3")
        self.post("4")
        self.assertEqual([0, 10, -10, 0, 10, 10], self.points())

    def test_undone_in_a_later_month_is_counted_where_it_was(self):
        self.rules()
        self.post("a")
        self.post("b")
        self.clock.pass_days(31)
        self.post("c")
        undone("test.posted", "ana", thing="a")
        self.post("d")
        self.post("e")
        self.assertEqual(30, rewards.balance("ana"))


class TestReversal(Case):
    def setUp(self):
        super().setUp()
        self.rules()
        self.hire()
        self.reference = rewards.reference(rewards.ledger("ana").lines[0].entry)

    def test_who_may_and_what_can_be(self):
        for userid in ("ana", "bob", "boss", "animatrice", "finance", "siteadmin", "cliente", "nobody"):
            with self.assertRaises(NotAllowed):
                rewards.reverse(self.reference, "Error", userid=userid)
            with self.assertRaises(NotAllowed):
                rewards.to_reverse(self.reference, userid=userid)
        for reference in ("", "0000000000", None, 3):
            with self.assertRaises(Missing):
                rewards.reverse(reference, "Error", userid="rh")
        for reason in ("", "  ", "x" * 1001, None):
            with self.assertRaises(Invalid) as refused:
                rewards.reverse(self.reference, reason, userid="rh")
            self.assertEqual("reason", refused.exception.field)
        self.hire(userid="rh")
        own = rewards.reference(rewards.ledger("rh").lines[0].entry)
        with self.assertRaises(NotAllowed):
            rewards.reverse(own, "Mine", userid="rh")
        self.assertEqual([100], self.points())

    def test_a_reversal_names_the_entry_and_says_why(self):
        owner, line = rewards.to_reverse(f" {self.reference.upper()} ", userid="direction")
        self.assertEqual(("ana", 100), (owner, line.entry.points))
        self.assertEqual("Somebody", line.text, "what was done, as the reader may know it")
        rewards.reverse(self.reference, "Told by mistake", userid="rh")
        newest, oldest = rewards.ledger("ana").lines
        self.assertEqual((-100, -50000, "reversal"), (newest.entry.points, newest.entry.cents, newest.entry.act))
        self.assertEqual(("Told by mistake", oldest.entry.seq), (newest.reason, newest.entry.reverses))
        self.assertEqual("rewards.reversed", self.said()[-1][0])
        with self.assertRaises(Conflict):
            rewards.reverse(self.reference, "Again", userid="rh")
        with self.assertRaises(Conflict):
            rewards.reverse(rewards.reference(newest.entry), "The reversal", userid="rh")

    def test_what_was_reversed_is_never_paid_again(self):
        rewards.reverse(self.reference, "Told by mistake", userid="rh")
        self.hire()
        undone("test.hired", "ana", thing="one")
        self.hire()
        self.assertEqual([-100, 100], self.points())

    def test_what_gave_nothing_cannot_be_reversed(self):
        for number in range(3):
            self.post(str(number))
        capped = rewards.ledger("ana").lines[0].entry
        with self.assertRaises(Conflict):
            rewards.reverse(rewards.reference(capped), "Nothing", userid="rh")


class TestWhole(Case):
    """Random histories: whatever happens, sums and chains hold."""

    def check(self, seed):
        random = Random(seed)
        users = ("ana", "bob")
        references = []
        for _step in range(120):
            userid, thing = random.choice(users), str(random.randrange(6))
            kind = random.choice(("test.hired", "test.posted"))
            act = random.randrange(9)
            if act < 4:
                done(kind, userid, thing=thing)
            elif act < 6:
                undone(kind, userid, thing=thing)
            elif act == 6 and references:
                self.quietly(rewards.reverse, random.choice(references), "Error", userid="rh")
            elif act == 7:
                self.quietly(rewards.order, self.mug.id, userid=userid)
            else:
                self.decide(random, userid)
            self.clock.pass_days(random.random() * 4)
            references = [rewards.reference(line.entry) for one in users for line in rewards.ledger(one).lines]
        for userid in users:
            self.whole(userid)

    def decide(self, random, userid):
        for order in rewards.orders_of(userid):
            verb = random.choice((rewards.approve, rewards.deliver, rewards.cancel))
            self.quietly(verb, order.id, userid=random.choice(("rh", userid)))
            self.quietly(rewards.refuse, order.id, "No", userid="rh")

    def quietly(self, verb, *arguments, **options):
        before = kept().items[self.mug.id].stock, rewards.balance("ana"), rewards.balance("bob")
        try:
            verb(*arguments, **options)
        except (Conflict, NotAllowed, Invalid, Missing):
            after = kept().items[self.mug.id].stock, rewards.balance("ana"), rewards.balance("bob")
            self.assertEqual(before, after, "a refused verb changes nothing")

    def whole(self, userid):
        book = book_of(userid)
        entries = list(book.records.values())
        self.assertEqual([], list(faults(book)))
        self.assertEqual(sum(one.points for one in entries), book.balance)
        self.assertEqual(sum(one.cents for one in entries), book.cents)
        running = 0
        for entry in entries:
            running += entry.points
            self.assertTrue(entry.act != "order" or running >= 0, "an order never takes more than there is")
        reversed_ones = [one.reverses for one in entries if one.reverses]
        self.assertEqual(len(reversed_ones), len(set(reversed_ones)), "nothing is reversed twice")
        for (kind, thing), told in book.deeds.items():
            mine = [one for one in entries if (one.kind, one.thing) == (kind, thing)]
            paid = sum(one.points for one in mine)
            self.assertIn(paid, (0, 100 if kind == "test.hired" else 10), (kind, thing))
            self.assertEqual(0, paid if told.state != "held" else 0)

    def test_random_histories(self):
        self.rules(HIRED, POSTED)
        self.mug = self.item(stock=3)
        for seed in range(4):
            self.check(seed)
        self.assertGreaterEqual(kept().items[self.mug.id].stock, 0)
        held = sum(o.state in ("ordered", "approved", "delivered") for o in kept().orders.values())
        self.assertEqual(3, kept().items[self.mug.id].stock + held)
        self.assertTrue(kept().orders and any(one.state == "refused" for one in kept().orders.values()))

    def test_an_entry_that_is_changed_is_found(self):
        self.rules()
        self.hire()
        self.hire("two")
        book = book_of("ana")
        book.records[1].points = 1000
        self.assertEqual(["altered"], [one.kind for one in faults(book)])
        with self.assertRaises(NotAllowed):
            rewards.audit("ana")
        self.assertEqual(1, rewards.audit("finance").faulty)

    def test_a_balance_that_is_changed_is_found(self):
        self.rules()
        self.hire()
        self.assertEqual((1, 1, 0), vars_of(rewards.audit("finance")))
        book_of("ana").balance += 1
        self.assertEqual((1, 1, 1), vars_of(rewards.audit("direction")))

    def test_pages_of_the_ledger(self):
        self.rules(POSTED | {"cap": 0})
        for number in range(7):
            self.post(str(number))
        seen, cursor = [], 0
        for _page in range(3):
            page = rewards.ledger("ana", cursor=cursor, size=3)
            seen += [one.entry.thing for one in page.lines]
            cursor = page.cursor
        self.assertEqual((["6", "5", "4", "3", "2", "1", "0"], 0), (seen, cursor))
        for size in (0, -1, 201):
            with self.assertRaises(Invalid):
                rewards.ledger("ana", size=size)


def vars_of(audit):
    return audit.books, audit.entries, audit.faulty


class TestPersonalData(Case):
    def test_export(self):
        self.rules()
        self.assertEqual({}, rewards.exported("ana"))
        self.hire(profile="senior")
        rewards.order(self.item().id, userid="ana")
        data = rewards.exported("ana")
        self.assertEqual(
            (70, 500.0, 2, 1), (data["balance"], data["amounts"], len(data["ledger"]), len(data["orders"]))
        )
        self.assertEqual({"profile": "senior"}, data["deeds"][0]["values"])
        self.assertEqual({"fr": "Embauche", "en": "A hire"}, data["ledger"][0]["rule"])

    def test_erasure_keeps_figures_and_forgets_whose(self):
        self.rules()
        mug = self.item()
        for userid in ("ana", "bob"):
            self.hire(userid=userid)
        rewards.join_board("ana")
        order = rewards.order(mug.id, userid="ana")
        reference = rewards.reference(rewards.ledger("ana").lines[-1].entry)
        rewards.reverse(reference, "Ana Zanzibar did it", userid="rh")
        book = book_of("ana")
        people.erase("ana", actor="rh")
        rewards.erase("ana")
        self.assertEqual(({}, "", False), (rewards.exported("ana"), book.userid, book.listed))
        self.assertEqual(("cancelled", 2), (kept().orders[order.id].state, kept().items[mug.id].stock))
        self.assertNotIn("Zanzibar", str(list(book.notes.values())))
        self.assertEqual([], list(faults(book)))
        self.assertEqual(2, len(next(iter(kept().cells.values())).people))
        self.assertEqual([], rewards.board())
        people.erase("rh", actor="rh2")
        self.assertNotIn("rh", [actor for actor, _text in book.notes.values()])
        self.assertNotIn("rh", [step[1] for step in kept().orders[order.id].steps])
