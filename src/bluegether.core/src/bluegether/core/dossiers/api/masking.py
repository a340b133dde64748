"""Take names and figures out of texts, however they are written.

A name is found without regard to case, accents, ligatures, invisible signs and what stands between its words
(`Banque-Méridionale`, `banquemeridionale.com`). The distinctive words of a name are found where they begin with a
capital letter, its initials where they are capitals. It errs on the side of masking: the preview shows the outcome.
"""

from collections.abc import Callable
from collections.abc import Iterable
import re
import unicodedata


LIGATURES = {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i"}
# Words that many names share, or that are no names at all: never masked by themselves.
COMMON = frozenset(
    re.findall(
        r"\w+",
        """
        agence assurance assurances banque bank bureau caisse centre center clinique cloud company compagnie conseil
        consulting corp credit data departement digital direction energie energies energy entreprise europe federation
        fondation france french general generale gmbh group groupe hopital hospital inc industrie industries institut
        institute insurance international laboratoire laboratoires ltd mairie metropole ministere mutuelle national
        nationale office public publique region regional sa sante sarl sas service services societe software solutions
        systemes systems technologies technology telecom telecoms transport transports union universite university
        ville
        """,
    )
)
SMALL = frozenset(re.findall(r"\w+", "a and au aux d de des du en et for l la le les of on pour s sur the un une"))
MIN_WORD = 4
MIN_INSIDE = 8  # a name of several words, or of so many letters, is found inside longer words, too
JOINS = "@._-/#"  # what stands between the parts of an address
BETWEEN = r"[\W_]{0,4}"
BEFORE, AFTER = r"(?<![^\W_])", r"(?![^\W_])"
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
WEB = re.compile(r"(?:https?://|www\.)\S+|\b(?:linkedin|github|gitlab|twitter|x)\.com/\S+", re.IGNORECASE)
PHONE = re.compile(r"(?<![\w.,])(?:(?:\+|00)[1-9](?:[\s.\-()/]{0,2}\d){8,13}|0[1-9](?:[\s.\-/]?\d){8})(?!\w)")
CURRENCY = r"(?:k\s?)?(?:€|eur\b|euros?\b|\$|usd\b|£|gbp\b|chf\b)"
MONEY = rf"\d[\d\s.,]*{CURRENCY}"
PER = r"\s*(?:ht|ttc)?\s*(?:/|par|per|a|an|la)\s*(?:j(?:our(?:nee)?)?|jh|d(?:ay)?|h(?:eure|our)?)\b"
DAILY = r"\b(?:tjm|cjm|tarif journalier|taux (?:journalier|horaire)|(?:daily|day|hourly) rate)\b"
RATE = re.compile(
    rf"{DAILY}[^\d\n.;]{{0,25}}\d[\d\s.,]*{CURRENCY}?(?:{PER})?"
    rf"|\b(?:tarif|taux|rate)\b[^\d\n.;]{{0,25}}{MONEY}(?:{PER})?|{MONEY}{PER}"
)


def folded(text: str) -> tuple[str, list[int]]:
    """Return the text in small letters without accents and invisible signs, and the place of each sign in the text."""
    signs, places = [], []
    for place, sign in enumerate(text):
        plain = LIGATURES.get(sign.lower()) or unicodedata.normalize("NFKD", sign).casefold()
        for one in plain:
            if unicodedata.category(one) not in ("Mn", "Cf"):
                signs.append(one)
                places.append(place)
    return "".join(signs), places


def words(name: str) -> list[str]:
    """Return the words of a name, folded."""
    return re.findall(r"[^\W_]+", folded(name)[0])


class Written:
    """A text and its folded form, in which patterns look for what is to be replaced."""

    def __init__(self, text: str):
        self.text = text
        self.plain, self.places = folded(text)
        self.found: list[tuple[int, int, str]] = []  # (start, end, what to write there) in the text
        self._taken = bytearray(len(text))

    def mark(self, pattern: re.Pattern, by: str, allowed: Callable[[str, int, int], bool] | None = None) -> None:
        """Mark what the pattern finds, unless it is marked already or not allowed to be taken for the thing."""
        for match in pattern.finditer(self.plain):
            if match.end() == match.start():
                continue
            start, end = self.places[match.start()], self.places[match.end() - 1] + 1
            while end < len(self.text) and unicodedata.combining(self.text[end]):
                end += 1
            if any(self._taken[start:end]) or (allowed is not None and not allowed(self.text, start, end)):
                continue
            self._taken[start:end] = b"\1" * (end - start)
            self.found.append((start, end, by))

    def replaced(self) -> str:
        """Return the text with everything that was marked replaced."""
        parts, last = [], 0
        for start, end, by in sorted(self.found):
            parts += [self.text[last:start], by]
            last = end
        return "".join([*parts, self.text[last:]])


def looks_like_a_name(text: str, start: int, end: int) -> bool:
    """Return whether a word is written like a name: a capital letter first, or inside an address."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    in_address = (before[-1:] in JOINS and before[-1:]) or (after[:1] in JOINS and after[1:2].isalnum())
    return text[start].isupper() or bool(in_address)


def is_capitals(text: str, start: int, end: int) -> bool:
    """Return whether all letters are capitals."""
    return text[start:end].isupper()


class Name:
    """One name that must not be read, and what stands in its place."""

    def __init__(self, name: str, by: str, *, shortest: int = MIN_WORD, initials: bool = True):
        self.by = by
        self.words = words(name)
        self.letters = len("".join(self.words))
        telling = [word for word in self.words if word not in SMALL]
        distinct = [word for word in telling if word not in COMMON]
        short = distinct if 0 < len(distinct) < len(self.words) or shortest < MIN_WORD else []
        self.whole = self._pattern([BETWEEN.join(self.words)], inside=len(self.words) > 1 or self.letters >= MIN_INSIDE)
        # The name without its common words (`Groupe Hespéride`: `hespéride`), then word by word.
        self.parts = self._pattern([BETWEEN.join(short), *(word for word in short if len(word) >= shortest)])
        letters = {"".join(word[0] for word in those) for those in (self.words, telling)} if initials else set()
        self.initials = self._pattern([those for those in letters if len(those) >= 2])

    def _pattern(self, choices: list[str], *, inside: bool = False) -> re.Pattern | None:
        choices = sorted(filter(None, choices), key=lambda choice: (-len(choice), choice))
        if not choices:
            return None
        found = f"(?:{'|'.join(choices)})"
        return re.compile(found if inside else f"{BEFORE}{found}{AFTER}")

    def patterns(self) -> tuple:
        """Return (pattern, what decides whether a find is meant), the surest first."""
        return (self.whole, None), (self.parts, looks_like_a_name), (self.initials, is_capitals)


class Mask:
    """What a dossier's texts must not say. Longer names are looked for first."""

    def __init__(self, names: Iterable[Name] = (), *, contacts: bool = False):
        self.names = sorted(names, key=lambda name: name.letters, reverse=True)
        self.contacts = contacts  # whether mail addresses, phone numbers and web addresses are taken out

    def __call__(self, text: str) -> str:
        """Return the text as it may be read."""
        if not text:
            return ""
        for pattern in (EMAIL, WEB, PHONE) if self.contacts else ():
            text = pattern.sub("…", text)
        written = Written(text)
        written.mark(RATE, "…")
        # Whole names first: a word of one name may be all of another.
        for step in zip(*(name.patterns() for name in self.names), strict=True):
            for name, (pattern, allowed) in zip(self.names, step, strict=True):
                if pattern is not None:
                    written.mark(pattern, name.by, allowed)
        return written.replaced()
