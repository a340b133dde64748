"""Who is erased leaves no trace in the database: asked of the demo, where everybody has something in every room."""

from bluegether.core.directory import api as directory
from bluegether.core.kit.interfaces import IHandover
from bluegether.core.launcher import api as launcher
from bluegether.core.leads import api as leads
from bluegether.core.messaging import api as messaging
from bluegether.core.people import api as people
from bluegether.core.skills import api as skills
from bluegether.policy.testing import DEMO
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from Products.CMFCore.indexing import processQueue
from ZODB.serialize import ObjectWriter
from ZODB.serialize import referencesf
from zope.component import getAdapters
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
# The demo gives everybody something in most rooms; what it does not, the test does.
ROOMS = (
    "adoption",
    "career",
    "charter",
    "directory",
    "dossiers",
    "expertise",
    "launcher",
    "leads",
    "messaging",
    "missions",
    "needs",
    "notifications",
    "people",
    "referrals",
    "rewards",
    "skills",
    "spaces",
)


class TestErased(unittest.TestCase):
    layer = DEMO
    maxDiff = None

    def setUp(self):
        self.site = self.layer["portal"]
        setRoles(self.site, TEST_USER_ID, ["Manager"])
        held = {}
        # Somebody with a name of their own for a user id: those of the personas are words of the language.
        for userid in people.userids(kind="consultant"):
            if "." in userid and people.has_access(userid):
                held[userid] = (len(self.rooms_of(userid)), len(str(self.data(userid))))
        self.userids = sorted(held, key=held.get)[-4:]

    def data(self, userid):
        return people.personal_data(userid, actor=TEST_USER_ID)

    def rooms_of(self, userid):
        """Return the rooms that hold something about the person."""
        found = {room: data.values() if isinstance(data, dict) else data for room, data in self.data(userid).items()}
        return {room for room, values in found.items() if any(values)}

    def make_busy(self, userid):
        """Let the person do what few do."""
        (one, *_others) = launcher.apps(userid)
        launcher.choose(one.id, True, userid=userid)
        leads.hand_in(author=userid, company=f"Minoterie {len(userid)} {userid[:2]}", heard="Ils refont leur outil.")
        messaging.start(["consultante"], "Tu as une minute ?", author=userid)
        directory.save(userid, name="Mes voisins", form={"unit": people.account(userid).unit})
        skills.propose(f"Skill missed {len(userid)}", userid=userid)

    def make_head(self, userid):
        """Let the person follow everything that sales and HR follow."""
        for group in ("Commerce", "RH"):
            api.group.add_user(groupname=group, username=userid)
        for _name, room in getAdapters((self.site,), IHandover):
            for persona in ("commerce", "rh", "animatrice"):
                room.hand_over(persona, userid, actor=TEST_USER_ID)
        lead = leads.hand_in(author="consultante", company="Verrerie du Lac", heard="Un nouvel entrepôt.")
        leads.move(lead.key, "take", actor=userid)
        leads.note(lead.key, "Rappeler lundi.", actor=userid)

    def test_nothing_in_the_database_names_them(self):
        for userid in self.userids:
            self.make_busy(userid)
        self.make_head(self.userids[0])
        for userid in self.userids:
            self.assertEqual(set(), set(ROOMS) - self.rooms_of(userid), userid)
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
        """Return (classes on the way, text) of everything reachable from the site that names one of them."""
        pattern = re.compile("|".join(rf"(?<![\w.-]){re.escape(word)}(?![\w-])" for word in words))
        return [
            (path, text)
            for found, text, path in self.texts()
            if pattern.search(text) and type(found).__name__ not in STAYS
        ]

    def texts(self):
        """Yield (object, each text of its state, the classes on the way) of what is reachable from the site now."""
        processQueue()
        transaction.savepoint()  # so that what is new has its place
        connection, seen, waiting = self.site._p_jar, set(), [(self.site._p_oid, "")]
        while waiting:
            oid, path = waiting.pop()
            if oid in seen:
                continue
            seen.add(oid)
            found = connection.get(oid)
            found._p_activate()
            data = ObjectWriter(found).serialize(found)
            path = f"{path}/{type(found).__name__}"
            waiting.extend((other, path) for other in referencesf(data))
            for text in strings(data):
                yield found, text, path


def strings(data):
    stream = io.BytesIO(data)
    while stream.tell() < len(data):
        for _code, value, _position in pickletools.genops(stream):
            if isinstance(value, str):
                yield value
