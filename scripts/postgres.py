"""PostgreSQL for a trial on one machine: the one that BLUEGETHER_DSN names, or a cluster of our own below var/.

A cluster of our own listens on the loopback interface, asks for a password, and runs as long as the command that
started it. PostgreSQL refuses to run as root; then it runs as Debian's user `postgres`.
"""

from pathlib import Path
import contextlib
import house
import json
import os
import pwd
import secrets
import shutil
import socket
import subprocess


NAME = "bluegether"
USER = "postgres"  # Debian's, for the case that we are root
# A trial on a machine that does other things too.
SETTINGS = "shared_buffers=128MB", "max_connections=60", "listen_addresses=127.0.0.1", "unix_socket_directories="


def programs() -> Path | None:
    """Return the folder of PostgreSQL's programs, of the newest version that is here."""
    found = shutil.which("initdb")
    places = [Path(found).resolve().parent] if found else []
    places += [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    return max(places, key=lambda path: int(path.parent.name) if path.parent.name.isdigit() else 0, default=None)


def apt(*packages: str) -> None:
    """Install Debian packages when we may; else say which are missing."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        raise house.Stop(
            f"this profile needs {' and '.join(packages)}: install it, or name a server by BLUEGETHER_DSN."
        )
    house.say(f"installing Debian's {' and '.join(packages)}")
    house.run("apt-get update", "apt-get", "update", "-qq")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    house.run("apt-get install", "apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages, env=quiet)


class Cluster:
    """A database cluster of our own in a folder; a context in which it runs."""

    def __init__(self, home: Path, port: int = 0):
        self.home = home
        self.wanted = port
        self.data = home / "data"
        self.note = home / "cluster.json"  # port and password, for its owner only

    def __enter__(self):
        if programs() is None:
            apt("postgresql")
        self.programs = programs()
        if not self.note.exists():
            self.create()
        facts = json.loads(self.note.read_text())
        self.port, self.password = facts["port"], facts["password"]
        self.found = self.runs()
        if not self.found:
            self.start()
        return self

    def __exit__(self, *_error) -> None:
        if not self.found:  # whoever started it stops it
            self.stop()

    def runs(self) -> bool:
        try:
            self.call("pg_ctl", "status", "-D", self.data)
        except house.Stop:
            return False
        return True

    @property
    def dsn(self) -> str:
        return f"host=127.0.0.1 port={self.port} dbname={NAME} user={NAME} password={self.password}"

    def create(self) -> None:
        """Make the cluster; its note is written last, so that one that is cut off is made again."""
        house.say("creating a PostgreSQL cluster in var/")
        shutil.rmtree(self.data, ignore_errors=True)
        self.data.mkdir(parents=True)
        self.data.chmod(0o700)
        if os.geteuid() == 0:
            self.give_to_postgres(self.data)
        self.password = secrets.token_hex(16)
        self.port = self.wanted or free_port()
        options = ("-D", self.data, "-U", NAME, "-E", "UTF8", "--locale=C.UTF-8", "--auth=scram-sha-256")
        secret = self.home / "initial"
        secret.touch(0o600)
        secret.write_text(self.password)
        if os.geteuid() == 0:
            self.give_to_postgres(secret)
        self.call("initdb", *options, f"--pwfile={secret}")
        secret.unlink()
        self.start()
        try:
            address = ("-h", "127.0.0.1", "-p", self.port, "-U", NAME)
            self.call("createdb", *address, NAME)
        finally:
            self.stop()
        self.note.touch(0o600)
        self.note.write_text(json.dumps({"port": self.port, "password": self.password}))

    def give_to_postgres(self, path: Path) -> None:
        """Let Debian's user own this, and refuse where it cannot get there."""
        user = pwd.getpwnam(USER)
        os.chown(path, user.pw_uid, user.pw_gid)
        if subprocess.run(["runuser", "-u", USER, "--", "test", "-r", path]).returncode:
            raise house.Stop(f"PostgreSQL's user cannot enter {path.parent}: put the checkout where others may enter.")

    def start(self) -> None:
        """Start and return when it answers."""
        options = " ".join(f"-c {setting}" for setting in (f"port={self.port}", *SETTINGS))
        self.call("pg_ctl", "start", "-w", "-t", "60", "-D", self.data, "-l", self.data / "server.log", "-o", options)

    def stop(self, how: str = "fast") -> None:
        """Stop; `immediate` is as if the power failed."""
        with contextlib.suppress(house.Stop):  # it may have ended by itself
            self.call("pg_ctl", "stop", "-w", "-t", "60", "-m", how, "-D", self.data)

    def call(self, program: str, *arguments) -> str:
        """Run a program of PostgreSQL's, as its own user where we are root."""
        command = [str(part) for part in (self.programs / program, *arguments)]
        if os.geteuid() == 0:
            command = ["runuser", "-u", USER, "--", *command]
        password = {"PGPASSWORD": getattr(self, "password", "")}
        # Not a pipe: a server that `pg_ctl` starts keeps it open.
        with open(self.home / "last.log", "w+") as output:
            process = subprocess.Popen(
                command,
                cwd="/",
                env=house.environment(password),
                text=True,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
            process.wait()
            output.seek(0)
            text = output.read()
        if process.returncode:
            raise house.Stop(f"PostgreSQL's {program} failed; see {self.home}.\n{text[-1500:]}")
        return text


class Given:
    """A server that the environment names: ours only to ask."""

    def __init__(self, dsn: str):
        self.dsn = dsn

    def __enter__(self):
        return self

    def __exit__(self, *_error) -> None:
        """It is not ours to stop."""


def database(home: Path):
    """Return the context of the database to use."""
    dsn = os.environ.get("BLUEGETHER_DSN", "")
    return Given(dsn) if dsn else Cluster(home, int(os.environ.get("BLUEGETHER_PG_PORT", "0")))


def check(python: Path, dsn: str) -> None:
    """Refuse a database that does not answer, with the driver's own reason in one line."""
    script = "import os, psycopg2; psycopg2.connect(os.environ['BLUEGETHER_DSN'], connect_timeout=5).close()"
    environment = house.environment({"BLUEGETHER_DSN": dsn})
    done = subprocess.run([str(python), "-c", script], env=environment, text=True, capture_output=True)
    if done.returncode:
        said = [line for line in done.stderr.splitlines() if line.startswith("psycopg2.")]
        reason = said[-1].partition(": ")[2] if said else ""
        raise house.Stop(f"PostgreSQL does not take BLUEGETHER_DSN: {reason or 'no reason given'}")


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
