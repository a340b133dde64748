"""What tests of people share: a clock that they move, an HR referent, an outbox."""

from bluegether.core.kit.interfaces import IClock
from bluegether.core.people import api as people
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from email import message_from_bytes
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from zope.interface import implementer
import unittest


@implementer(IClock)
class FakeClock:
    """A present that tests move."""

    def __init__(self):
        self.moment = datetime(2026, 11, 2, 9, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def pass_days(self, days: float) -> None:
        """Let so many days pass."""
        self.moment += timedelta(days=days)


class PeopleTest(unittest.TestCase):
    """The test user is an HR referent; the site's clock stands still."""

    def setUp(self):
        self.portal = self.layer["portal"]
        setRoles(self.portal, TEST_USER_ID, ["Member", "HR Referent"])
        self.clock = FakeClock()
        self.portal.getSiteManager().registerUtility(self.clock, IClock)
        self.outbox = self.portal.MailHost
        self.outbox.reset()

    def invite(self, **values) -> str:
        """Invite somebody and return the token."""
        defaults = {
            "fullname": "Chloé Lefèvre",
            "email": "chloe@example.com",
            "kind": "consultant",
            "employment": "employee",
            "invited_by": TEST_USER_ID,
        }
        return people.invite(**(defaults | values))

    def create(self, userid: str, **values):
        """Create somebody's account, a staff member's unless told otherwise."""
        defaults = {"fullname": userid.capitalize(), "email": f"{userid}@example.com", "kind": "staff"}
        return people.create_account(userid, **(defaults | values))

    def mails(self) -> list:
        """Return the messages sent."""
        return [message_from_bytes(data) for data in self.outbox.messages]

    def text(self, message) -> str:
        """Return a message's text."""
        return message.get_payload(decode=True).decode("utf-8")

    def only(self, **criteria):
        """Return the one invitation that there is."""
        batch = people.invitations(**criteria)
        self.assertEqual(1, batch.total)
        return batch.rows[0]

    def set(self, name: str, value) -> None:
        """Change a setting of the room."""
        api.portal.set_registry_record(f"bluegether.people.{name}", value)
