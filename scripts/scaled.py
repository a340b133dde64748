"""`make start PROFILE=production`: PostgreSQL, several Zope processes and nginx, for a trial on one machine.

Environment: PORT (nginx's; the processes have the next ones), PROCESSES (2), BLUEGETHER_DSN, BLUEGETHER_PG_PORT,
PUBLIC_URL (http://localhost:PORT). What it needs has an environment of its own (`.venv-scaled`, var/scaled), beside
the one of the other profiles. `--install` only installs; `--test` runs tests/scaled there.
"""

from contextlib import ExitStack
from pathlib import Path
from server import Server
from urllib.parse import urlsplit
import house
import os
import postgres
import pwd
import re
import shutil
import subprocess
import sys


VENV = house.ROOT / ".venv-scaled"
PYTHON = VENV / "bin" / "python"
HOME = house.VAR / "scaled"
DATA = HOME  # files, caches and configurations of what runs; tests have a folder of their own
CONFIG = "profiles/production.cfg"
LOCK = house.ROOT / "constraints-scaled.txt"
REQUIREMENTS = ("requirements-scaled.in", "requirements-test.in")
ETC = HOME / "parts" / "instance" / "etc"
INSTANCE = HOME / "bin" / "instance"
INTERPRETER = HOME / "parts" / "instance" / "bin" / "interpreter"
SITE = "bluegether"
PAGE = house.ROOT / "src/bluegether.core/src/bluegether/core/kit/unavailable.html"
UNAVAILABLE = '{"type": "Unavailable", "message": "The portal is not available at the moment; try again in a moment."}'


def ensure_environment() -> None:
    """Make the virtual environment with the locked packages unless that is done."""
    stamp = VENV / ".stamp"
    value = house.digest(LOCK, *(house.ROOT / name for name in (*REQUIREMENTS, "requirements.in")))
    if house.done(stamp, value):
        return
    house.say("installing the locked packages with RelStorage")
    if not house.works(PYTHON):
        shutil.rmtree(VENV, ignore_errors=True)
        house.run("making the virtual environment", sys.executable, "-m", "venv", VENV)
    house.run("installing uv", PYTHON, "-m", "pip", "install", "-q", "-c", LOCK, "uv", "setuptools", "wheel")
    files = [part for name in REQUIREMENTS for part in ("-r", name)]
    house.run(
        "installing packages", VENV / "bin" / "uv", "pip", "install", "-q", "--python", PYTHON, *files, "-c", LOCK
    )
    stamp.write_text(value)


def ensure_buildout() -> None:
    """Build the configuration of the processes into var/scaled unless nothing it depends on has changed."""
    inputs = [*house.ROOT.glob("profiles/*.cfg"), *house.ROOT.glob("src/*/pyproject.toml")]
    value = house.digest(house.ROOT / "pyproject.toml", *sorted(inputs))
    stamp = HOME / ".buildout.stamp"
    if house.done(stamp, value) and INSTANCE.exists():
        return
    house.say("running zc.buildout")
    for name in ("parts", "eggs"):
        (HOME / name).mkdir(parents=True, exist_ok=True)
    places = [f"buildout:{name}-directory={HOME / name}" for name in ("parts", "bin", "develop-eggs", "eggs")]
    user = "instance:user=admin:" + house.secrets.token_urlsafe(16)
    rest = [f"buildout:directory={house.ROOT}", f"buildout:installed={HOME / '.installed.cfg'}", *places, user]
    command = [VENV / "bin" / "buildout", "-N", "-c", CONFIG, *rest]
    house.run("zc.buildout", *command, env={"PIP_NO_BUILD_ISOLATION": "false"})
    stamp.write_text(value)


def install() -> None:
    """Do every step that is missing."""
    house.check_space()
    with house.alone():
        ensure_environment()
        ensure_buildout()
    if not shutil.which("nginx", path=search_path()):
        postgres.apt("nginx-light")


def search_path() -> str:
    """Return where programs are: a user's path often lacks those of the administrator."""
    return os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"))


def node_environment(dsn: str, number: int) -> dict:
    """Return the environment of a process. The first one of a machine sends the machine's mail."""
    places = {"BLUEGETHER_BLOBS": DATA / "blobs", "BLUEGETHER_CACHE": DATA / "cache", "BLUEGETHER_VAR": house.VAR}
    for path in places.values():
        path.mkdir(parents=True, exist_ok=True)
    more = {name: str(path) for name, path in places.items()} | {"BLUEGETHER_DSN": dsn}
    return house.variables(ETC / "zope.conf") | more | ({"MAILHOST_QUEUE_ONLY": "1"} if number else {})


