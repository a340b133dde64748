"""What tests of notifications share: a clock, people, a page that people comment, an outbox, a device."""

from bluegether.core.kit.interfaces import IClock
from bluegether.core.notifications import api as notifications
from bluegether.core.people import api as people
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from datetime import datetime
from datetime import UTC
from email import message_from_bytes
from email import policy
from http.server import BaseHTTPRequestHandler
from http.server import HTTPServer
from plone import api
from threading import Thread
from zope.interface import implementer
import base64
import http_ece
import json
import secrets


PASSWORD = "correct horse 26"  # noqa: S105 (of accounts that live as long as a test)
PEOPLE = (
    ("ana", "Ana Diaz", "staff", "lyon"),
    ("bob", "Bob Martin", "consultant", "paris"),
    ("zoe", "Zoé Petit", "partner", "lyon"),
    ("carl", "Carl Client", "client", ""),
)
DISCUSSED = "plone.app.discussion.interfaces.IDiscussionSettings.globally_enabled"
# A Tuesday, ten in the morning in Paris.
BEGIN = datetime(2026, 11, 3, 9, tzinfo=UTC)


@implementer(IClock)
class Clock:
    """A present that tests move."""

    def __init__(self, moment: datetime = BEGIN):
        self.moment = moment

    def now(self) -> datetime:
        return self.moment

    def at(self, day: int, hour: int, minute: int = 0) -> None:
        """Go to this day of November 2026 and this hour in Paris."""
        self.moment = datetime(2026, 11, day, hour - 1, minute, tzinfo=UTC)


def create_people() -> None:
    """Create the accounts, all of them long before."""
    api.portal.set_registry_record("bluegether.people.units", {"lyon": "Lyon", "paris": "Paris"})
    for userid, fullname, kind, unit in PEOPLE:
        people.create_account(
            userid,
            fullname=fullname,
            email=f"{userid}@example.com",
            kind=kind,
            unit=unit,
            password=PASSWORD,
            arrived=datetime(2026, 1, 5, tzinfo=UTC),
        )


def create_page(portal, owner: str = "ana", title: str = "Plan de charge"):
    """Create a page of this owner that members see and comment."""
    api.portal.set_registry_record(DISCUSSED, True)
    with api.env.adopt_roles(["Manager"]):
        page = api.content.create(portal, "Document", title=title, creators=(owner,))
        page.allow_discussion = page.exclude_from_nav = True
        page.changeOwnership(api.user.get(userid=owner).getUser())
        for permission in ("View", "Access contents information"):
            page.manage_permission(permission, ["Manager", "Member"])
        page.reindexObject()
    return page


def clear_texts(userid: str, **values) -> list[str]:
    """Return what the person's centre says, translated into English."""
    return [english(item.text) for item in notifications.notices(userid, **values).items]


def english(text) -> str:
    """Return the text as an English reader sees it."""
    from zope.i18n import translate

    return translate(text, target_language="en")


def outbox(portal) -> list:
    """Return the mails that have left."""
    return [message_from_bytes(data, policy=policy.default) for data in portal.MailHost.messages]


class PushService:
    """A push service on this machine: keeps what it is sent, answers what it is told to, and can read as a browser."""

    def __init__(self, status: int = 201):
        self.status, self.taken = status, []
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                headers = {name.lower(): value for name, value in self.headers.items()}
                service.taken.append((self.path, headers, body))
                self.send_response(service.status)
                if service.status == 302:
                    self.send_header("Location", "/elsewhere")
                self.end_headers()

            def log_message(self, *_arguments):
                """Say nothing."""

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.thread = Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        self.thread.start()
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.secret = secrets.token_bytes(16)

    def subscription(self, name: str = "one") -> dict:
        """Return what a browser would hand to the portal."""
        point = self.key.public_key().public_bytes(
            serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint
        )
        return {
            "endpoint": f"http://127.0.0.1:{self.server.server_port}/{name}",
            "p256dh": base64.urlsafe_b64encode(point).rstrip(b"=").decode(),
            "auth": base64.urlsafe_b64encode(self.secret).rstrip(b"=").decode(),
        }

    def messages(self) -> list[dict]:
        """Return what the browser would show."""
        return [
            json.loads(http_ece.decrypt(body, private_key=self.key, auth_secret=self.secret, version="aes128gcm"))
            for _path, _headers, body in self.taken
        ]

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()
