"""Text as it is searched: without case and accents, in words; how far two words are from each other."""

from bluegether.core.people.api.accounts import folded
from bluegether.core.people.api.rules import LIGATURES
from itertools import pairwise
import unicodedata


# Control signs, signs of formatting (those that turn writing round among them), lone halves, ends of lines.
NOT_FOR_FILES = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def plain(text: str) -> str:
    """Return the text without case, accents and ligatures, its words apart by one space."""
    signs = folded(text.casefold().translate(LIGATURES))
    return " ".join("".join(sign if sign.isalnum() else " " for sign in signs).split())


def words(text: str) -> list[str]:
    """Return the words of the text, folded, each once, in their order."""
    return list(dict.fromkeys(plain(text).split()))


def name_words(name: str) -> tuple[str, ...]:
    """Return what a name is found by: its words, and each two together (`jeanpierre`, `lebihan`)."""
    found = plain(name).split()
    pairs = (first + second for first, second in pairwise(found))
    return tuple(sorted({*found, *pairs}))


def initials(name: str) -> tuple[str, ...]:
    """Return the initials of a name, in its order and the other way round; none for one word."""
    letters = "".join(word[0] for word in plain(name).split())
    return tuple(sorted({letters, letters[::-1]})) if len(letters) > 1 else ()


def errors_allowed(word: str) -> int:
    """Return how many typing errors a word may have: short ones none, or everything would be like everything."""
    return 0 if len(word) < 4 else 1 if len(word) < 8 else 2


def is_like(word: str, other: str, errors: int) -> bool:
    """Return whether `other` becomes `word` by so many letters changed, left out, added or swapped at most."""
    before, row = [], list(range(len(other) + 1))
    for here, letter in enumerate(word, 1):
        older, before, row = before, row, [here]
        for there, its in enumerate(other, 1):
            cost = min(before[there] + 1, row[-1] + 1, before[there - 1] + (letter != its))
            if here > 1 and there > 1 and letter == other[there - 2] and its == word[here - 2]:
                cost = min(cost, older[there - 2] + 1)
            row.append(cost)
        if min(row) > errors:
            return False
    return row[-1] <= errors


def clean(text: str) -> str:
    """Return the text as one line for a file: no control signs, nothing that turns the direction of writing."""
    kept = "".join(sign if unicodedata.category(sign) not in NOT_FOR_FILES else " " for sign in text)
    return " ".join(kept.split())


def anchor(text: str) -> str:
    """Return the text as the id of an element, which a selector can name: letters, figures and dashes."""
    return "".join(sign if sign.isascii() and sign.isalnum() else f"-{ord(sign):x}-" for sign in text)
