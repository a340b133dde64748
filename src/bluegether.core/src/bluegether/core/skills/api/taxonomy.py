"""Questions about the taxonomy: titles, spellings, families."""

from bluegether.core.kit.annotation import stored
from bluegether.core.skills import spelling
from bluegether.core.skills.interfaces import LANGUAGES
from bluegether.core.skills.storage import KEY
from bluegether.core.skills.storage import Skills
from collections.abc import Iterator
from dataclasses import dataclass
from plone import api


@dataclass(frozen=True)
class Entry:
    """A skill as it is now. `synonyms` are the spellings beside the titles."""

    id: str
    titles: dict[str, str]
    parent: str
    synonyms: tuple[str, ...]

    def title(self, language: str) -> str:
        """Return the title in this language."""
        return self.titles.get(language[:2]) or self.titles[LANGUAGES[0]]


def kept() -> Skills:
    """Return the room's trees to read from; empty ones, which are not stored, before the first skill."""
    return stored(api.portal.get(), KEY) or Skills()


def skill(skill_id: str) -> Entry | None:
    """Return the skill with this id, or the one that took it over; None when there is none such."""
    found = kept().skills.get(current(skill_id))
    return None if found is None else Entry(found.id, found.titles, found.parent, found.synonyms)


def current(skill_id: str) -> str:
    """Return the id that this stored id stands for now (merges are followed), empty when there is none."""
    trees = kept()
    while skill_id in trees.merged:
        skill_id = trees.merged[skill_id]
    return skill_id if skill_id in trees.skills else ""


def title(skill_id: str, language: str = "") -> str:
    """Return the title in this language, by default the page's; the id itself when there is no such skill."""
    found = skill(skill_id)
    return skill_id if found is None else found.title(language or api.portal.get_current_language())


def find(text: str) -> str:
    """Return the id of the skill that is spelled so (whatever the case, accents, spaces, punctuation), or empty."""
    return kept().spellings.get(spelling.key(text), "")


def resolve(text: str) -> str:
    """Return the id of the skill that this id or spelling names, or empty."""
    return current(text) or find(text)


def children(skill_id: str = "") -> list[str]:
    """Return the ids right below this skill, below none by default, in the order of their ids."""
    return list(kept().children.get(skill_id, ()))


def ancestors(skill_id: str) -> list[str]:
    """Return the ids above this skill, nearest first, without itself."""
    found = []
    above = skill(skill_id)
    while above is not None and above.parent:
        found.append(above.parent)
        above = skill(above.parent)
    return found


def descendants(skill_id: str) -> list[str]:
    """Return all ids below this skill, without itself."""
    return list(_below(kept(), current(skill_id)))


def _below(trees: Skills, skill_id: str) -> Iterator[str]:
    for child in trees.children.get(skill_id, ()) if skill_id else ():
        yield child
        yield from _below(trees, child)


def is_family(skill_id: str) -> bool:
    """Return whether this one only groups others: nothing is above it, something is below."""
    trees = kept()
    found = trees.skills.get(skill_id)
    return found is not None and not found.parent and skill_id in trees.children


def total() -> int:
    """Return how many entries the taxonomy has."""
    return len(kept().skills)
