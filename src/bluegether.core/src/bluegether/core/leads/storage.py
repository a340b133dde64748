"""Where leads are kept: one annotation of the site."""

from bluegether.core.kit.annotation import store
from bluegether.core.kit.annotation import stored
from BTrees.LLBTree import LLTreeSet
from BTrees.LOBTree import LOBTree
from BTrees.OOBTree import OOBTree
from persistent import Persistent
from plone import api


KEY = "bluegether.core.leads"


class Lead(Persistent):
    """One lead. Ids only; times aware UTC. `history`: (moment, user id, what, reason) of each step, for the author too.

    `notes`: (moment, user id, text) for sales alone.
    """

    def __init__(self, key: int, *, author: str, received, due, **values):
        self.key = key
        self.author = author  # user id, empty once erased
        self.received = received
        self.due = due  # until when sales answer
        self.company = values["company"]
        self.client = values["client"]  # UID of a client, or empty
        self.heard = values["heard"]
        self.contact = values["contact"]
        self.when = values["when"]
        self.sure = values["sure"]
        self.state = "new"
        self.taker = ""  # user id of who follows it
        self.answered = None  # moment of the first answer
        self.escalated = False
        self.reason = ""  # why it was dropped, for the author too
        self.need = ""  # UID
        self.revision = 1
        self.history = ()
        self.notes = ()


class Leads(Persistent):
    """The room's trees. A lead's key is the microsecond since 1970 at which it came, or the first free one after."""

    def __init__(self):
        self.leads = LOBTree()  # key -> Lead
        self.facts = LOBTree()  # key -> (seconds to the first answer or -1, state): figures wake no lead
        self.of_author = OOBTree()  # user id -> keys
        self.of_state = OOBTree()  # state -> keys
        self.of_company = OOBTree()  # plain name of the company -> keys
        self.of_need = OOBTree()  # UID of a need -> key
        self.due = LOBTree()  # microseconds since 1970 until which it is to be answered, or after -> key

    def add(self, lead: Lead, company: str) -> None:
        """Keep a new lead."""
        self.leads[lead.key] = lead
        put(self.of_author, lead.author, lead.key)
        put(self.of_company, company, lead.key)
        put(self.of_state, lead.state, lead.key)
        self.facts[lead.key] = (-1, lead.state)
        self.due[free_key(self.due, lead.due)] = lead.key

    def settle(self, lead: Lead, before: str) -> None:
        """Let the trees follow a step of a lead whose state was `before`."""
        take(self.of_state, before, lead.key)
        put(self.of_state, lead.state, lead.key)
        seconds = int((lead.answered - lead.received).total_seconds()) if lead.answered else -1
        self.facts[lead.key] = (seconds, lead.state)
        if lead.need:
            self.of_need[lead.need] = lead.key


def readable() -> Leads | None:
    """Return the room's trees, None before the first lead. Never writes."""
    return stored(api.portal.get(), KEY)


def writable() -> Leads:
    """Return the room's trees, made when they are missing."""
    return store(api.portal.get(), KEY, Leads)


def free_key(tree, moment) -> int:
    """Return the moment in microseconds since 1970, or the first free key after it."""
    key = int(moment.timestamp() * 1_000_000)
    while key in tree:
        key += 1
    return key


def put(tree: OOBTree, name: str, key: int) -> None:
    """Put a key into the set of this name."""
    if name not in tree:
        tree[name] = LLTreeSet()
    tree[name].insert(key)


def take(tree: OOBTree, name: str, key: int) -> None:
    """Take a key out of the set of this name, and the set when it is empty."""
    found = tree.get(name)
    if found is not None and key in found:
        found.remove(key)
        if not found:
            del tree[name]
