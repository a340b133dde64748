"""Words of names, arranged to be found with typing errors.

Errors are looked for among the words that names are made of, not among people: ten thousand people share a few thousand
words, and a word is compared letter by letter only when it has enough groups of three letters in common.
"""

from bluegether.core.directory.storage.spelling import grams
from BTrees.IIBTree import IISet
from BTrees.IIBTree import IITreeSet
from BTrees.IIBTree import multiunion
from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from collections import Counter
from persistent import Persistent


LAST = "\U0010ffff"
# More words than this begin alike only for one or two letters: the rest would say nothing more.
MAX_WORDS = 2000


class Names(Persistent):
    """The trees of words."""

    def __init__(self):
        self.words = OOBTree()  # folded word of a name -> numbers
        self.jobs = OOBTree()  # folded word of a job -> numbers
        self.initials = OOBTree()  # initials of a name -> numbers
        self.grams = OOBTree()  # three letters -> words of names that have them

    def insert(self, number: int, words, jobs, initials) -> None:
        """Add a person."""
        for tree, keys in ((self.words, words), (self.jobs, jobs), (self.initials, initials)):
            for key in set(keys):
                if key not in tree:
                    tree[key] = IITreeSet()
                    if tree is self.words:
                        self._enter(key)
                tree[key].insert(number)

    def remove(self, number: int, words, jobs, initials) -> None:
        """Take a person out."""
        for tree, keys in ((self.words, words), (self.jobs, jobs), (self.initials, initials)):
            for key in set(keys):
                tree[key].remove(number)
                if not tree[key]:
                    del tree[key]
                    if tree is self.words:
                        self._leave(key)

    def _enter(self, word: str) -> None:
        for gram in grams(word):
            if gram not in self.grams:
                self.grams[gram] = OOTreeSet()
            self.grams[gram].insert(word)

    def _leave(self, word: str) -> None:
        for gram in grams(word):
            self.grams[gram].remove(word)
            if not self.grams[gram]:
                del self.grams[gram]

    def exact(self, word: str):
        """Return who has this word in their name."""
        return self.words.get(word) or IISet()

    def beginning(self, word: str):
        """Return who has a word in their name that begins so."""
        return _beginning(self.words, word)

    def job(self, word: str):
        """Return who has a word in their job that begins so."""
        return _beginning(self.jobs, word)

    def initialed(self, word: str):
        """Return whose initials these are."""
        return self.initials.get(word) or IISet()

    def like(self, word: str, errors: int, is_like) -> object:
        """Return who has a word in their name that `is_like` takes, with at most so many typing errors."""
        shared = Counter()
        for gram in grams(word):
            shared.update(other for other in self.grams.get(gram, ()) if abs(len(other) - len(word)) <= errors)
        # An error spoils three groups of letters, letters that changed places four.
        needed = max(1, len(grams(word)) - 4 * errors)
        near = [other for other, count in shared.items() if count >= needed and is_like(word, other, errors)]
        return multiunion([self.words[other] for other in near])


def _beginning(tree, word: str):
    found = []
    for numbers in tree.values(word, word + LAST):
        found.append(numbers)
        if len(found) == MAX_WORDS:
            break
    return multiunion(found)
