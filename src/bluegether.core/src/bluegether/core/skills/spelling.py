"""When two spellings are the same, and where the words of one begin.

Case, accents, spaces and punctuation do not count: `Node.js`, `NodeJS` and `node js` are one spelling. The signs `+`
and `#` do, for they tell C from C++ and C#.
"""

import re
import unicodedata


WORD = re.compile(r"(?:[^\W_]|[+#])+(?P<elided>(?<=[dlnsDLNS])['’](?=\w))?")
LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d"})


def key(text: str) -> str:
    """Return what all equal spellings have in common: letters and figures without accents, `+` and `#`."""
    return "".join(sign for sign in _plain(text) if sign.isalnum() or sign in "+#")


def words(text: str) -> list[str]:
    """Return the keys of the text from each of its words on but the first: `learning` for `Machine learning`.

    What French leaves out begins no word: `ateliers` for `Animation d’ateliers`, not `d`.
    """
    found = [(key(match.group()), bool(match.group("elided"))) for match in WORD.finditer(text)]
    parts = [part for part, _elided in found]
    return ["".join(parts[start:]) for start in range(1, len(parts)) if not found[start][1] and parts[start]]


def slug(text: str) -> str:
    """Return an identifier for this text: `cpp` for C++, `csharp` for C#, `apprentissage-automatique`."""
    plain = _plain(text).replace("+", "p").replace("#", "sharp")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(LIGATURES))
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))
