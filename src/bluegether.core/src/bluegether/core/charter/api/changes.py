"""What changed between two texts of the charter, word by word."""

from bluegether.core.charter.api.versions import Article
from bluegether.core.charter.api.versions import Reading
from dataclasses import dataclass
from difflib import SequenceMatcher
import re


WORDS = re.compile(r"\s+|\w+|[^\w\s]")
# Beyond this the whole text is shown as replaced: matching words costs their square.
MAX_WORDS = 4000


@dataclass(frozen=True)
class Change:
    """One article that is not the same: `kind` is added, removed or changed; segments are (kind, words)."""

    number: int
    kind: str
    title: tuple[tuple[str, str], ...]
    text: tuple[tuple[str, str], ...]
    commitment: str


def changes(old: Reading, new: Reading) -> list[Change]:
    """Return the articles, by number, that differ between two texts."""
    before = {article.number: article for article in old.articles}
    after = {article.number: article for article in new.articles}
    found = [_change(before.get(number), after.get(number)) for number in sorted({*before, *after})]
    return [change for change in found if change is not None]


def _change(before: Article | None, after: Article | None) -> Change | None:
    if before == after:
        return None
    kind = "added" if before is None else "removed" if after is None else "changed"
    shown = after or before
    title = segments(before.title if before else "", after.title if after else "")
    text = segments(before.text if before else "", after.text if after else "")
    return Change(shown.number, kind, title, text, shown.commitment)


def segments(before: str, after: str) -> tuple[tuple[str, str], ...]:
    """Return the words as (same | removed | added, words), in reading order."""
    old, new = WORDS.findall(before), WORDS.findall(after)
    if len(old) + len(new) > MAX_WORDS:
        return tuple((kind, text) for kind, text in (("removed", before), ("added", after)) if text)
    found = []
    for tag, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(("same", "".join(old[start:end])))
            continue
        found.extend((("removed", "".join(old[start:end])), ("added", "".join(new[first:last]))))
    return tuple((kind, text) for kind, text in found if text)
