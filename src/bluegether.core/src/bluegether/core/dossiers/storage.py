"""Where it is kept who made a dossier of whom, and how fresh profiles are: one annotation of the site. No file is."""

from bluegether.core.kit.annotation import store
from bluegether.core.kit.annotation import stored
from BTrees.LOBTree import LOBTree
from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from persistent import Persistent
from plone import api


KEY = "bluegether.core.dossiers"


class Made(Persistent):
    """A dossier was made by somebody else. Ids only; the time is the key."""

    def __init__(self, *, maker: str, language: str, anonymous: bool, kind: str, purpose: str):
        self.maker = maker  # user id, empty once that person is erased
        self.language = language
        self.anonymous = anonymous
        self.kind = kind  # docx or pdf
        self.purpose = purpose


class Freshness(Persistent):
    """How fresh one profile is. `refreshed` is the key in `by_date`."""

    def __init__(self, refreshed: int, digest: str):
        self.refreshed = refreshed  # microseconds since 1970
        self.digest = digest  # of skills and experiences, to see whether they changed
        self.listed = False  # whether it is in `by_date`
        self.asked = ()  # why the person was asked to look at it since then: "age", or the key of a mission


class Dossiers(Persistent):
    """The room's trees."""

    def __init__(self):
        self.made = OOBTree()  # user id -> LOBTree: microseconds since 1970 -> Made
        self.makers = OOBTree()  # user id of a maker -> OOTreeSet of (user id, microseconds)
        self.expiry = LOBTree()  # microseconds since 1970 of its making, first free one -> (user id, microseconds)
        self.freshness = OOBTree()  # user id -> Freshness
        self.by_date = LOBTree()  # microseconds since 1970 of the last refreshing -> user id, consultants only
        self.unasked = LOBTree()  # the same for those who were not asked for its age yet


def readable() -> Dossiers | None:
    """Return the room's trees, None before the first writing."""
    return stored(api.portal.get(), KEY)


def writable() -> Dossiers:
    """Return the room's trees, made when they are missing."""
    return store(api.portal.get(), KEY, Dossiers)


def free_key(tree, moment) -> int:
    """Return the moment in microseconds since 1970, or the first free key after it."""
    key = int(moment.timestamp() * 1_000_000)
    while key in tree:
        key += 1
    return key


def record(trees: Dossiers, userid: str, moment, made: Made) -> int:
    """Keep that a dossier was made and return its key."""
    if userid not in trees.made:
        trees.made[userid] = LOBTree()
    key = free_key(trees.made[userid], moment)
    trees.made[userid][key] = made
    if made.maker not in trees.makers:
        trees.makers[made.maker] = OOTreeSet()
    trees.makers[made.maker].insert((userid, key))
    trees.expiry[free_key(trees.expiry, moment)] = (userid, key)
    return key


def drop(trees: Dossiers, userid: str, key: int) -> None:
    """Forget one dossier that was made."""
    made = trees.made.get(userid, {}).pop(key, None)
    if made is not None and made.maker in trees.makers:
        trees.makers[made.maker].discard((userid, key))
        if not trees.makers[made.maker]:
            del trees.makers[made.maker]
    if userid in trees.made and not trees.made[userid]:
        del trees.made[userid]


def place(trees: Dossiers, userid: str, fresh: Freshness, moment, *, listed: bool) -> None:
    """Put a profile where its freshness belongs, from now on fresh since `moment`."""
    unplace(trees, fresh)
    fresh.refreshed = free_key(trees.by_date, moment)
    fresh.asked = ()
    fresh.listed = listed
    if listed:
        trees.by_date[fresh.refreshed] = userid
        trees.unasked[fresh.refreshed] = userid


def unplace(trees: Dossiers, fresh: Freshness) -> None:
    """Take a profile out of the order of dates."""
    if fresh.listed:
        trees.by_date.pop(fresh.refreshed, None)
        trees.unasked.pop(fresh.refreshed, None)
    fresh.listed = False
