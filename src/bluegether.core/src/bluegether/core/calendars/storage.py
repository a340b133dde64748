"""Where feeds are kept: one annotation of the site."""

from BTrees.OOBTree import OOBTree
from persistent import Persistent
from secrets import token_hex


KEY = "bluegether.core.calendars"


class Feed(Persistent):
    """One person's feed. The token itself is kept nowhere; times aware UTC."""

    def __init__(self, userid: str, *, created):
        self.userid = userid
        self.created = created
        self.salt = token_hex(16)  # identifiers of entries are derived with it, and outlive a renewed token
        self.digest = ""  # SHA-256 of the token, in hexadecimal
        self.renewed = created  # when the token in use was made
        self.language = ""
        self.detail = "full"
        self.chosen = {}  # source -> True or False, for those that the person decided about
        self.used = None  # local day when a program last fetched it, written by the timer


class Calendars(Persistent):
    """The room's trees."""

    def __init__(self):
        self.feeds = OOBTree()  # user id -> Feed
        self.tokens = OOBTree()  # SHA-256 of a token -> user id; valid ones only
