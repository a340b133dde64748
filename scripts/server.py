"""The server as a child process: started, waited for, stopped with us; its words go to var/log."""

from urllib.error import HTTPError
from urllib.error import URLError
from urllib.request import build_opener
from urllib.request import ProxyHandler
import house
import subprocess
import time


READY_SECONDS = 180
STOP_SECONDS = 20


class Server:
    """A context in which the server runs. Nothing of it is left when the context is."""

    def __init__(self, command: list, environment: dict, lock, name: str = "server"):
        self.log = house.VAR / "log" / f"{name}.log"
        self.log.parent.mkdir(parents=True, exist_ok=True)
        self.command = [str(part) for part in command]
        self.environment = house.environment(environment)
        self.lock = lock

    def __enter__(self):
        self.began = self.log.stat().st_size if self.log.exists() else 0
        with open(self.log, "ab") as output:
            # The lock goes along: while the server lives, no second one is started on its database.
            # A session of its own: Ctrl-C reaches us only, and we stop it.
            self.process = subprocess.Popen(
                self.command,
                cwd=house.ROOT,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                pass_fds=(self.lock.fileno(),),
                start_new_session=True,
            )
        return self

    def __exit__(self, *_error) -> None:
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def wait_until_ready(self, url: str) -> None:
        """Return when the server answers at this address; raise Stop when it ended instead."""
        deadline = time.monotonic() + READY_SECONDS
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise house.Stop(self.last_words())
            if answers(url):
                return
            time.sleep(0.2)
        raise house.Stop(f"the server gave no answer within {READY_SECONDS} s; see var/log/{self.log.name}.")

    def wait(self) -> int:
        """Return when the server ends by itself; raise Stop when it failed."""
        code = self.process.wait()
        if code:
            raise house.Stop(self.last_words())
        return 0

    def last_words(self) -> str:
        """Return why the server ended: the line that it wrote for people, or else the end of its log."""
        with open(self.log, "rb") as log:
            log.seek(self.began)
            lines = log.read().decode(errors="replace").splitlines()
        own = [line.removeprefix("BlueGether: ") for line in lines if line.startswith("BlueGether: ")]
        if own:
            return own[-1]
        return f"the server ended; its last words (all of them in var/log/{self.log.name}):\n" + "\n".join(lines[-12:])


def answers(url: str) -> bool:
    """Return whether a server answers here, whatever it says; never through a proxy."""
    try:
        with build_opener(ProxyHandler({})).open(url, timeout=60):
            return True
    except HTTPError as error:
        return error.code < 500
    except (URLError, OSError):
        return False
