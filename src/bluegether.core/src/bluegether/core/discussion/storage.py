"""Where discussion keeps what plone.app.discussion does not: one annotation per object, created by the first write."""

from BTrees.LLBTree import LLTreeSet
from BTrees.OIBTree import OIBTree
from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from persistent import Persistent


UNCOUNTED_KEY = "bluegether.core.discussion"
REACTIONS_KEY = "bluegether.core.discussion.reactions"
FOLLOWERS_KEY = "bluegether.core.discussion.followers"
TRACES_KEY = "bluegether.core.discussion.traces"
FILES_KEY = "bluegether.core.discussion.files"  # on a comment: a tuple of File


class Uncounted(Persistent):
    """On content: the comments that nobody is to see any more, so that counting does not ask each comment."""

    def __init__(self):
        self.hidden = LLTreeSet()  # ids of comments hidden by moderation
        self.withdrawn = LLTreeSet()  # ids of comments that their author took back while others had replied


class Reactions(Persistent):
    """On content or a comment: one reaction per person."""

    def __init__(self):
        self.by_person = OOBTree()  # user id -> reaction
        self.counts = OIBTree()  # reaction -> number of people, kept beside


class File(Persistent):
    """A file of a comment. What it is was read from its content. `thumbnail` is a JPEG made here, or empty."""

    def __init__(self, *, name: str, content_type: str, blob, thumbnail: bytes):
        self.name = name
        self.content_type = content_type
        self.blob = blob
        self.thumbnail = thumbnail

    @property
    def size(self) -> int:
        return self.blob.getSize()


class Followers(Persistent):
    """On content: who asked to be told of its comments."""

    def __init__(self):
        self.people = OOTreeSet()  # user ids


class Followed(Persistent):
    """On the site: what each person follows, so that it is found again without looking at all content."""

    def __init__(self):
        self.by_person = OOBTree()  # user id -> OOTreeSet of the UIDs of content

    def add(self, userid: str, uid: str) -> None:
        if userid not in self.by_person:
            self.by_person[userid] = OOTreeSet()
        self.by_person[userid].insert(uid)

    def discard(self, userid: str, uid: str) -> None:
        uids = self.by_person.get(userid, ())
        if uid in uids:
            uids.remove(uid)


class Traces(Persistent):
    """On the site: where each person wrote, reacted or is named, so that erasing them need not look everywhere."""

    def __init__(self):
        self.by_person = OOBTree()  # user id -> OOTreeSet of keys of content and comments; some of it may be gone

    def add(self, userid: str, key: str) -> None:
        if userid not in self.by_person:
            self.by_person[userid] = OOTreeSet()
        self.by_person[userid].insert(key)
