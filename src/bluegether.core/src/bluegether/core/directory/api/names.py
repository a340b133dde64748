"""Who is meant by some words: names exactly so, names that begin so, jobs and initials, names with typing errors.

Every word must fit, in any order.
"""

from bluegether.core.directory.api.text import errors_allowed
from bluegether.core.directory.api.text import is_like
from bluegether.core.directory.api.text import words
from bluegether.core.directory.storage import view as sets


MAX_INITIALS = 4
TIERS = 4


def named(view: sets.View, text: str):
    """Return everybody who fits in some way."""
    return tiers(view, text)[-1]


def tiers(view: sets.View, text: str) -> list:
    """Return the sets of those who fit, each within the next: exactly, by beginnings, by job or initials, by errors."""
    fits = [_fits(view.directory.names, word) for word in words(text)]
    return [sets.all_of(fit[tier] for fit in fits) for tier in range(TIERS)]


def _fits(names, word: str) -> tuple:
    """Return who fits one word, ever more loosely."""
    exact = names.exact(word)
    beginning = sets.either((exact, names.beginning(word)))
    initialed = names.initialed(word) if len(word) <= MAX_INITIALS else sets.NOBODY
    loosely = sets.either((beginning, names.job(word), initialed))
    errors = errors_allowed(word)
    wrong = names.like(word, errors, is_like) if errors else sets.NOBODY
    return exact, beginning, loosely, sets.either((loosely, wrong))
