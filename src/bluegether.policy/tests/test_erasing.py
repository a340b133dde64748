"""Who is erased leaves no trace in the database: asked of the demo, where everybody has something in every room."""

from bluegether.core.directory import api as directory
from bluegether.core.people import api as people
from bluegether.policy.testing import DEMO
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from Products.CMFCore.indexing import processQueue
from ZODB.serialize import ObjectWriter
from ZODB.serialize import referencesf
import io
import pickletools
import re
import transaction
import unittest


# What stays by rule: user ids are never given twice; signed interviews are kept for the legal time; what others wrote
# in their own words is theirs; the catalog knows words, not people; the settings name the accounts of the demo.
STAYS = (
    "OOSet",  # people's used_ids
    "Archived",
    "RawValueHolder",
    "AccountRequest",
    "OIBucket",
    "IOBucket",
)
ROOMS = ("career", "content", "discussion", "expertise", "journeys", "notifications", "people", "stream")


class TestErased(unittest.TestCase):
    layer = DEMO

    def setUp(self):
        self.site = self.layer["portal"]
        setRoles(self.site, TEST_USER_ID, ["Manager"])
        held = {}
        # Somebody with a name of their own for a user id: those of the personas are words of the language.
        for userid in people.userids():
            if "." in userid:
                data = people.personal_data(userid, actor=TEST_USER_ID)
                held[userid] = sum(len(str(data[room])) for room in ROOMS)
        self.userids = sorted(held, key=held.get)[-4:]

    def test_nothing_in_the_database_names_them(self):
        words = [word for userid in self.userids for word in (userid, *self.known(userid))]
        before = self.naming(words)
        self.assertGreater(len(before), 100)
        for userid in self.userids:
            people.erase(userid, actor=TEST_USER_ID)
        self.assertEqual([], self.naming(words))
        self.assertEqual([], directory.differences())

    def known(self, userid):
        person = people.account(userid)
        return person.fullname, person.email

    def naming(self, words):
        """Return (class, text) of everything reachable from the site that names one of them."""
        pattern = re.compile("|".join(rf"(?<![\w.-]){re.escape(word)}(?![\w-])" for word in words))
        return [
            (type(found).__name__, text)
            for found, text in self.texts()
            if pattern.search(text) and type(found).__name__ not in STAYS
        ]

    def texts(self):
        """Yield (object, each text of its state) of everything reachable from the site, as it is now."""
        processQueue()
        transaction.savepoint()  # so that what is new has its place
        connection, seen, waiting = self.site._p_jar, set(), [self.site._p_oid]
        while waiting:
            oid = waiting.pop()
            if oid in seen:
                continue
            seen.add(oid)
            found = connection.get(oid)
            found._p_activate()
            data = ObjectWriter(found).serialize(found)
            waiting.extend(referencesf(data))
            for text in strings(data):
                yield found, text


def strings(data):
    stream = io.BytesIO(data)
    while stream.tell() < len(data):
        for _code, value, _position in pickletools.genops(stream):
            if isinstance(value, str):
                yield value
