"""Where endorsements are kept: one annotation of the site, one tree for each person, so that writers do not meet."""

from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from persistent import Persistent


KEY = "bluegether.core.expertise"
LAST = "\U0010ffff"


class Expertise(Persistent):
    """The room's trees. Ids only; times aware UTC."""

    def __init__(self):
        self.received = OOBTree()  # user id -> OOBTree: (skill id, endorser) -> (moment, title of the experience)
        self.given = OOBTree()  # endorser -> OOTreeSet of (user id, skill id)
        self.counted = OOBTree()  # skill id -> OOTreeSet of (minus the number of endorsements, user id)
        self.asked = OOBTree()  # user id of who is asked -> OOBTree: (asker, skill id) -> moment; open requests
        self.asking = OOBTree()  # asker -> OOBTree: (skill id, user id of who is asked) -> moment of the last request

    def endorsers(self, owner: str, skill_id: str) -> dict[str, tuple]:
        """Return endorser -> (moment, title of the experience)."""
        tree = self.received.get(owner)
        found = tree.items((skill_id, ""), (skill_id, LAST)) if tree is not None else ()
        return {endorser: value for (_skill, endorser), value in found}

    def count(self, owner: str, skill_id: str) -> int:
        """Return how many endorse this skill of this person."""
        tree = self.received.get(owner)
        return sum(1 for _key in tree.keys((skill_id, ""), (skill_id, LAST))) if tree is not None else 0

    def put(self, owner: str, skill_id: str, endorser: str, value: tuple) -> None:
        """Keep an endorsement, in place of an earlier one of the same person."""
        before = self.count(owner, skill_id)
        _in(self.received, owner, OOBTree)[(skill_id, endorser)] = value
        _in(self.given, endorser, OOTreeSet).insert((owner, skill_id))
        self._recount(owner, skill_id, before)

    def drop(self, owner: str, skill_id: str, endorser: str) -> bool:
        """Take an endorsement away and return whether it was there."""
        before = self.count(owner, skill_id)
        if self.received.get(owner, {}).pop((skill_id, endorser), None) is None:
            return False
        _out(self.given, endorser, (owner, skill_id))
        _tidy(self.received, owner)
        self._recount(owner, skill_id, before)
        return True

    def request(self, asker: str, skill_id: str, asked: str, moment) -> None:
        """Keep an open request."""
        _in(self.asked, asked, OOBTree)[(asker, skill_id)] = moment
        _in(self.asking, asker, OOBTree)[(skill_id, asked)] = moment

    def close(self, asker: str, skill_id: str, asked: str) -> bool:
        """End an open request and return whether it was there; when it was made stays known to its maker's limit."""
        found = self.asked.get(asked, {}).pop((asker, skill_id), None)
        _tidy(self.asked, asked)
        return found is not None

    def forget_request(self, asker: str, skill_id: str, asked: str) -> None:
        """Erase a request and that it was made."""
        self.close(asker, skill_id, asked)
        self.asking.get(asker, {}).pop((skill_id, asked), None)
        _tidy(self.asking, asker)

    def _recount(self, owner: str, skill_id: str, before: int) -> None:
        after = self.count(owner, skill_id)
        if before and before != after:
            _out(self.counted, skill_id, (-before, owner))
        if after and before != after:
            _in(self.counted, skill_id, OOTreeSet).insert((-after, owner))


def _in(tree, key, factory):
    if key not in tree:
        tree[key] = factory()
    return tree[key]


def _out(tree, key, member) -> None:
    if key in tree and member in tree[key]:
        tree[key].remove(member)
        _tidy(tree, key)


def _tidy(tree, key) -> None:
    if key in tree and not tree[key]:
        del tree[key]
