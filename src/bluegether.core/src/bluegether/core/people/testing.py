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
from plone.testing.zope import Browser
from zope.interface import implementer
import transaction
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


PASSWORD = "Correct-horse-26"  # noqa: S105 (of accounts that live as long as a test)
# User id -> kind of account and global roles beyond it
PERSONAS = {
    "rh": ("staff", ["HR Referent"]),
    "animatrice": ("staff", ["Animator"]),
    "consultante": ("consultant", []),
    "cliente": ("client", []),
}


class PeopleTest(unittest.TestCase):
    """The test user is an HR referent; the site's clock stands still."""

    def setUp(self):
        self.portal = self.layer["portal"]
        setRoles(self.portal, TEST_USER_ID, ["Member", "HR Referent"])
        self.clock = FakeClock()
        self.portal.getSiteManager().registerUtility(self.clock, IClock)
        api.portal.set_registry_record("plone.available_languages", ["en", "fr"])
        self.outbox = self.portal.MailHost
        del self.outbox.messages[:]

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

    def personas(self) -> None:
        """Create one person of each sort, with PASSWORD."""
        for userid, (kind, roles) in PERSONAS.items():
            self.create(userid, kind=kind, password=PASSWORD, fullname=f"{userid.capitalize()} Test")
            self.portal.acl_users.userFolderEditUser(userid, None, [*people.KINDS[kind], *roles], [])
        transaction.commit()

    def browser(self, userid: str = "") -> Browser:
        """Return a browser, signed in as this persona."""
        browser = Browser(self.layer["app"])
        browser.handleErrors = True
        browser.raiseHttpErrors = False
        browser.followRedirects = True
        if userid:
            browser.addHeader("Authorization", f"Basic {userid}:{PASSWORD}")
        return browser

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
