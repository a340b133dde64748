"""`make test`: set up what tests need, the browser included, and run every test.

Each distribution is a run of its own (two `tests` trees do not mix); the last line adds them up.
"""

import house
import os
import re
import shutil
import subprocess
import sys


RUNS = ("src/bluegether.core/tests", "src/bluegether.policy/tests", "src/bluegether.theme/tests", "tests")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
NO_TESTS = 5


def browser() -> str:
    """Return the path of a browser, installed through apt when we may."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found:
        return found
    if os.geteuid() == 0 and shutil.which("apt-get"):
        house.say("installing Debian's Chromium")
        house.run("apt-get update", "apt-get", "update", "-qq")
        env = {"DEBIAN_FRONTEND": "noninteractive"}
        house.run("apt-get install", "apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium", env=env)
        return shutil.which("chromium")
    raise house.Stop("the tests need a browser: install chromium (Debian: apt-get install chromium) and run make test.")


def run_tests(folder: str, arguments: list[str], environment: dict) -> tuple[int, int, int]:
    """Run one folder of tests and return (exit code, passed, failed)."""
    command = [str(house.ROOT / "bin" / "pytest"), "-q", folder, *arguments]
    process = subprocess.Popen(command, cwd=house.ROOT, env=environment, text=True, stdout=subprocess.PIPE)
    last = ""
    for line in process.stdout:
        print(line, end="", flush=True)
        last = line if re.search(r"\d+ (passed|failed|error)", line) else last
    code = process.wait()
    count = {word: int(number) for number, word in re.findall(r"(\d+) (passed|failed|error)", last)}
    return code, count.get("passed", 0), count.get("failed", 0) + count.get("error", 0)


def main() -> int:
    """Install, run, add up; return 0 only when every run ended well and some test ran."""
    house.stop_on_signals()
    house.install("test", "profiles/test.cfg")
    if "--install" in sys.argv:
        return 0
    environment = house.environment() | {"BLUEGETHER_BROWSER": browser(), "BLUEGETHER_VAR": str(house.VAR)}
    environment |= house.variables(house.ROOT / "parts" / "instance" / "etc" / "zope.conf")
    results = [run_tests(folder, sys.argv[1:], environment) for folder in RUNS if (house.ROOT / folder).is_dir()]
    passed = sum(result[1] for result in results)
    failed = sum(result[2] for result in results)
    print(f"{passed} passed, {failed} failed", flush=True)
    return int(failed > 0 or passed == 0 or any(result[0] not in (0, NO_TESTS) for result in results))


if __name__ == "__main__":
    sys.exit(house.guarded(main))
