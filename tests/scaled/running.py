"""A scaled portal of the tests' own: PostgreSQL, two Zope processes and nginx in a folder that is gone afterwards."""

from contextlib import ExitStack
from pathlib import Path
import house
import os
import postgres
import requests
import scaled
import shutil
import subprocess
import tempfile


HERE = Path(__file__).parent
PASSWORD = "Scaled-Trial-2026!"
JSON = {"Accept": "application/json"}


class Portal:
    """A context; `nodes` are the Zope processes, `entry` the address of nginx."""

    def __enter__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="bluegether-scaled-"))
        self.folder.chmod(0o755)  # PostgreSQL's user enters
        self.before = house.VAR, scaled.DATA
        house.VAR, scaled.DATA = self.folder, self.folder / "data"
        (self.folder / "log").mkdir()
        (house.ROOT / "var" / "chameleon").mkdir(parents=True, exist_ok=True)
        self.stack = ExitStack()
        try:
            self.start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def start(self) -> None:
        self.lock = self.stack.enter_context((self.folder / "lock").open("w"))
        self.cluster = self.stack.enter_context(postgres.Cluster(self.folder / "postgres"))
        self.run(HERE / "fill.py")
        self.ports = [postgres.free_port() for _node in range(2)]
        self.nodes = [self.stack.enter_context(self.node(number)) for number in range(2)]
        port = postgres.free_port()
        self.entry = f"http://localhost:{port}"
        self.nginx = self.stack.enter_context(scaled.front(port, self.ports, self.entry, self.lock))
        self.nginx.wait_until_ready(f"http://127.0.0.1:{port}/login")

    def __exit__(self, *_error) -> None:
        self.stack.close()
        house.VAR, scaled.DATA = self.before
        shutil.rmtree(self.folder)

    def node(self, number: int):
        return scaled.node(number, self.ports[number], self.cluster.dsn, self.lock)

    def ready(self, number: int) -> None:
        self.nodes[number].wait_until_ready(f"{self.direct(number)}/readyz")

    def again(self, number: int) -> None:
        """Start a process that was killed once more."""
        self.nodes[number] = self.stack.enter_context(self.node(number))
        self.ready(number)

    def direct(self, number: int) -> str:
        """Return the address of a process, past nginx."""
        return f"http://127.0.0.1:{self.ports[number]}"

    def environment(self) -> dict:
        return house.environment(scaled.node_environment(self.cluster.dsn, 1))

    def run(self, script: Path, *arguments, check: bool = True) -> subprocess.CompletedProcess:
        """Run a script on the database, as `bin/instance run` does."""
        command = [str(scaled.INSTANCE), "run", str(script), *map(str, arguments)]
        done = subprocess.run(command, cwd=house.ROOT, env=self.environment(), text=True, capture_output=True)
        if check and done.returncode:
            raise AssertionError(done.stdout + done.stderr)
        return done


def member(number: int, base: str) -> requests.Session:
    """Return a session that is signed in by a token, at nginx or directly at a process."""
    session = requests.Session()
    session.headers.update(JSON)
    session.trust_env = False
    userid = f"membre{number}"
    answer = session.post(f"{base}/++api++/@login", json={"login": userid, "password": PASSWORD}, timeout=60)
    answer.raise_for_status()
    session.headers["Authorization"] = f"Bearer {answer.json()['token']}"
    session.base = base
    return session


def browser(number: int, base: str) -> requests.Session:
    """Return a session that is signed in by a cookie, as a browser is."""
    session = requests.Session()
    session.trust_env = False
    form = {"__ac_name": f"membre{number}", "__ac_password": PASSWORD, "buttons.login": "1", "came_from": ""}
    session.get(f"{base}/login", timeout=60)
    session.post(f"{base}/login", data=form, timeout=60)
    if "__ac" not in session.cookies:
        raise AssertionError("the login was refused")
    return session


def post(session: requests.Session, text: str) -> requests.Response:
    return session.post(f"{session.base}/++api++/@stream", json={"text": text}, timeout=60)


def words(session: requests.Session) -> list[str]:
    """Return the texts of every entry of the stream, following the cursor."""
    found, url = [], f"{session.base}/++api++/@stream?size=50"
    while url:
        answer = session.get(url, timeout=60)
        answer.raise_for_status()
        found += [item["text"] for item in answer.json()["items"] if item.get("text")]
        url = answer.json().get("next")
    return found


def lines(path: Path) -> list[str]:
    return path.read_text().splitlines() if path.exists() else []


def kill(server, signal: int) -> None:
    os.kill(server.process.pid, signal)
    server.process.wait(30)
