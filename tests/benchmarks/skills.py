"""What a suggestion of skills costs: `bin/python-bluegether tests/benchmarks/skills.py`.

Fills trees of their own (a temporary FileStorage, no site) with 100, then 13,000 skills; prints the median of the
processor's time for what people type: one letter, three letters, a word inside a title, one wrong letter, nothing like
it. With few skills some questions have fewer answers to show; the request around it costs some milliseconds.
"""

from bluegether.core.skills.api import suggestions
from bluegether.core.skills.api import taxonomy
from bluegether.core.skills.storage import Skill
from bluegether.core.skills.storage import Skills
from pathlib import Path
from statistics import median
import random
import tempfile
import time
import transaction
import ZODB


SIZES = (100, 13_000)
TIMES = 300
CONSONANTS, VOWELS = "bcdfglmnprst", "aeio"


def word(draw: random.Random) -> str:
    """Return an invented word."""
    return "".join(draw.choice(CONSONANTS) + draw.choice(VOWELS) for _ in range(draw.randint(2, 4)))


def fill(trees: Skills, count: int, draw: random.Random) -> list[Skill]:
    """Write so many skills below a dozen families, with titles in two languages and two synonyms each."""
    found = []
    for number in range(count):
        titles = {"fr": f"{word(draw)} {word(draw)} {number}", "en": f"{word(draw)} {number}"}
        parent = found[number % 12].id if number >= 12 else ""
        synonyms = (f"{word(draw)}{number}x", f"{word(draw)} {word(draw)}{number}")
        found.append(Skill(f"skill-{number}", titles=titles, parent=parent, synonyms=synonyms))
        trees.index(found[-1])
    transaction.commit()
    return found


def questions(found: list[Skill], draw: random.Random) -> dict[str, list[str]]:
    """Return what is typed, by kind."""
    titles = [draw.choice(found).titles["fr"] for _ in range(TIMES)]
    wrong = [text[:4] + "z" + text[5:] for text in titles]
    return {
        "one letter": [text[0] for text in titles],
        "three letters": [text[:3] for text in titles],
        "second word": [text.split()[1] for text in titles],
        "whole title": titles,
        "one wrong letter": wrong,
        "nothing like it": [text[::-1] + "zzz" for text in titles],
    }


def microseconds(texts: list[str]) -> float:
    """Return the median processor time of a suggestion."""
    times = []
    for text in texts:
        began = time.process_time()
        suggestions.suggest(text, language="fr", limit=10)
        times.append(time.process_time() - began)
    return median(times) * 1e6


def main() -> None:
    """Print a line for each kind of question."""
    measured: dict[str, list[float]] = {}
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            database = ZODB.DB(str(Path(folder) / "Data.fs"), cache_size=30_000)
            connection = database.open()
            trees = connection.root()["skills"] = Skills()
            draw = random.Random(size)
            found = fill(trees, size, draw)
            taxonomy.kept = suggestions.kept = lambda trees=trees: trees
            for kind, texts in questions(found, draw).items():
                microseconds(texts)  # once to wake what is asked for, as in a server that runs
                measured.setdefault(kind, []).append(microseconds(texts))
            connection.close()
            database.close()
    for kind, (few, many) in measured.items():
        print(f"suggest, {kind:<17} {few:7.0f} µs with {SIZES[0]}  {many:7.0f} µs with {SIZES[1]}  x {many / few:.2f}")


if __name__ == "__main__":
    main()