def node_wsgi(number: int, port: int) -> Path:
    """Write the server configuration of a process: its port, its logs."""
    log = house.VAR / "log"
    log.mkdir(parents=True, exist_ok=True)
    text = re.sub(r"(?m)^(fast-)?listen = .*$", rf"\1listen = 127.0.0.1:{port}", (ETC / "wsgi.ini").read_text())
    text = text.replace(f"{house.ROOT}/var/log/instance", f"{log}/node{number}")
    path = DATA / f"node{number}.ini"
    path.write_text(text.replace("handlers = console, eventlog", "handlers = eventlog"))
    return path


def node(number: int, port: int, dsn: str, lock) -> Server:
    """Return the context of one Zope process."""
    command = [PYTHON, INTERPRETER, "-m", "Zope2.Startup.serve", node_wsgi(number, port)]
    return Server(command, node_environment(dsn, number), lock, name=f"node{number}")


def nginx_conf(port: int, ports: list[int], public: str) -> Path:
    """Write nginx's configuration and the page it shows when no process answers."""
    home = DATA / "nginx"
    (home / "pages").mkdir(parents=True, exist_ok=True)
    shutil.copy(PAGE, home / "pages" / "unavailable.html")
    (home / "pages" / "unavailable.json").write_text(UNAVAILABLE)
    url = urlsplit(public)
    words = {
        "user": f"user {pwd.getpwuid(os.geteuid()).pw_name};" if os.geteuid() == 0 else "",
        "home": str(home),
        "log": str(house.VAR / "log"),
        "nodes": "\n".join(f"    server 127.0.0.1:{one} max_fails=2 fail_timeout=2s;" for one in ports),
        "port": str(port),
        "scheme": url.scheme,
        "host": f"{url.hostname}:{url.port or {'https': 443}.get(url.scheme, 80)}",
    }
    text = (house.ROOT / "profiles" / "nginx.conf.in").read_text()
    for word, value in words.items():
        text = text.replace("{" + word + "}", value)
    path = DATA / "nginx.conf"
    path.write_text(text)
    return path


def front(port: int, ports: list[int], public: str, lock) -> Server:
    """Return the context of nginx."""
    program = shutil.which("nginx", path=search_path())
    conf = nginx_conf(port, ports, public)
    home = DATA / "nginx"
    house.run(
        "nginx's configuration", program, "-t", "-q", "-p", home, "-e", house.VAR / "log/nginx-error.log", "-c", conf
    )
    command = [program, "-p", home, "-e", house.VAR / "log" / "nginx-error.log", "-c", conf]
    return Server(command, {}, lock, name="nginx")


def ensure_site(dsn: str) -> None:
    """Create the site, without demo content, unless it is complete; the script looks."""
    environment = node_environment(dsn, 1)
    script = Path(__file__).with_name("create_site.py")
    house.say("looking for the site (creating it takes half a minute)")
    house.run("creating the site", INSTANCE, "run", script, "no", env=environment)


def serve(port: int, lock) -> int:
    """Serve until interrupted; all of it ends together."""
    count = int(os.environ.get("PROCESSES", "2"))
    public = os.environ.get("PUBLIC_URL", f"http://localhost:{port}")
    ports = [port + 1 + number for number in range(count)]
    with ExitStack() as stack:
        dsn = stack.enter_context(postgres.database(HOME / "postgres")).dsn
        postgres.check(PYTHON, dsn)
        with house.alone():
            ensure_site(dsn)
        nodes = [stack.enter_context(node(number, one, dsn, lock)) for number, one in enumerate(ports)]
        for server, one in zip(nodes, ports, strict=True):
            server.wait_until_ready(f"http://127.0.0.1:{one}/readyz")
        entry = stack.enter_context(front(port, ports, public, lock))
        entry.wait_until_ready(f"http://127.0.0.1:{port}/login")
        note = house.VAR / "accounts.txt"
        where = "The administrator's first password is in var/accounts.txt.\n" if note.exists() else ""
        house.say(f"ready at {public} ({count} processes; Ctrl-C stops all; logs in var/log)\n{where}")
        return entry.wait()


def test(arguments: list[str]) -> int:
    """Run tests/scaled with the environment's own Python and path."""
    if postgres.programs() is None:
        postgres.apt("postgresql")
    environment = house.environment(house.variables(ETC / "zope.conf"))
    command = [PYTHON, "-m", "pytest", "-q", "tests/scaled", *arguments]
    return subprocess.run([str(part) for part in command], cwd=house.ROOT, env=environment).returncode


if __name__ == "__main__":
    house.stop_on_signals()
    house.guarded(lambda: install() or 0)
    sys.exit(house.guarded(lambda: test(sys.argv[2:])) if "--test" in sys.argv else 0)
