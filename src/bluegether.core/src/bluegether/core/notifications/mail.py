"""Mail of notifications: in the recipient's language and the site's time, plain text with simple HTML beside it."""

from bluegether.core import _
from bluegether.core.kit import mail
from bluegether.core.kit.clock import local
from bluegether.core.notifications.api import tokens
from bluegether.core.people import api as people
from datetime import datetime
from plone import api
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.globalrequest import getRequest
from zope.i18n import translate
import hashlib
import secrets


class Layout(BrowserView):
    """The HTML beside the text. Everything it shows is translated already."""

    template = ViewPageTemplateFile("mail.pt")


class Letter:
    """One mail to one person: what it says, and how to stop it."""

    def __init__(self, userid: str, scope: str):
        user = api.user.get(userid=userid)
        self.userid = userid
        self.address = user.getProperty("email", "") if user is not None else ""
        self.language = (user.getProperty("language", "") if user is not None else "") or (
            api.portal.get_default_language()
        )
        self.site = api.portal.get()
        self.url = self.site.absolute_url()
        self.scope = scope
        self.stop = f"{self.url}/@@notification-unsubscribe?token={tokens.token(userid, scope)}" if scope else ""

    def say(self, text) -> str:
        """Return the text in the recipient's language."""
        return translate(text, target_language=self.language)

    def when(self, moment: datetime) -> str:
        """Return day and time in the site's zone."""
        return local(moment).strftime("%d/%m/%Y %H:%M")

    def rows(self, items) -> list[dict]:
        """Return the notices as the mail shows them."""
        return [
            {
                "text": self.say(item.text),
                "excerpt": item.excerpt,
                "when": self.when(item.happened),
                "url": f"{self.url}/@@notification-open?id={item.id}",
                "urgent": self.say(_("Urgent")) if item.urgent else "",
            }
            for item in items
        ]

    def send(self, subject: str, rows: list[dict], *, intro: str, after: str = "", headers: dict) -> None:
        """Queue it; who has no address gets none."""
        if not self.address:
            return
        foot = self.foot()
        values = {"intro": intro, "rows": rows, "after": after, "foot": foot, "language": self.language}
        html = Layout(self.site, getRequest()).template(subject=subject, title=self.site.Title(), **values)
        if self.stop:
            headers |= {
                "List-Unsubscribe": f"<{self.stop}>",
                "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            }
        mail.send(self.address, one_line(subject), text_of(intro, rows, after, foot), html=html, headers=headers)

    def foot(self) -> list[dict]:
        """Return the links at the end."""
        links = [(_("Choose what you are told, how and when:"), f"{self.url}/@@notification-settings")]
        if self.stop:
            text = _("Receive no such mail any more:") if self.scope != tokens.ALL else _("Receive no mail any more:")
            links.append((text, self.stop))
        return [{"text": self.say(text), "url": url} for text, url in links]

    def message_id(self, *parts) -> str:
        """Return a Message-ID that tells outsiders nothing."""
        known = hashlib.sha256(" ".join((self.userid, *map(str, parts))).encode()).hexdigest()[:24]
        return f"<{known}@{mail.host()}>"

    def hello(self) -> str:
        person = people.account(self.userid)
        return self.say(_("Hello ${name},", mapping={"name": person.fullname if person else self.userid}))


def send_one(userid: str, item) -> None:
    """Queue the mail about one notice, in the thread of what it is about."""
    letter = Letter(userid, "" if item.urgent else item.category)
    root = letter.message_id("about", item.thing.partition("/")[0])
    headers = {
        "Message-ID": letter.message_id("notice", item.id, secrets.token_hex(8)),
        "In-Reply-To": root,
        "References": root,
    }
    if item.urgent:
        headers["Importance"] = "high"
    letter.send(letter.say(item.text), letter.rows([item]), intro=letter.hello(), headers=headers)


def send_digest(userid: str, items: list, *, more: bool) -> None:
    """Queue one mail about all these notices."""
    letter = Letter(userid, tokens.ALL)
    mapping = {"site": letter.site.Title(), "count": len(items)}
    subject = _("${site}: ${count} notifications", mapping=mapping)
    if len(items) == 1:
        subject = _("${site}: ${text}", mapping={"site": letter.site.Title(), "text": letter.say(items[0].text)})
    after = letter.say(_("There is more in the portal.")) if more else ""
    first = letter.say(_("What you have not read yet, newest first:"))
    intro = f"{letter.hello()}\n\n{first}"
    headers = {"Message-ID": letter.message_id("digest", secrets.token_hex(8))}
    letter.send(letter.say(subject), letter.rows(items), intro=intro, after=after, headers=headers)


def text_of(intro: str, rows: list[dict], after: str, foot: list[dict]) -> str:
    """Return the mail as plain text."""
    parts = [intro]
    for row in rows:
        lines = [f"* {row['urgent']} {row['text']}" if row["urgent"] else f"* {row['text']}"]
        lines += [f"  « {row['excerpt']} »"] if row["excerpt"] else []
        parts.append("\n".join([*lines, f"  {row['when']}", f"  {row['url']}"]))
    parts += [after] if after else []
    links = "\n".join(f"{link['text']}\n{link['url']}" for link in foot)
    return "\n\n".join([*parts, f"-- \n{links}"]) + "\n"


def one_line(subject: str) -> str:
    """Return a subject without line breaks, of a readable length."""
    line = " ".join(subject.split())
    return line if len(line) <= 150 else line[:149] + "…"
