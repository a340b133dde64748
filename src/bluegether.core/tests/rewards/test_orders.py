"""The catalogue, orders and amounts to pay: refusals first, then states, points that are held and come back, stock."""

from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.interfaces import IHandover
from bluegether.core.kit.interfaces import INotice
from bluegether.core.kit.interfaces import INoticeKind
from bluegether.core.kit.picture import Picture
from bluegether.core.rewards import api as rewards
from bluegether.core.rewards.api.rights import kept
from bluegether.core.rewards.testing import MUG
from bluegether.core.rewards.testing import RewardsTest
from bluegether.core.testing import INTEGRATION
from plone.base.interfaces import IPloneSiteRoot
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
        self.rules()

    def told(self, userid="ana"):
        return [one.kind for one in self.heard if userid in one.recipients]

    def said(self, notice, userid):
        return getAdapter(self.portal, INoticeKind, name=notice.kind).describe(notice.thing, userid, [])


class TestCatalogue(Case):
    def test_who_keeps_it(self):
        for userid in ("ana", "boss", "finance", "animatrice", "siteadmin", "cliente"):
            with self.assertRaises(NotAllowed):
                rewards.put_item(MUG, userid=userid)
        self.assertEqual([], rewards.items(every=True))

    def test_what_a_reward_may_be(self):
        for field, values in (
            ("title_fr", {"title_fr": ""}),
            ("title_en", {"title_en": "x" * 101}),
            ("text_fr", {"text_fr": 3}),
            ("price", {"price": 0}),
            ("price", {"price": "free"}),
            ("stock", {"stock": -1}),
            ("stock", {"stock": ""}),
        ):
            with self.assertRaises(Invalid) as refused:
                rewards.put_item(MUG | values, userid="rh")
            self.assertEqual(field, refused.exception.field)
        with self.assertRaises(Missing):
            rewards.put_item(MUG, item_id=5, userid="rh")
        self.assertEqual([], rewards.items(every=True))

    def test_the_cheapest_first_those_no_longer_offered_for_who_keeps_it(self):
        book = self.item(title_en="Book", price=50)
        mug = self.item(picture=Picture(b"jpeg", 1, 1))
        old = self.item(title_en="Old", price=1, offered=False)
        self.assertEqual([mug.id, book.id], [one.id for one in rewards.items()])
        self.assertEqual([mug.id, book.id, old.id], [one.id for one in rewards.items(every=True)])
        rewards.put_item(MUG | {"price": 60}, item_id=mug.id, userid="direction")
        self.assertEqual((60, b"jpeg"), (rewards.item(mug.id).price, mug.picture.data))


