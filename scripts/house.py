"""Set up the virtual environment and zc.buildout, each step once and recoverable.

A step writes its stamp (a hash of what it depends on) last: an interrupted run is simply done again.
Standard library only: this runs before anything is installed.
"""

from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
import errno
import fcntl
import hashlib
import os
import secrets
import shutil
import signal
import subprocess
import sys


ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
VAR = ROOT / "var"
PYTHON = VENV / "bin" / "python"
# To install, and to serve: the database grows.
NEEDED_MB = 1500
RUNNING_MB = 100
# The test configuration only adds tools: what it built also starts the site.
BUILT_BY = {"buildout.cfg": ("buildout.cfg", "profiles/test.cfg")}
REQUIREMENTS = {"run": "requirements.in", "test": "requirements-test.in"}
# Single sign-on has a lock of its own, and an environment that nothing else may use.
SSO = {"requirements": "requirements-sso.in", "lock": "constraints-sso.txt"}


class Stop(SystemExit):
    """Ends the command with one clear line."""

    def __init__(self, message: str):
        super().__init__(f"BlueGether: {message}")


def say(message: str) -> None:
    """Print one line at once, also through a pipe."""
    print(f"BlueGether: {message}", flush=True)


def guarded(main: Callable[[], int]) -> int:
    """Run a command; a full disk and Ctrl-C end it with one line too."""
    try:
        return main()
    except KeyboardInterrupt:
        say("stopped.")
        return 0
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        raise Stop("no space left on the disk; free some and run the same command again.") from None


def stop_on_signals() -> None:
    """Make a request to end (kill, a closed terminal) what Ctrl-C is, also in the background: children stop too."""

    def interrupt(*_args):
        raise KeyboardInterrupt

    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, interrupt)


