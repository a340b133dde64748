"""Where the taxonomy is kept: one annotation of the site."""

from bluegether.core.skills import spelling
from bluegether.core.skills.interfaces import LANGUAGES
from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from persistent import Persistent


KEY = "bluegether.core.skills"
ANY = "*"  # tier of all spellings, beside one tier for the titles of each language
LAST = "\U0010ffff"


class Skill(Persistent):
    """One skill. `titles` has every language; `synonyms` are further spellings; `parent` is an id or empty."""

    def __init__(self, skill_id: str, *, titles: dict, parent: str, synonyms: tuple):
        self.id = skill_id
        self.titles = titles
        self.parent = parent
        self.synonyms = synonyms

    @property
    def spellings(self) -> dict[str, str]:
        """Return key -> spelling as written, titles first."""
        written = (*(self.titles[language] for language in LANGUAGES), *self.synonyms)
        found: dict[str, str] = {}
        for text in written:
            found.setdefault(spelling.key(text), text)
        return found

    def starts(self):
        """Yield ((tier, key from the beginning of a word, id), spelling) of everything that typing may begin with."""
        tiers = [(language, self.titles[language]) for language in LANGUAGES]
        tiers += [(ANY, text) for text in self.spellings.values()]
        for tier, text in tiers:
            yield (tier + "0", spelling.key(text), self.id), text
            for rest in spelling.words(text):
                yield (tier + "1", rest, self.id), text


class Proposal(Persistent):
    """A skill that members miss. `people` is user id -> aware UTC moment."""

    def __init__(self, text: str):
        self.text = text
        self.people = OOBTree()


class Skills(Persistent):
    """The room's trees. A skill is changed between `unindex` and `index`."""

    def __init__(self):
        self.skills = OOBTree()  # id -> Skill
        self.children = OOBTree()  # parent id, or empty -> OOTreeSet of ids
        self.spellings = OOBTree()  # key of a spelling -> id
        self.starts = OOBTree()  # (tier, key from a word on, id) -> spelling as written
        self.merged = OOBTree()  # id that is no more -> id that took over
        self.proposals = OOBTree()  # key of a spelling -> Proposal
        self.uploads = OOBTree()  # user id -> CSV file (bytes) that waits to be confirmed

    def index(self, skill: Skill) -> None:
        """Make the skill findable."""
        self.skills[skill.id] = skill
        if skill.parent not in self.children:
            self.children[skill.parent] = OOTreeSet()
        self.children[skill.parent].insert(skill.id)
        for key in skill.spellings:
            self.spellings[key] = skill.id
        for start, text in skill.starts():
            self.starts.setdefault(start, text)

    def unindex(self, skill: Skill) -> None:
        """Undo `index`."""
        del self.skills[skill.id]
        siblings = self.children[skill.parent]
        siblings.remove(skill.id)
        if not siblings:
            del self.children[skill.parent]
        for key in skill.spellings:
            self.spellings.pop(key, None)
        for start, _text in skill.starts():
            self.starts.pop(start, None)

    def starting(self, tier: str, key: str):
        """Yield (id, spelling) of entries of a tier that begin with the key, in the order of their keys."""
        for (_tier, _key, skill_id), text in self.starts.items((tier, key, ""), (tier, key + LAST, "")):
            yield skill_id, text

    def next_start(self, tier: str, key: str) -> str | None:
        """Return the first key of a tier that does not come before this one."""
        for _tier, found, _skill_id in self.starts.keys((tier, key, ""), (tier, LAST, "")):
            return found
        return None