class TestOrders(Case):
    def setUp(self):
        super().setUp()
        self.mug = self.item()
        for userid in ("ana", "bob", "rh"):
            self.hire(userid=userid)

    def test_refusals(self):
        for userid in ("cliente", "nobody", ""):
            with self.assertRaises(NotAllowed):
                rewards.order(self.mug.id, userid=userid)
        with self.assertRaises(Missing):
            rewards.order(5, userid="ana")
        with self.assertRaises(Conflict):
            rewards.order(self.mug.id, userid="dan")
        with self.assertRaises(Conflict):
            rewards.order(self.item(offered=False).id, userid="ana")
        with self.assertRaises(Conflict):
            rewards.order(self.item(stock=0).id, userid="ana")
        self.assertEqual((2, 100, 0), (self.mug.stock, rewards.balance("ana"), rewards.balance("dan")))
        self.assertEqual([], list(kept().orders))

    def test_the_points_are_held_and_the_stock_goes_down(self):
        order = rewards.order(self.mug.id, userid="ana")
        self.assertEqual(("ordered", 70, 1), (order.state, rewards.balance("ana"), self.mug.stock))
        rewards.put_item(MUG | {"price": 99, "title_fr": "Bol"}, item_id=self.mug.id, userid="rh")
        self.assertEqual((30, "Tasse"), (order.price, order.title[0]))
        line = rewards.ledger("ana").lines[0]
        self.assertEqual(("order", -30, {"title": "Mug"}), (line.entry.act, line.entry.points, line.text.mapping))
        self.assertEqual([1, 1, 0, 0], [rewards.waiting(one) for one in ("rh", "direction", "boss", "ana")])

    def test_approved_then_delivered(self):
        order = rewards.order(self.mug.id, userid="ana")
        with self.assertRaises(Conflict):
            rewards.deliver(order.id, userid="rh")
        rewards.approve(order.id, userid="rh")
        with self.assertRaises(Conflict):
            rewards.approve(order.id, userid="rh2")
        with self.assertRaises(Conflict):
            rewards.cancel(order.id, userid="ana")
        rewards.deliver(order.id, userid="rh2")
        with self.assertRaises(Conflict):
            rewards.cancel(order.id, "Too late", userid="rh")
        self.assertEqual(("delivered", "rh", 70), (order.state, order.handler, rewards.balance("ana")))
        self.assertEqual(["ordered", "approved", "delivered"], [step[2] for step in order.steps])
        self.assertEqual(["rewards.approved", "rewards.delivered"], self.told()[-2:])
        said = self.said(self.heard[-1], "ana")
        self.assertEqual({"title": "Mug"}, said.text.mapping)
        for userid in ("bob", "rh", "direction"):
            self.assertIsNone(self.said(self.heard[-1], userid))

    def test_refused_gives_everything_back(self):
        order = rewards.order(self.mug.id, userid="ana")
        for reason in ("", None, "x" * 1001):
            with self.assertRaises(Invalid):
                rewards.refuse(order.id, reason, userid="rh")
        rewards.refuse(order.id, "Sold out at the shop", userid="rh")
        self.assertEqual(("refused", 100, 2), (order.state, rewards.balance("ana"), self.mug.stock))
        self.assertEqual("Sold out at the shop", self.said(self.heard[-1], "ana").excerpt)
        with self.assertRaises(Conflict):
            rewards.approve(order.id, userid="rh")
        self.assertEqual([30, -30, 100], self.points())

    def test_cancelled_by_its_owner_or_by_hr(self):
        mine, other = (rewards.order(self.mug.id, userid=userid) for userid in ("ana", "bob"))
        with self.assertRaises(Missing):
            rewards.cancel(mine.id, userid="bob")
        rewards.cancel(mine.id, userid="ana")
        with self.assertRaises(Conflict):
            rewards.cancel(other.id, "Not yet approved", userid="rh")
        rewards.approve(other.id, userid="rh")
        with self.assertRaises(Invalid):
            rewards.cancel(other.id, userid="rh")
        rewards.cancel(other.id, "The supplier is gone", userid="rh")
        self.assertEqual((100, 100, 2), (rewards.balance("ana"), rewards.balance("bob"), self.mug.stock))
        self.assertEqual((["rewards.earned"], "rewards.cancelled"), (self.told("ana"), self.told("bob")[-1]))

    def test_who_decides(self):
        order = rewards.order(self.mug.id, userid="ana")
        own = rewards.order(self.mug.id, userid="rh")
        for userid in ("ana", "bob", "boss", "finance", "animatrice", "siteadmin"):
            for verb in (
                lambda who: rewards.approve(order.id, userid=who),
                lambda who: rewards.refuse(order.id, "No", userid=who),
                lambda who: rewards.deliver(order.id, userid=who),
                lambda who: rewards.orders("ordered", userid=who),
                lambda who: rewards.past_orders(userid=who),
            ):
                with self.assertRaises(NotAllowed):
                    verb(userid)
        with self.assertRaises(NotAllowed):
            rewards.approve(own.id, userid="rh")
        self.assertEqual((1, 2), (rewards.waiting("rh"), rewards.waiting("rh2")))
        rewards.approve(own.id, userid="rh2")
        self.assertEqual([order.id], [one.id for one in rewards.orders("ordered", userid="rh")])
        self.assertEqual([own.id], [one.id for one in rewards.orders("approved", userid="rh")])
        self.assertEqual([own.id, order.id], [one.id for one in rewards.past_orders(userid="rh")])
        self.assertEqual([order.id], [one.id for one in rewards.past_orders(userid="rh", cursor=own.id)])
        with self.assertRaises(Missing):
            rewards.found_order(order.id, userid="bob")

    def test_who_leaves_hands_deliveries_over(self):
        order = rewards.order(self.mug.id, userid="ana")
        room = getAdapter(self.portal, IHandover, name="rewards")
        self.assertEqual([], room.held("rh"))
        rewards.approve(order.id, userid="rh")
        self.assertEqual([1], [one.count for one in room.held("rh")])
        with self.assertRaises(NotAllowed):
            room.hand_over("rh", "bob", actor="rh2")
        room.hand_over("rh", "rh2", actor="rh2")
        room.hand_over("rh", "rh2", actor="rh2")
        self.assertEqual(("rh2", []), (order.handler, room.held("rh")))
        self.assertTrue(IPloneSiteRoot.providedBy(room.site))


class TestDue(Case):
    def setUp(self):
        super().setUp()
        self.hire()
        self.hire("two")
        self.hire(userid="bob")
        self.post("points only", userid="cleo")

    def rows(self):
        return {row.userid: row.cents for row in rewards.owed("finance")}

    def test_finance_and_direction_see_amounts_and_no_points(self):
        for userid in ("ana", "boss", "rh", "animatrice", "siteadmin", "cliente"):
            with self.assertRaises(NotAllowed):
                rewards.owed(userid)
            with self.assertRaises(NotAllowed):
                rewards.settle({1: 1}, userid=userid)
            with self.assertRaises(NotAllowed):
                rewards.payouts(userid)
        self.assertEqual({"ana": 100000, "bob": 50000}, self.rows())
        self.assertEqual(self.rows(), {row.userid: row.cents for row in rewards.owed("direction")})

    def test_settled_once_and_told(self):
        seen = {row.book: row.cents for row in rewards.owed("finance") if row.userid == "ana"}
        with self.assertRaises(Invalid):
            rewards.settle({}, userid="finance")
        with self.assertRaises(Conflict):
            rewards.settle({5: 100}, userid="finance")
        with self.assertRaises(Conflict):
            rewards.settle(dict.fromkeys(seen, 1), userid="finance")
        self.assertTrue(rewards.is_due("ana", 1))
        payout = rewards.settle(seen, userid="finance")
        self.assertEqual((100000, 1, 2), (payout.cents, payout.people, len(payout.lines)))
        self.assertEqual(({"bob": 50000}, False), (self.rows(), rewards.is_due("ana", 1)))
        with self.assertRaises(Conflict):
            rewards.settle(seen, userid="direction")
        self.assertEqual({"amount": "1000"}, self.said(self.heard[-1], "ana").text.mapping)
        self.assertIsNone(self.said(self.heard[-1], "bob"))
        self.assertEqual([payout], rewards.payouts("direction"))

    def test_what_is_reversed_is_not_paid_or_taken_back(self):
        seen = {row.book: row.cents for row in rewards.owed("finance") if row.userid == "ana"}
        for userid in ("ana", "bob"):
            if userid == "ana":
                rewards.settle(seen, userid="finance")
            reference = rewards.reference(rewards.ledger(userid).lines[-1].entry)
            rewards.reverse(reference, "Error", userid="rh")
        self.assertEqual({"ana": -50000, "bob": 0}, self.rows())
