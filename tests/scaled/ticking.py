"""A process whose timers tick five times a second and note it: `bin/instance run tests/scaled/ticking.py FILE`."""

from bluegether.core.kit import timer
from pathlib import Path
import os
import sys
import time


def note() -> None:
    with Path(sys.argv[-1]).open("a") as handle:
        handle.write(f"{os.getpid()}\n")


timer.run_everywhere = note
ticker = timer.Ticker(0.2)
ticker.start()
time.sleep(120)  # the test ends it
