"""The verbs and questions of notifications. `delivery`: how a notice reaches people; `centre`: what they see;
`choices`, `quiet`, `schedule`: by which channel and when; `digest`, `push`: what leaves the portal."""

from bluegether.core.notifications.api.announcements import announce
from bluegether.core.notifications.api.announcements import announcement
from bluegether.core.notifications.api.announcements import announcements
from bluegether.core.notifications.api.announcements import can_announce
from bluegether.core.notifications.api.announcements import MAX_TEXT
from bluegether.core.notifications.api.announcements import MAX_TITLE
from bluegether.core.notifications.api.centre import checked_cursor
from bluegether.core.notifications.api.centre import checked_id
from bluegether.core.notifications.api.centre import Count
from bluegether.core.notifications.api.centre import count
from bluegether.core.notifications.api.centre import Item
from bluegether.core.notifications.api.centre import MAX_SIZE
from bluegether.core.notifications.api.centre import notice
from bluegether.core.notifications.api.centre import notices
from bluegether.core.notifications.api.centre import Page
from bluegether.core.notifications.api.centre import read
from bluegether.core.notifications.api.centre import read_all
from bluegether.core.notifications.api.centre import SIZE
from bluegether.core.notifications.api.centre import unread
from bluegether.core.notifications.api.choices import choose
from bluegether.core.notifications.api.choices import Settings
from bluegether.core.notifications.api.choices import settings
from bluegether.core.notifications.api.delivery import deliver
from bluegether.core.notifications.api.delivery import FEW
from bluegether.core.notifications.api.delivery import prune
from bluegether.core.notifications.api.delivery import spread
from bluegether.core.notifications.api.digest import BATCH
from bluegether.core.notifications.api.digest import due_now
from bluegether.core.notifications.api.digest import send_due
from bluegether.core.notifications.api.kinds import categories
from bluegether.core.notifications.api.kinds import name_of
from bluegether.core.notifications.api.personal import erase
from bluegether.core.notifications.api.personal import export
from bluegether.core.notifications.api.push import devices
from bluegether.core.notifications.api.push import jobs
from bluegether.core.notifications.api.push import keys
from bluegether.core.notifications.api.push import note
from bluegether.core.notifications.api.push import public_key
from bluegether.core.notifications.api.push import send
from bluegether.core.notifications.api.push import subscribe
from bluegether.core.notifications.api.push import unsubscribe
from bluegether.core.notifications.api.quiet import free_from
from bluegether.core.notifications.api.schedule import again
from bluegether.core.notifications.api.schedule import next_mail
from bluegether.core.notifications.api.stopping import stop
from bluegether.core.notifications.api.stopping import Stopping
from bluegether.core.notifications.api.stopping import stopping
from bluegether.core.notifications.api.tokens import ALL
from bluegether.core.notifications.api.tokens import ensure_secrets
from bluegether.core.notifications.api.tokens import token
from bluegether.core.notifications.api.wanted import is_on
from bluegether.core.notifications.api.wanted import setting


__all__ = [
    "ALL",
    "BATCH",
    "FEW",
    "MAX_SIZE",
    "MAX_TEXT",
    "MAX_TITLE",
    "SIZE",
    "Count",
    "Item",
    "Page",
    "Settings",
    "Stopping",
    "again",
    "announce",
    "announcement",
    "announcements",
    "can_announce",
    "categories",
    "checked_cursor",
    "checked_id",
    "choose",
    "count",
    "deliver",
    "devices",
    "due_now",
    "ensure_secrets",
    "erase",
    "export",
    "free_from",
    "is_on",
    "jobs",
    "keys",
    "name_of",
    "next_mail",
    "note",
    "notice",
    "notices",
    "prune",
    "public_key",
    "read",
    "read_all",
    "send",
    "send_due",
    "setting",
    "settings",
    "spread",
    "stop",
    "stopping",
    "subscribe",
    "token",
    "unread",
    "unsubscribe",
]
