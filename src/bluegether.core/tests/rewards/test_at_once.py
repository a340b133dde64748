"""Several at once: one deed told by two threads is paid once; of two who order the last reward one gets it."""

from bluegether.core.kit.deed import done
from bluegether.core.kit.errors import Conflict
from bluegether.core.rewards import api as rewards
from bluegether.core.rewards.api.reading import book_of
from bluegether.core.rewards.testing import POSTED
from bluegether.core.rewards.testing import RewardsTest
from bluegether.core.testing import FUNCTIONAL
from threading import Barrier
from threading import Thread
from ZODB.POSException import ConflictError
from zope.component.hooks import setSite
from zope.globalrequest import clearRequest
from zope.globalrequest import setRequest
import transaction


class TestAtOnce(RewardsTest):
    """Threads with their own connections and no turns, as several processes are: the database says who was first."""

    layer = FUNCTIONAL

    def setUp(self):
        super().setUp()
        self.rules(POSTED | {"cap": 0})
        transaction.commit()

    def together(self, *works):
        """Do each of these in its own thread, all before any commits, again after a conflict as Zope does."""
        self.conflicts, self.refused, gate = [], [], Barrier(len(works))
        path = self.portal.getPhysicalPath()
        database = self.portal._p_jar.db()

        def run(work):
            connection = database.open(transaction_manager=None)
            setRequest(self.layer["request"].clone())
            setSite(connection.root()["Application"].unrestrictedTraverse(path))
            for attempt in range(9):
                transaction.begin()
                try:
                    work()
                    if not attempt:
                        gate.wait(10)
                    transaction.commit()
                    break
                except ConflictError as error:
                    self.conflicts.append(error)
                    transaction.abort()
                except Conflict as error:
                    self.refused.append(error)
                    transaction.abort()
                    break
            setSite(None)
            clearRequest()
            connection.close()

        threads = [Thread(target=run, args=(work,)) for work in works]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(30)
        transaction.begin()

    def test_the_same_deed_is_paid_once(self):
        self.together(*[lambda: done("test.posted", "ana", thing="one")] * 2)
        self.assertEqual([10], self.points())
        self.assertEqual(1, len(self.conflicts), "both had begun")

    def test_two_deeds_of_one_person_are_both_paid(self):
        self.together(*(lambda thing=thing: done("test.posted", "ana", thing=thing) for thing in "ab"))
        self.assertEqual(([10, 10], 20), (self.points(), book_of("ana").balance))

    def test_two_people_do_not_meet(self):
        for userid in ("ana", "bob"):
            done("test.posted", userid, thing="before")
        transaction.commit()
        self.together(*(lambda userid=userid: done("test.posted", userid, thing="one") for userid in ("ana", "bob")))
        self.assertEqual(([10, 10], [10, 10]), (self.points("ana"), self.points("bob")))
        self.assertEqual([], self.conflicts)

    def test_the_last_reward(self):
        mug = self.item(price=10, stock=1)
        for userid in ("ana", "bob"):
            done("test.posted", userid, thing="before")
        transaction.commit()
        self.together(*(lambda userid=userid: rewards.order(mug.id, userid=userid) for userid in ("ana", "bob")))
        self.assertEqual(0, rewards.item(mug.id).stock)
        self.assertEqual([0, 10], sorted(rewards.balance(userid) for userid in ("ana", "bob")))
        self.assertEqual(1, len(self.refused))

    def test_an_order_is_decided_once(self):
        mug = self.item(price=10)
        done("test.posted", "ana", thing="before")
        order = rewards.order(mug.id, userid="ana").id
        transaction.commit()
        self.together(
            lambda: rewards.approve(order, userid="rh"), lambda: rewards.refuse(order, "No", userid="direction")
        )
        state = rewards.found_order(order, userid="ana").state
        self.assertEqual({"approved": 0, "refused": 10}[state], rewards.balance("ana"))
        self.assertEqual(1, len(self.refused))
