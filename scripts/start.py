"""`make start`: set up what is missing, create the site on the first run, serve it.

Environment: PORT, DEMO (yes or no), PROFILE (development, single, production or sso). What is below is one process
on one file; `production` is several on PostgreSQL (`scaled.py`).
"""

from pathlib import Path
from server import Server
import fcntl
import house
import os
import re
import scaled
import socket
import sys


SITE = "bluegether"
WSGI = house.ROOT / "parts" / "instance" / "etc" / "wsgi.ini"
PROFILES = {
    "development": "buildout.cfg",
    "single": "profiles/single.cfg",
    "production": scaled.CONFIG,
    "sso": "profiles/sso.cfg",
}
FOLDERS = ("filestorage", "blobstorage", "log", "chameleon", "instance")


def port() -> int:
    """Return the port asked for, free to be bound."""
    text = os.environ.get("PORT", "8080")
    if not (text.isascii() and text.isdigit()) or not 1 <= int(text) <= 65535:
        raise house.Stop(f"PORT={text} is not a port; give a number from 1 to 65535.")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(text)))
        except PermissionError:
            raise house.Stop(f"port {text} needs more rights; choose one with make start PORT=8081.") from None
        except OSError:
            raise house.Stop(f"port {text} is in use; choose another one with make start PORT=8081.") from None
    return int(text)


def config() -> str:
    """Return the buildout configuration of the profile asked for."""
    profile = os.environ.get("PROFILE", "development")
    if profile not in PROFILES:
        raise house.Stop(f"PROFILE={profile} is unknown; choose one of {', '.join(PROFILES)}.")
    return PROFILES[profile]


def packages() -> str:
    """Return which packages the profile needs."""
    return "sso" if os.environ.get("PROFILE") == "sso" else "run"


def demo() -> str:
    """Return "yes" or "no": a production site has no demo content."""
    value = os.environ.get("DEMO", "yes").lower()
    if value not in ("yes", "no"):
        raise house.Stop(f"DEMO={value} is unknown; say DEMO=yes or DEMO=no.")
    return "no" if os.environ.get("PROFILE") in ("single", "production", "sso") else value


def only_one():
    """Return the open lock of this checkout's server; it is held as long as this process, or the server, lives."""
    house.VAR.mkdir(exist_ok=True)
    handle = open(house.VAR / ".serve.lock", "a")  # noqa: SIM115 (held until the process ends)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise house.Stop("make start is already running in this checkout; stop it first.") from None
    return handle


def ensure_site() -> bool:
    """Create the site, or complete a half-made one, unless that is done; return whether it was done now.

    One transaction, so never half a site. The stamp says whether there is demo content in it.
    """
    ready = house.VAR / ".site"
    database = house.VAR / "filestorage" / "Data.fs"
    if ready.exists() and database.exists():
        return False
    ready.unlink(missing_ok=True)
    for name in FOLDERS:
        (house.VAR / name).mkdir(parents=True, exist_ok=True)
    house.say("creating the site (once; about half a minute)")
    script = Path(__file__).with_name("create_site.py")
    house.run("creating the site", house.ROOT / "bin" / "instance", "run", script, demo())
    ready.write_text(demo())
    return True


def listening_on(number: int) -> Path:
    """Return the server's configuration for this port, without a new buildout run."""
    text = WSGI.read_text()
    mended, count = re.subn(r"(?m)^(fast-)?listen = .*$", f"\\1listen = 127.0.0.1:{number}", text)
    if not count:
        raise house.Stop(f"{WSGI.name} has no address to listen on; remove parts/ and run make start again.")
    path = house.VAR / "wsgi.ini"
    # What goes to the event log need not go to the console as well.
    path.write_text(mended.replace("handlers = console, eventlog", "handlers = eventlog"))
    return path


def accounts(address: str, *, created: bool) -> str:
    """Return what the site's creation noted for the first person who opens it, with the site's address in it.

    Demo accounts are no secret; an administrator's own password is shown once, and stays in the file.
    """
    note = house.VAR / "accounts.txt"
    if note.exists() and not created and (house.VAR / ".site").read_text() == "no":
        return "The administrator's first password is in var/accounts.txt.\n"
    return note.read_text(encoding="utf-8").replace("{site}", address) if note.exists() else ""


def serve(number: int, lock, *, created: bool) -> int:
    """Serve until interrupted and return the exit code."""
    interpreter = house.ROOT / "parts" / "instance" / "bin" / "interpreter"
    command = [house.PYTHON, interpreter, "-m", "Zope2.Startup.serve", listening_on(number)]
    environment = house.variables(house.ROOT / "parts" / "instance" / "etc" / "zope.conf")
    address = f"http://localhost:{number}/{SITE}"
    with Server(command, environment, lock) as server:
        server.wait_until_ready(f"http://127.0.0.1:{number}/{SITE}/login")
        house.say(f"ready at {address} (Ctrl-C stops it; its log is in var/log)\n{accounts(address, created=created)}")
        return server.wait()


def main() -> int:
    """Run `make install` or `make start`."""
    house.stop_on_signals()
    if "--install" in sys.argv:
        scaled.install() if config() == scaled.CONFIG else house.install(packages(), config())
        return 0
    number, kind = port(), config()
    demo()
    lock = only_one()
    if kind == scaled.CONFIG:
        scaled.install()
        return scaled.serve(number, lock)
    house.install(packages(), kind)
    os.umask(0o027)  # what the server writes is not for everybody: its log holds addresses of calendars, a secret
    with house.alone():
        created = ensure_site()
    return serve(number, lock, created=created)


if __name__ == "__main__":
    sys.exit(house.guarded(main))
