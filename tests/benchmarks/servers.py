"""Servers that a benchmark starts: BlueGether on a copy of a database, and plain Plone of the same versions.

Each listens on the loopback interface, has a folder of its own, and is gone, with what was written, at the end.
"""

from pathlib import Path
import http.client
import os
import re
import shutil
import socket
import subprocess
import tempfile
import time


ROOT = Path(__file__).resolve().parents[2]
ETC = ROOT / "parts" / "instance" / "etc"
PYTHON = ROOT / ".venv" / "bin" / "python"
INTERPRETER = ROOT / "parts" / "instance" / "bin" / "interpreter"
READY_SECONDS = 180


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """A context in which a server runs. `site` is the path of its Plone site."""

    name = ""
    site = ""

    def __init__(self, **environment: str):
        # What one person may send in an hour is no measure of what the portal can do.
        self.environment = {"BLUEGETHER_LIMITS": "off"} | environment
        self.port = free_port()
        self.folder = Path(tempfile.mkdtemp(prefix="bluegether-bench-"))

    def __enter__(self):
        self.prepare()
        began = time.monotonic()
        self.process = subprocess.Popen(
            [*self.command(), "-m", "Zope2.Startup.serve", str(self.wsgi())],
            env=os.environ | variables() | self.environment,
            stdout=(self.folder / "out").open("w"),
            stderr=subprocess.STDOUT,
        )
        self.wait(began)
        self.started = time.monotonic() - began
        return self

    def __exit__(self, *_error):
        self.process.terminate()
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.conflicts = (self.folder / "out").read_text().count("ConflictError")
        shutil.rmtree(self.folder)

    def prepare(self) -> None:
        """Put a database into the folder."""

    def command(self) -> list[str]:
        return [str(PYTHON), str(INTERPRETER)]

    def cpu(self) -> float:
        """Return the server's processor seconds: what other work on the machine inflates least."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> int:
        """Return the resident memory in MiB."""
        text = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", text).group(1)) // 1024

    def zope_conf(self) -> str:
        var = str(ROOT / "var")
        text = (ETC / "zope.conf").read_text().replace(var, str(self.folder)).replace("timer on", "timer off")
        return text.replace(f"{self.folder}/chameleon", f"{var}/chameleon")

    def wsgi(self) -> Path:
        """Write the configuration of the server and return its path."""
        for name in ("log", "instance", "filestorage", "blobstorage"):
            (self.folder / name).mkdir(exist_ok=True)
        (self.folder / "zope.conf").write_text(self.zope_conf())
        ini = re.sub(r"(?m)^(fast-)?listen = .*$", rf"\1listen = 127.0.0.1:{self.port}", (ETC / "wsgi.ini").read_text())
        ini = ini.replace(str(ETC / "zope.conf"), str(self.folder / "zope.conf"))
        path = self.folder / "wsgi.ini"
        path.write_text(self.pipeline(ini.replace(str(ROOT / "var"), str(self.folder))))
        return path

    def pipeline(self, ini: str) -> str:
        """Return the configuration with what the server's requests pass through."""
        return ini

    def wait(self, began: float) -> None:
        """Return when the site answers; raise when the server ended instead."""
        while time.monotonic() < began + READY_SECONDS and self.process.poll() is None:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
            try:
                connection.request("GET", f"{self.site}/login")
                if connection.getresponse().status < 500:
                    return
            except OSError:
                pass
            finally:
                connection.close()
            time.sleep(0.1)
        raise SystemExit((self.folder / "out").read_text()[-3000:])


class Bluegether(Server):
    """BlueGether on a copy of the database in `source`, a folder with `filestorage` and `blobstorage`."""

    name = "BlueGether"
    site = "/bluegether"

    def __init__(self, source: Path, **environment: str):
        super().__init__(**environment)
        self.source = source

    def prepare(self) -> None:
        for name in ("filestorage", "blobstorage"):
            copy_of(self.source / name, self.folder / name)


class Plain(Server):
    """Plone's classic distribution with the same versions and none of our packages: the venv alone knows them."""

    name = "plain Plone"
    site = "/plone"

    def __init__(self, members: int, documents: int):
        super().__init__()
        self.amounts = (str(members), str(documents))

    def command(self) -> list[str]:
        return [str(PYTHON)]

    def pipeline(self, ini: str) -> str:
        return re.sub(r"(?m)^ *egg:bluegether\S*\n", "", ini)

    def zope_conf(self) -> str:
        return re.sub(r"(?s)<product-config bluegether>.*?</product-config>", "", super().zope_conf())

    def prepare(self) -> None:
        self.wsgi()
        script = Path(__file__).with_name("plain_site.py")
        made = subprocess.run(
            [str(PYTHON), str(script), str(self.folder / "zope.conf"), *self.amounts],
            env=os.environ | variables(),
            capture_output=True,
            text=True,
        )
        if made.returncode:
            raise SystemExit(made.stderr[-3000:])


def copy_of(source: Path, target: Path) -> None:
    """Copy a folder of the database, sharing the disk's blocks where the file system can."""
    subprocess.run(["cp", "-r", "--reflink=auto", str(source), str(target)], check=True)
    for lock in target.glob("*.lock"):
        lock.unlink()


def variables() -> dict[str, str]:
    """Return the environment that zope.conf sets for a server."""
    section = (ETC / "zope.conf").read_text().partition("<environment>")[2].partition("</environment>")[0]
    return dict(line.split(None, 1) for line in section.splitlines() if len(line.split(None, 1)) == 2)
