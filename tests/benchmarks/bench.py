"""`make bench [SIZE=]`: starts, single questions, and every page beside plain Plone. Loopback only.

A first start is that of a fresh copy of the working tree (its committed and uncommitted files, nothing installed),
with whatever the package cache holds; the later ones serve the same copy. Each time is wall time from `make start`
to the first page. Then what single questions cost in a site in memory (gate, directory, bell), then the pages over
HTTP beside plain Plone at size small, and how they grow from there to SIZE. Everything is removed at the end but the
databases of `make load` and the figures in `var/bench`; nothing keeps running.
"""

from pathlib import Path
from servers import free_port
from servers import ROOT
from statistics import median
import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request


# Measured in a site of their own, one after the other.
IN_MEMORY = ("gate.py", "directory.py", "notifications.py", "matching.py")
TARGETS = {"first start": 180.0, "later start": 15.0}
LIMIT_SECONDS = 1200


def copy_of_tree(folder: Path) -> Path:
    """Copy what git knows, and what it would know, of the working tree."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, names.split("\0")):
        source, target = ROOT / name, folder / name
        if source.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)
    return folder


def start(folder: Path) -> float:
    """Run `make start` there, ask for the first page, stop it; return the seconds to the page."""
    number = free_port()
    log = folder / "bench.log"
    began = time.monotonic()
    with open(log, "w") as output:
        process = subprocess.Popen(
            ["make", "start", f"PORT={number}", "DEMO=yes"],
            cwd=folder,
            env={name: value for name, value in os.environ.items() if name not in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS")},
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        wait_for_page(f"http://127.0.0.1:{number}/bluegether/login", process, log)
        return time.monotonic() - began
    finally:
        stop(process)


def wait_for_page(url: str, process: subprocess.Popen, log: Path) -> None:
    """Return once the page was answered in full; raise when the start failed."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    deadline = time.monotonic() + LIMIT_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise SystemExit(f"make start ended:\n{log.read_text()[-2000:]}")
        try:
            with opener.open(url, timeout=60) as answer:
                answer.read()
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise SystemExit(f"no page within {LIMIT_SECONDS} s:\n{log.read_text()[-2000:]}")


def stop(process: subprocess.Popen) -> None:
    """End `make`, and what it started, which has a session of its own with it."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(60)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def row(name: str, seconds: list[float]) -> str:
    """Return one line of the table."""
    target = TARGETS[name]
    verdict = "ok" if median(seconds) <= target else "TOO SLOW"
    shown = " ".join(f"{value:.1f}" for value in seconds)
    return f"{name:<14}{len(seconds):>6}{median(seconds):>11.1f} s{target:>9.0f} s  {verdict:<9} {shown}"


def starts(*, later: int) -> None:
    """Measure and print the starts."""
    folder = Path(tempfile.mkdtemp(prefix="bluegether-bench-"))
    try:
        copy_of_tree(folder)
        rows = [("first start", [start(folder)]), ("later start", [start(folder) for _ in range(later)])]
        print(f"{'':<14}{'runs':>6}{'median':>13}{'target':>11}")
        for name, seconds in rows:
            print(row(name, seconds), flush=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def interrupt(*_args) -> None:
    """Take a request to end as Ctrl-C: what runs is stopped and removed."""
    raise KeyboardInterrupt


def main() -> int:
    """Print the starts, then what the gate, the directory and the bell cost."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, interrupt)
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--later", type=int, default=3, help="how many later starts")
    parser.add_argument("--size", default="small", choices=("small", "medium", "large"), help="grow pages to this size")
    parser.add_argument("--only-costs", action="store_true", help="leave the starts out")
    options = parser.parse_args()
    if not options.only_costs:
        starts(later=max(1, options.later))
    runs = [[name] for name in IN_MEMORY]
    runs.append(["sides.py"] if options.size == "small" else ["sides.py", "--grown", options.size])
    return max(measured(*run) for run in runs)


def measured(name: str, *arguments: str) -> int:
    """Run another benchmark of this folder and return its exit code."""
    command = [ROOT / "bin" / "python-bluegether", Path(__file__).with_name(name), *arguments]
    return subprocess.run(command, cwd=ROOT).returncode


if __name__ == "__main__":
    sys.exit(main())
