"""What the first page costs: as many objects loaded with 20,000 entries as with 100."""

from bluegether.core.kit.annotation import store
from bluegether.core.kit.audience import Audience
from bluegether.core.kit.clock import now
from bluegether.core.people import api as people
from bluegether.core.stream import api as stream
from bluegether.core.stream.storage import Entry
from bluegether.core.stream.storage import free_id
from bluegether.core.stream.storage import ids
from bluegether.core.stream.storage import KEY
from bluegether.core.stream.storage import Stream
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import INTEGRATION
from BTrees.LLBTree import LLTreeSet
from datetime import timedelta
from itertools import islice
import transaction
import unittest


class TestIds(unittest.TestCase):
    layer = INTEGRATION

    def test_ids_are_times_and_never_twice(self):
        moment, tree = now(), {}
        for _number in range(3000):  # more than a microsecond holds
            tree[-free_id(tree, moment)] = True
        self.assertEqual(3000, len(tree))
        entry = Entry(author="ana", audience=Audience())
        entry.id = free_id({}, moment)
        self.assertEqual(moment, entry.created)

    def test_lines_are_merged_newest_first_each_once_between_bounds(self):
        one, two = LLTreeSet([-1, -3, -5, -7]), LLTreeSet([-2, -3, -6, -7])
        self.assertEqual([7, 6, 5, 3, 2, 1], list(ids([one, two])))
        self.assertEqual([5, 3, 2, 1], list(ids([one, two], below=6)))
        self.assertEqual([7, 6], list(ids([one, two], above=5)))
        self.assertEqual([], list(ids([])) + list(ids([()], below=1)) + list(ids([LLTreeSet()])))


class TestCost(unittest.TestCase):
    layer = FUNCTIONAL

    def setUp(self):
        with stream.silence():
            for userid in ("ana", "bob"):
                people.create_account(userid, fullname=userid, email=f"{userid}@example.com", kind="staff")
        stream.follow("bob", person="ana")
        stream.follow("bob", hashtag="plone")

    def fill(self, count):
        trees, moment = store(self.layer["portal"], KEY, Stream), now()
        for number in range(count):
            entry = Entry(author="ana", audience=Audience(), kind="message", text=f"{number}", hashtags=("plone",))
            trees.insert(entry, moment - timedelta(days=1) + timedelta(milliseconds=number))
            if number % 5000 == 4999:
                transaction.savepoint(optimistic=True)
        transaction.commit()

    def loaded(self, question):
        """Return how many objects the connection loads for the question, its cache emptied before."""
        connection = self.layer["portal"]._p_jar
        connection.cacheMinimize()
        before = connection.getTransferCounts()[0]
        question()
        return connection.getTransferCounts()[0] - before

    def costs(self):
        views = (("all", ""), ("me", ""), ("person", "ana"), ("hashtag", "plone"))
        newest = stream.newest(userid="bob")
        first = {
            view: self.loaded(lambda view=view: stream.entries(stream.view(*view), userid="bob")) for view in views
        }
        return first | {"new": self.loaded(lambda: stream.new_since(newest, stream.view("all"), userid="bob"))}

    def test_the_first_page_loads_the_same_at_any_size(self):
        self.fill(100)
        small = self.costs()
        self.fill(20_000)
        large = self.costs()
        # A tree of 20,000 has two levels more than one of 100; "me" reads three trees.
        for name, count in large.items():
            self.assertLessEqual(count, small[name] + 2 * 3, name)

    def test_a_page_loads_its_own_entries_only(self):
        self.fill(500)
        trees = store(self.layer["portal"], KEY, Stream)
        self.layer["portal"]._p_jar.cacheMinimize()
        stream.entries(stream.view("all"), userid="bob", size=10)
        awake = [entry for entry in trees.all.values() if entry._p_changed is not None]
        self.assertEqual(11, len(awake))  # one more, to know whether there is a next page

    def test_reading_writes_nothing(self):
        self.fill(20)
        connection = self.layer["portal"]._p_jar
        page = stream.entries(stream.view("me"), userid="bob", size=5)
        stream.entries(stream.view("all"), userid="nobody", cursor=page.cursor)
        stream.pinned(userid="nobody")
        stream.new_since(1, stream.view("bookmarks"), userid="nobody")
        self.assertEqual([], list(connection._registered_objects))
        self.assertEqual(5, len(list(islice(ids([store(self.layer["portal"], KEY, Stream).all]), 5))))