def environment(more: dict | None = None) -> dict:
    """Return the environment for our children: they keep their bytecode, or each start compiles everything."""
    return {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"} | (more or {})


def digest(*paths: Path) -> str:
    """Return the hash of the files' contents, missing ones included."""
    sha = hashlib.sha256(f"{sys.version_info[:2]}{ROOT}".encode())
    for path in paths:
        sha.update(str(path).encode() + b"\0" + (path.read_bytes() if path.exists() else b""))
    return sha.hexdigest()


def done(stamp: Path, value: str) -> bool:
    """Return whether the step that writes this stamp ended for this value."""
    return stamp.exists() and stamp.read_text() == value


def run(step: str, *command, env: dict | None = None) -> None:
    """Run a command quietly; on failure show its last lines and what to do. Nothing of it outlives an interruption."""
    process = subprocess.Popen(
        [str(part) for part in command],
        cwd=ROOT,
        env=environment(env),
        text=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    try:
        output, _errors = process.communicate()
    except BaseException:
        # The children of the command too: buildout runs pip, `bin/instance` runs a shell.
        os.killpg(process.pid, signal.SIGTERM)
        process.wait()
        raise
    if process.returncode:
        tail = "\n".join(output.splitlines()[-15:])
        raise Stop(f"{step} failed; nothing is lost, run the same command again once this is mended.\n{tail}")


def check_space() -> None:
    """Refuse to begin what the disk cannot hold."""
    free = shutil.disk_usage(ROOT).free // 2**20
    needed = RUNNING_MB if PYTHON.exists() else NEEDED_MB
    if free < needed:
        raise Stop(f"only {free} MB free here, {needed} are needed; free some space and run the command again.")


@contextmanager
def alone():
    """Let only one set-up run at a time in this checkout."""
    VAR.mkdir(exist_ok=True)
    with open(VAR / ".setup.lock", "w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Stop("another set-up is running in this checkout; wait for it to end.") from None
        yield


def works(python: Path) -> bool:
    """Return whether this interpreter runs: a venv cut off half-way, or moved, does not."""
    if not python.exists():
        return False
    return subprocess.run([str(python), "-m", "pip", "--version"], capture_output=True).returncode == 0


def ensure_venv() -> None:
    """Create the virtual environment unless a working one is there."""
    if works(PYTHON):
        return
    shutil.rmtree(VENV, ignore_errors=True)
    say("creating the virtual environment")
    result = subprocess.run([sys.executable, "-m", "venv", str(VENV)], text=True, capture_output=True)
    if result.returncode:
        raise Stop(f"Python cannot make a virtual environment (Debian: apt-get install python3-venv).\n{result.stdout}")


def ensure_sso_packages() -> None:
    """Install the locked packages with the plug-ins for single sign-on and LDAP."""
    lock, stamp = ROOT / SSO["lock"], VENV / ".sso.stamp"
    value = digest(lock, *(ROOT / name for name in (SSO["requirements"], *REQUIREMENTS.values())))
    if done(stamp, value):
        return
    say("installing the locked packages with single sign-on and LDAP")
    stamp.write_text("not yet")  # from here on the environment is no other profile's
    run("installing uv", PYTHON, "-m", "pip", "install", "-q", "-c", lock, "uv")
    uv = VENV / "bin" / "uv"
    files = ("-r", SSO["requirements"], "-r", REQUIREMENTS["run"])
    run("installing packages", uv, "pip", "install", "-q", "--python", PYTHON, *files, "-c", lock)
    stamp.write_text(value)


def ensure_packages(kind: str) -> None:
    """Install the locked packages of this kind ("run" or "test"); "test" holds all of "run"."""
    lock = ROOT / "constraints.txt"
    stamps = {name: VENV / f".{name}.stamp" for name in REQUIREMENTS}
    value = digest(lock, *(ROOT / name for name in REQUIREMENTS.values()))
    if done(stamps["test"], value) or done(stamps[kind], value):
        return
    say("installing the locked packages")
    run("installing uv", PYTHON, "-m", "pip", "install", "-q", "-c", lock, "uv")
    uv = VENV / "bin" / "uv"
    run("installing packages", uv, "pip", "install", "-q", "--python", PYTHON, "-r", REQUIREMENTS[kind], "-c", lock)
    stamps[kind].write_text(value)


def ensure_buildout(config: str) -> None:
    """Run zc.buildout on this configuration unless nothing it depends on has changed."""
    inputs = [*ROOT.glob("profiles/*.cfg"), ROOT / "buildout.cfg", *ROOT.glob("src/*/pyproject.toml")]
    value = digest(ROOT / "pyproject.toml", *sorted(inputs))
    stamps = [ROOT / "parts" / f".{name.replace('/', '-')}.stamp" for name in BUILT_BY.get(config, (config,))]
    if any(done(stamp, value) for stamp in stamps) and (ROOT / "bin" / "instance").exists():
        return
    say("running zc.buildout")
    (VAR / "chameleon").mkdir(parents=True, exist_ok=True)
    for other in (ROOT / "parts").glob(".*.stamp"):
        other.unlink()
    # The recipe wants a first user; creating the site gives the administrator the password that is printed.
    first_user = f"instance:user=admin:{secrets.token_urlsafe(16)}"
    command = [VENV / "bin" / "buildout", "-N", "-c", config, f"buildout:directory={ROOT}", first_user]
    # pip's inverted logic: "false" turns build isolation off, so that nothing is fetched to build our own packages.
    run("zc.buildout", *command, env={"PIP_NO_BUILD_ISOLATION": "false"})
    stamps[0].write_text(value)


def install(kind: str, config: str) -> None:
    """Do every step that is missing; `kind` is "run", "test" or "sso"."""
    check_space()
    with alone():
        if kind != "sso" and (VENV / ".sso.stamp").exists():
            shutil.rmtree(VENV)  # Plone would load the plug-ins that were left behind
        ensure_venv()
        if kind == "sso":
            ensure_sso_packages()
        else:
            ensure_packages(kind)
        ensure_buildout(config)


def variables(zope_conf: Path) -> dict:
    """Return the <environment> of a zope.conf: some libraries read theirs on import, before Zope sets them."""
    section = zope_conf.read_text().partition("<environment>")[2].partition("</environment>")[0]
    rows = [line.split(None, 1) for line in section.splitlines() if len(line.split(None, 1)) == 2]
    return dict(rows)
