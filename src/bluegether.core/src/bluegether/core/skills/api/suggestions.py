"""What somebody may be typing: look-ups by prefix, whose cost does not grow with the number of skills."""

from bluegether.core.skills import spelling
from bluegether.core.skills.api.taxonomy import is_family
from bluegether.core.skills.api.taxonomy import kept
from bluegether.core.skills.api.taxonomy import skill
from bluegether.core.skills.interfaces import LANGUAGES
from bluegether.core.skills.storage import ANY
from bluegether.core.skills.storage import Skills
from collections.abc import Iterator
from dataclasses import dataclass
from plone import api


MAX_TEXT = 100
MAX_LIMIT = 50
ENOUGH_FOR_ERRORS = 4  # signs: below that nearly everything is one letter away


@dataclass(frozen=True)
class Suggestion:
    """A skill in the reader's language; `spelling` is what matched when it is another word; `family` is above it."""

    id: str
    title: str
    spelling: str = ""
    family: str = ""


def suggest(text: str, *, language: str = "", limit: int = 10, families: bool = False) -> list[Suggestion]:
    """Return the skills that the text may mean, best first.

    That is: spelled so, title begins so, a word of the title does, a synonym or the title in the other language does;
    when nothing of these is there, one wrong, missing, doubled or swapped letter is forgiven. Families (they only
    group others) are left out unless asked for.
    """
    tongue = (language or api.portal.get_current_language())[:2]
    tongue = tongue if tongue in LANGUAGES else LANGUAGES[0]
    wanted = spelling.key(text[:MAX_TEXT])
    trees = kept()
    found: dict[str, str] = {}
    for skill_id, written in _candidates(trees, wanted, tongue) if wanted else ():
        if families or not is_family(skill_id):
            found.setdefault(skill_id, written)
        if len(found) >= min(limit, MAX_LIMIT):
            break
    return [_suggestion(skill_id, written, tongue) for skill_id, written in found.items()]


def _candidates(trees: Skills, wanted: str, language: str) -> Iterator[tuple[str, str]]:
    found = False
    for candidate in _beginning(trees, wanted, language):
        found = True
        yield candidate
    if not found and len(wanted) >= ENOUGH_FOR_ERRORS:
        for tier in (f"{ANY}0", f"{ANY}1"):
            for variant in _variants(trees, tier, wanted):
                yield from trees.starting(tier, variant)


def _beginning(trees: Skills, wanted: str, language: str) -> Iterator[tuple[str, str]]:
    exact = trees.spellings.get(wanted)
    if exact is not None:
        yield exact, trees.skills[exact].spellings[wanted]
    for tier in (f"{language}0", f"{language}1", f"{ANY}0", f"{ANY}1"):
        yield from trees.starting(tier, wanted)


def _variants(trees: Skills, tier: str, wanted: str) -> Iterator[str]:
    """Yield the texts one letter away from the wanted one that some entry of the tier begins with.

    Only what is really there is tried: from each beginning that some entry shares, the letters that follow it.
    """
    for place in range(len(wanted) + 1):
        head, tail = wanted[:place], wanted[place:]
        if not _begins(trees, tier, head):
            return
        tries = {head + tail[1:], head + tail[1:2] + tail[:1] + tail[2:]} if tail else set()
        for letter in _letters(trees, tier, head):
            tries |= {head + letter + tail[1:], head + letter + tail}
        yield from sorted(text for text in tries if text != wanted and _begins(trees, tier, text))


def _begins(trees: Skills, tier: str, text: str) -> bool:
    found = trees.next_start(tier, text)
    return found is not None and found.startswith(text)


def _letters(trees: Skills, tier: str, head: str) -> Iterator[str]:
    """Yield each letter that follows this beginning somewhere."""
    found = trees.next_start(tier, head + "\0")
    while found is not None and found.startswith(head):
        letter = found[len(head)]
        yield letter
        found = trees.next_start(tier, head + chr(ord(letter) + 1))


def _suggestion(skill_id: str, written: str, language: str) -> Suggestion:
    found = skill(skill_id)
    above = skill(found.parent) if found.parent else None
    title = found.title(language)
    other = "" if spelling.key(written) == spelling.key(title) else written
    return Suggestion(found.id, title, other, above.title(language) if above is not None else "")
