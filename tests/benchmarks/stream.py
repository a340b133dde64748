"""What the stream costs: `bin/python-bluegether tests/benchmarks/stream.py`.

Fills trees of their own (a temporary FileStorage, no site) with 1,000, then 100,000 entries; prints the medians of
reading the first page, the tenth page and of writing one entry durably.
"""

from bluegether.core.kit.audience import Audience
from bluegether.core.stream.storage import Entry
from bluegether.core.stream.storage import ids
from bluegether.core.stream.storage import Stream
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from itertools import islice
from pathlib import Path
from statistics import median
import random
import tempfile
import time
import transaction
import ZODB


PAGE = 15
TIMES = 200
AUTHORS = 200
FOLLOWED = 50


def fill(trees: Stream, count: int, newest: datetime) -> None:
    """Write entries, a minute apart, by many authors."""
    for number in range(count):
        write(trees, newest - timedelta(minutes=count - number))
        if number % 5000 == 4999:
            transaction.commit()
    transaction.commit()


def write(trees: Stream, moment: datetime) -> None:
    """Write one entry, as `api.post` does."""
    author = f"user{random.randrange(AUTHORS)}"
    hashtags = (f"tag{random.randrange(100)}",)
    trees.insert(Entry(author=author, audience=Audience(), kind="message", text="x" * 200, hashtags=hashtags), moment)


def page(trees: Stream, lines: list, below: int | None = None) -> int:
    """Read a page and return its cursor."""
    found = list(islice(ids(lines, below=below), PAGE + 1))
    return sum(len(trees.get(found_id).text) for found_id in found) and found[-1]


def milliseconds(action, before=None) -> float:
    """Return the median time of the action; what is done before it each time is not counted."""
    times = []
    for _ in range(TIMES):
        if before is not None:
            before()
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return median(times) * 1000


def measure(connection, trees: Stream) -> None:
    """Print one line."""
    everything = [trees.all]
    mine = [trees.line("author", f"user{number}") for number in range(FOLLOWED)]
    cursor = list(islice(ids(everything), 10 * PAGE))[-1]

    def post():
        write(trees, datetime.now(UTC))
        transaction.commit()

    figures = {
        "first page": milliseconds(lambda: page(trees, everything)),
        "first page, cold": milliseconds(lambda: page(trees, everything), connection.cacheMinimize),
        f"for me ({FOLLOWED} followed)": milliseconds(lambda: page(trees, mine)),
        "tenth page": milliseconds(lambda: page(trees, everything, cursor)),
        "post, durable": milliseconds(post),
    }
    print(f"{len(trees.all):>7} entries: " + "; ".join(f"{name} {value:.2f} ms" for name, value in figures.items()))


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        connection = ZODB.DB(str(Path(folder) / "Data.fs"), cache_size=100_000).open()
        trees = connection.root()["stream"] = Stream()
        transaction.commit()
        now = datetime.now(UTC)
        fill(trees, 1000, now)
        measure(connection, trees)
        fill(trees, 99_000, now - timedelta(minutes=1001))
        measure(connection, trees)
        connection.db().close()


if __name__ == "__main__":
    main()
