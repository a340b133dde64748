"""`make start`: set up what is missing, create the site on the first run, serve it.

Environment: PORT, DEMO (yes or no), PROFILE (development or production).
"""

from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen
import house
import os
import re
import signal
import socket
import subprocess
import sys
import time


SITE = "bluegether"
WSGI = house.ROOT / "parts" / "instance" / "etc" / "wsgi.ini"
READY_SECONDS = 180


def port() -> int:
    """Return the port asked for, free to be bound."""
    text = os.environ.get("PORT", "8080")
    if not text.isdigit() or not 1 <= int(text) <= 65535:
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
    names = {"development": "buildout.cfg", "production": "profiles/production.cfg"}
    if profile not in names:
        raise house.Stop(f"PROFILE={profile} is unknown; choose one of {', '.join(names)}.")
    return names[profile]


def demo() -> str:
    """Return "yes" or "no"."""
    value = os.environ.get("DEMO", "yes").lower()
    if value not in ("yes", "no"):
        raise house.Stop(f"DEMO={value} is unknown; say DEMO=yes or DEMO=no.")
    return value


def ensure_site() -> None:
    """Create the site unless a completed one is there; one transaction, so never half a site."""
    ready = house.VAR / ".site"
    database = house.VAR / "filestorage" / "Data.fs"
    if ready.exists() and database.exists():
        return
    for name in ("filestorage", "blobstorage", "log", "chameleon", "instance"):
        (house.VAR / name).mkdir(parents=True, exist_ok=True)
    house.say("creating the site (once; about half a minute)")
    instance = house.ROOT / "bin" / "instance"
    script = Path(__file__).with_name("create_site.py")
    house.run("creating the site", instance, "run", script, demo(), env={"BLUEGETHER_CREATING": "1"})
    ready.touch()


def listening_on(number: int) -> Path:
    """Return the server's configuration for this port, without a new buildout run."""
    text = WSGI.read_text()
    mended, count = re.subn(r"(?m)^(fast-)?listen = .*$", f"\\1listen = 127.0.0.1:{number}", text)
    if not count:
        raise house.Stop(f"{WSGI.name} has no address to listen on; remove parts/ and run make start again.")
    path = house.VAR / "wsgi.ini"
    path.write_text(mended)
    return path


def wait_until_ready(process: subprocess.Popen, number: int) -> None:
    """Return when the server answers; raise when it ended instead."""
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise house.Stop("the server ended while starting; its last words are above and in var/log/instance.log.")
        try:
            with urlopen(f"http://127.0.0.1:{number}/{SITE}/login", timeout=60):
                return
        except (URLError, OSError):
            time.sleep(0.3)
    raise house.Stop(f"the server gave no answer within {READY_SECONDS} s; see var/log/instance.log.")


def accounts() -> str:
    """Return what the site's creation noted for the first person who opens it."""
    note = house.VAR / "accounts.txt"
    return note.read_text() if note.exists() else ""


def serve(number: int) -> int:
    """Serve until interrupted and return the server's exit code."""
    ini = listening_on(number)
    interpreter = house.ROOT / "parts" / "instance" / "bin" / "interpreter"
    zope_conf = house.ROOT / "parts" / "instance" / "etc" / "zope.conf"
    command = [str(house.PYTHON), str(interpreter), "-m", "Zope2.Startup.serve", str(ini)]
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment |= house.variables(zope_conf)
    process = subprocess.Popen(command, cwd=house.ROOT, env=environment)
    signal.signal(signal.SIGTERM, lambda *_: process.terminate())
    try:
        wait_until_ready(process, number)
        house.say(f"ready at http://localhost:{number}/{SITE}\n{accounts()}")
        return process.wait()
    except KeyboardInterrupt:
        return process.wait()
    except BaseException:
        process.terminate()
        process.wait()
        raise


def main() -> int:
    """Run `make install` or `make start`."""
    if "--install" in sys.argv:
        house.install("run", config())
        return 0
    number = port()
    house.install("run", config())
    ensure_site()
    return serve(number)


if __name__ == "__main__":
    sys.exit(main())
