"""`@@mailbox`: mail that waits in the queue, for looking at it where there is no mail server. Never in production."""

from bluegether.core.notifications.browser.page import Page
from email import message_from_bytes
from email import policy
from functools import cached_property
from pathlib import Path
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode
from zExceptions import NotFound
import os


PRODUCTION = "BLUEGETHER_PRODUCTION"
SHOWN = 100
FOLDERS = ("new", "cur")


def available(host) -> bool:
    """Return whether mail can be looked at here: no production, no mail server, a queue on this disk."""
    return bool(not os.environ.get(PRODUCTION) and not host.smtp_host and getattr(host, "smtp_queue", False))


class Mailbox(Page):
    """The list, or one mail: its text, and its HTML in a frame that may do nothing."""

    index = ViewPageTemplateFile("mailbox.pt")

    def __call__(self):
        if not available(self.host):
            raise NotFound(self.__name__)
        if self.request.form.get("html"):
            return self.html()
        return self.index()

    @property
    def host(self):
        return api.portal.get_tool("MailHost")

    def rows(self) -> list[dict]:
        """Return the newest mails."""
        files = sorted(self.files(), key=lambda path: path.stat().st_mtime, reverse=True)[:SHOWN]
        return [self.row(path) for path in files]

    def row(self, path: Path) -> dict:
        message = parsed(path)
        return {
            "subject": str(message["Subject"] or ""),
            "to": str(message["To"] or ""),
            "date": str(message["Date"] or ""),
            "url": self.address(path),
        }

    @cached_property
    def mail(self) -> dict | None:
        """Return the mail that the address names."""
        if not self.request.form.get("name"):
            return None
        path = self.named()
        message = parsed(path)
        plain, html = message.get_body(("plain",)), message.get_body(("html",))
        return self.row(path) | {
            "headers": [{"name": name, "value": str(value)} for name, value in message.items()],
            "text": plain.get_content() if plain is not None else "",
            "html": f"{self.address(path)}&html=1" if html is not None else "",
        }

    def address(self, path: Path) -> str:
        return f"{self.url}?{urlencode({'name': path.name})}"

    def html(self) -> str:
        """Return the HTML part as a page of its own, shown in a frame without rights."""
        part = parsed(self.named()).get_body(("html",))
        if part is None:
            raise NotFound("html")
        self.request.response.setHeader("Content-Type", "text/html; charset=utf-8")
        return part.get_content()

    def named(self) -> Path:
        """Return the file that the address names; nothing outside of the queue."""
        name = self.text("name")
        for path in self.files():
            if path.name == name:
                return path
        raise NotFound(name)

    def files(self) -> list[Path]:
        folder = Path(self.host.smtp_queue_directory or "")
        return [
            path
            for name in FOLDERS
            if (folder / name).is_dir()
            for path in (folder / name).iterdir()
            if path.is_file() and not path.name.startswith(".")
        ]


def parsed(path: Path):
    """Return the mail; the queue puts two lines of its own before it."""
    data = path.read_bytes()
    while data.startswith((b"X-Zope-From:", b"X-Zope-To:")):
        data = data.partition(b"\n")[2]
    return message_from_bytes(data, policy=policy.default)
