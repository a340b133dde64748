"""Eight people at once over HTTP: they post, comment, react and vote; nothing is refused, lost or counted twice."""

from bluegether.core.discussion import api as discussion
from bluegether.core.people import api as people
from bluegether.core.stream import api as stream
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session
from concurrent.futures import ThreadPoolExecutor
from plone.app.discussion.interfaces import IConversation
import transaction
import unittest


PASSWORD = "correct horse 26"
PEOPLE = tuple(f"personne{number}" for number in range(8))
TIMES = 3


class TestTogether(unittest.TestCase):
    layer = FUNCTIONAL

    def setUp(self):
        with stream.silence():
            for userid in PEOPLE:
                people.create_account(
                    userid, fullname=userid, email=f"{userid}@example.com", kind="staff", password=PASSWORD
                )
        self.portal = self.layer["portal"]
        self.entry = stream.post("Quel jour ?", author=PEOPLE[0], kind="poll", options=["Lundi", "Mardi"])
        transaction.commit()

    def write(self, number):
        """Return the statuses of what one person sends: new posts, comments, a reaction changed and votes changed."""
        session = Session(self.portal, PEOPLE[number], PASSWORD, accept="application/json")
        post, sent = f"@posts/{self.entry.id}", []
        for turn in range(TIMES):
            mark = f"{PEOPLE[number]}-{turn}"
            sent += [
                session.post("@stream", json={"text": f"Publication {mark}"}),
                session.post(f"{post}/comments", json={"text": f"Commentaire {mark}"}),
                session.post(f"{post}/reactions", json={"reaction": ("like", "thank", "applaud")[turn]}),
                session.post(f"@stream/{self.entry.id}/vote", json={"options": [(number + turn) % 2]}),
            ]
        return [answer.status_code for answer in sent]

    def test_all_of_it_is_there_once_and_counted_exactly(self):
        with ThreadPoolExecutor(len(PEOPLE)) as pool:
            statuses = [status for found in pool.map(self.write, range(len(PEOPLE))) for status in found]
        self.assertEqual([], [status for status in statuses if status >= 300])
        transaction.begin()
        entry = self.entry
        publication = stream.publication(entry.id)
        comments = [one.text for one in IConversation(publication).getComments()]
        wanted = sorted(f"{userid}-{turn}" for userid in PEOPLE for turn in range(TIMES))
        self.assertEqual(wanted, sorted(text.removeprefix("Commentaire ") for text in comments))
        self.assertEqual(len(wanted), entry.comments)
        self.assertEqual((("applaud", len(PEOPLE)),), entry.reactions)
        self.assertEqual({"applaud": len(PEOPLE)}, discussion.reaction_counts(publication))
        self.assertEqual((8, [4, 4]), (entry.poll.voters(), [count() for count in entry.poll.counts]))
        items = Session(self.portal, PEOPLE[0], PASSWORD, accept="application/json").get("@stream?size=100").json()
        texts = [item["text"] for item in items["items"]]
        self.assertEqual(wanted, sorted(text.removeprefix("Publication ") for text in texts if "Publication" in text))
