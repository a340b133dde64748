"""Timers run in one of the processes; when it dies, in another."""

from pathlib import Path
import house
import os
import scaled
import signal
import subprocess
import time


SCRIPT = Path(__file__).with_name("ticking.py")


def until(condition) -> None:
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.1)


def test_one_process_runs_the_timers_and_another_takes_over(portal):
    path = portal.folder / "ticks"
    path.touch()
    # What the two server processes hold is let go of: their own timers would lead.
    for node in portal.nodes:
        node.__exit__()
    command = [str(scaled.INSTANCE), "run", str(SCRIPT), str(path)]
    options = {"cwd": house.ROOT, "env": portal.environment(), "start_new_session": True}
    processes = [subprocess.Popen(command, **options) for _process in range(2)]
    try:
        until(lambda: len(path.read_text().split()) > 20)
        ticks = path.read_text().split()
        assert len(set(ticks)) == 1
        os.kill(int(ticks[0]), signal.SIGKILL)
        until(lambda: len(set(path.read_text().split())) == 2)
        after = path.read_text().split()
        last = len(after) - after[::-1].index(ticks[0])
        assert ticks[0] not in after[last:] and len(set(after[last:])) == 1
    finally:
        for process in processes:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        for number in range(2):
            portal.again(number)
