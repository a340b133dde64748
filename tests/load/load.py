"""`make load SIZE=small|medium|large`: a believable company on a database of its own, `var/load-<size>`.

Seeded: the same things every time. Interrupted, it goes on where the last transaction ended. `--check` compares what
was made in bulk with what `api` makes. Never touches the database of `make start`.
"""

from company import SEED
from datetime import datetime
from datetime import UTC
from pathlib import Path
from persistent.mapping import PersistentMapping
from sizes import Size
from sizes import SIZES
from stages import Stage
from stages import STAGES
from Testing.makerequest import makerequest
from zope.annotation.interfaces import IAnnotations
from zope.component.hooks import setSite
from zope.globalrequest import setRequest
from zope.interface import alsoProvides
import argparse
import check
import fcntl
import os
import signal
import sys
import time


ROOT = Path(__file__).resolve().parents[2]
KEY = "bluegether.load"
CONF = ROOT / "parts" / "instance" / "etc" / "zope.conf"
FOLDERS = ("filestorage", "blobstorage", "log", "instance")
LIMITS = ("posts", "comments", "reactions")
CACHED = 20_000  # objects kept between transactions


def folder_of(size: str) -> Path:
    return ROOT / "var" / f"load-{size}"


def configuration(folder: Path) -> Path:
    """Write the configuration of a server or script on this database and return its path."""
    for name in FOLDERS:
        (folder / name).mkdir(parents=True, exist_ok=True)
    var = str(ROOT / "var")
    text = CONF.read_text().replace(var, str(folder)).replace(f"{folder}/chameleon", f"{var}/chameleon")
    path = folder / "zope.conf"
    path.write_text(text.replace("timer on", "timer off"))
    return path


def opened(folder: Path):
    """Return the application on this database."""
    from Zope2.Startup.run import configure_wsgi
    import Zope2

    os.environ["BLUEGETHER_VAR"] = str(folder)
    (ROOT / "var" / "chameleon").mkdir(exist_ok=True)
    configure_wsgi(str(configuration(folder)))
    return makerequest(Zope2.app())


def site_of(app, folder: Path):
    """Return the demo company's site, made when it is missing, ready to be filled."""
    from bluegether.core.kit.interfaces import IBluegetherLayer
    from bluegether.policy import site as making
    import transaction

    setRequest(app.REQUEST)
    alsoProvides(app.REQUEST, IBluegetherLayer)
    making.create(app, demo=True, var=folder)
    site = app[making.SITE]
    setSite(site)
    making.give_admin(app, "Bluegether-2026!")
    site.MailHost.smtp_queue = False  # nobody is written to
    for name in LIMITS:  # benchmarks send more in an hour than people do
        site.portal_registry[f"bluegether.limits.{name}"] = 0
    transaction.commit()
    return site


def progress(site) -> PersistentMapping:
    """Return stage -> how many are made, and when the newest is from."""
    kept = IAnnotations(site)
    if KEY not in kept:
        kept[KEY] = PersistentMapping(newest=datetime.now(UTC))
    return kept[KEY]


def run(site, stage: Stage, size: Size) -> None:
    """Make what is missing of one stage, a transaction for each batch."""
    import transaction

    done, count, began = progress(site), stage.count(size), time.monotonic()
    first = done.get(stage.name, 0)
    for start in range(first, count, stage.batch):
        stop = min(start + stage.batch, count)
        stage.make(site, size, start, stop, done["newest"])
        done[stage.name] = stop
        transaction.commit()
        forget(site._p_jar)
        show(stage.name, stop, count, (stop - first) / (time.monotonic() - began))
    print(flush=True)


def forget(connection) -> None:
    """Let go of what is kept of the database once that is much."""
    if len(connection._cache) > CACHED:
        connection.cacheMinimize()


def show(name: str, done: int, count: int, rate: float) -> None:
    left = (count - done) / rate if rate else 0
    end = "\r" if sys.stdout.isatty() else "\n"
    print(f"{name:<10}{done:>10,} of {count:,}  {rate:,.0f} per s, {left:,.0f} s left   ", end=end, flush=True)


def main() -> int:
    """Load, or check."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("size", choices=tuple(SIZES))
    parser.add_argument("--check", action="store_true", help="compare with what api makes, change nothing")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    folder, began = folder_of(options.size), time.monotonic()
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / ".lock", "a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        site = site_of(opened(folder), folder)
        if not options.check:
            for stage in STAGES:
                run(site, stage, SIZES[options.size])
        faults = check.faults(site, SIZES[options.size])
    print("\n".join(faults) or f"seed {SEED}: as api makes it; {time.monotonic() - began:,.0f} s in all")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
