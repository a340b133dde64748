"""Hashtags: what is talked about this week; renaming and merging them, which their entries follow."""

from bluegether.core import _
from bluegether.core.kit.annotation import store
from bluegether.core.kit.annotation import stored
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Invalid
from bluegether.core.stream.api import rules
from bluegether.core.stream.api.text import folded
from bluegether.core.stream.api.text import is_hashtag
from bluegether.core.stream.storage import KEY
from bluegether.core.stream.storage import Stream
from collections import Counter
from dataclasses import dataclass
from itertools import islice
from plone import api


WEEK = 7  # days
BATCH = 500  # entries moved in one transaction


@dataclass(frozen=True)
class Trend:
    """A hashtag and how many entries of the week that everyone sees hold it."""

    hashtag: str
    count: int


def trends(limit: int = 5) -> list[Trend]:
    """Return the hashtags of the last seven days, most used first; reads counters, no entry."""
    trees = stored(api.portal.get(), KEY)
    if trees is None or trees.trend is None:
        return []
    counts: Counter = Counter()
    for hashtags in trees.trend.values(min=now().toordinal() - WEEK + 1):
        counts.update({hashtag: length() for hashtag, length in hashtags.items()})
    ranked = sorted(
        ((hashtag, count) for hashtag, count in counts.items() if count > 0), key=lambda pair: (-pair[1], pair[0])
    )
    return [Trend(hashtag, count) for hashtag, count in ranked[:limit]]


def rename_hashtag(old: str, new: str) -> None:
    """Give a hashtag another name, or merge it into one that is there. Who writes the old one uses the new.

    At most 500 entries follow at once, the others by the timer. Raises NotAllowed, Invalid.
    """
    rules.require(rules.may_rename_hashtags())
    before, after = _checked(old, "old"), _checked(new, "new")
    trees = store(api.portal.get(), KEY, Stream)
    after = trees.hashtag_now(after) if trees.hashtag_now(after) != before else after
    if before == after:
        raise Invalid(_("This is the same hashtag."), field="new")
    aliases = trees.tree("aliases")
    aliases.pop(after, None)
    for earlier in [one for one, now_called in aliases.items() if now_called == before]:
        aliases[earlier] = after
    aliases[before] = after
    move(BATCH)


def aliases() -> dict[str, str]:
    """Return the hashtags that were renamed -> what they are now."""
    trees = stored(api.portal.get(), KEY)
    return dict(trees.aliases) if trees is not None and trees.aliases is not None else {}


def move(limit: int = BATCH) -> bool:
    """Let entries follow their renamed hashtags, at most so many; return whether there are more. Idempotent."""
    trees = stored(api.portal.get(), KEY)
    if trees is None or not trees.aliases:
        return False
    left = limit
    for before in trees.aliases:
        for negative in list(islice(trees.line("hashtag", before), left)):
            _rename_in(trees, trees.get(-negative))
            left -= 1
        if left <= 0:
            return True
    return False


def _rename_in(trees: Stream, entry) -> None:
    trees.delist(entry)
    entry.hashtags = tuple(dict.fromkeys(map(trees.hashtag_now, entry.hashtags)))
    trees.enlist(entry)


def _checked(hashtag, field: str) -> str:
    plain = folded(hashtag.strip()) if isinstance(hashtag, str) else ""
    if not is_hashtag(plain):
        raise Invalid(_("A hashtag is 2 to 50 letters and digits."), field=field)
    return plain
