"""Clients that drive a server over HTTP: sessions that are kept, requests as fast as they are answered."""

from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import field
from servers import Server
from statistics import median
from urllib.parse import urlencode
import http.client
import json
import re
import threading
import time


PASSWORD = "Bluegether-2026!"  # of the demo and of the load, public
LIMIT_SECONDS = 300


class Client:
    """One signed-in person with a connection of their own."""

    def __init__(self, server: Server, userid: str):
        self.site, self.port = server.site, server.port
        self.connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=120)
        self.userid, self.cookie, self.token = userid, "", ""
        self.log_in()

    def send(self, method: str, path: str, body: bytes | None = None, **headers: str) -> tuple[int, bytes]:
        """Return status and body; the connection is opened again when the server closed it."""
        headers = {"Cookie": self.cookie, "Host": f"localhost:{self.port}"} | headers
        try:
            self.connection.request(method, self.site + path, body, headers)
            answer = self.connection.getresponse()
        except (http.client.HTTPException, ConnectionError):
            self.connection.close()
            self.connection.request(method, self.site + path, body, headers)
            answer = self.connection.getresponse()
        self.cookies = answer.headers.get_all("Set-Cookie") or []
        return answer.status, answer.read()

    def log_in(self) -> None:
        form = {"__ac_name": self.userid, "__ac_password": PASSWORD, "buttons.login": "1"}
        self.send("POST", "/login", urlencode(form).encode(), **{"Content-Type": "application/x-www-form-urlencoded"})
        self.cookie = "; ".join(cookie.split(";")[0] for cookie in self.cookies)
        if "__ac=" not in self.cookie:
            raise SystemExit(f"{self.userid} could not log in")

    def get(self, path: str) -> int:
        return self.send("GET", path, Accept="text/html")[0]

    def read(self, path: str) -> dict:
        return json.loads(self.send("GET", path, Accept="application/json")[1])

    def post(self, path: str, data: dict) -> int:
        json_kind = {"Accept": "application/json", "Content-Type": "application/json"}
        return self.send("POST", path, json.dumps(data).encode(), **json_kind)[0]

    def upload(self, path: str, name: str, data: bytes) -> int:
        """Send a file as a folder's upload page does."""
        edge = "----bluegether"
        head = f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
        body = f"{head}Content-Type: application/octet-stream\r\n\r\n".encode() + data + f"\r\n--{edge}--\r\n".encode()
        kind = f"multipart/form-data; boundary={edge}"
        return self.send("POST", path, body, **{"Content-Type": kind, "X-CSRF-TOKEN": self.form_token()})[0]

    def form_token(self) -> str:
        """Return the token of Plone's forms, read once."""
        if not self.token:
            page = self.send("GET", "/@@change-password", Accept="text/html")[1].decode()
            self.token = re.search(r'name="_authenticator"[^>]*value="([0-9a-f]+)"', page).group(1)
        return self.token


@dataclass
class Result:
    """What one run of one page gave: seconds of each answer, refusals, seconds of wall and of the server's CPU."""

    times: list[float] = field(default_factory=list)
    refused: int = 0
    wall: float = 0.0
    cpu: float = 0.0

    def __add__(self, other: "Result") -> "Result":
        return Result(
            self.times + other.times, self.refused + other.refused, self.wall + other.wall, self.cpu + other.cpu
        )

    def figures(self) -> dict[str, float]:
        """Return milliseconds (CPU each, p50, p95), requests per second and refusals."""
        ordered = sorted(self.times)
        return {
            "cpu": self.cpu / len(ordered) * 1000,
            "p50": median(ordered) * 1000,
            "p95": ordered[max(0, int(len(ordered) * 0.95) - 1)] * 1000,
            "per_second": len(ordered) / self.wall,
            "refused": self.refused,
        }


def drive(server: Server, clients: list[Client], ask: Callable[[Client, int], int], each: int) -> Result:
    """Let every client ask so often, all at the same time. `ask(client, turn)` returns the status of the answer."""
    found, ready, guard = Result(), threading.Barrier(len(clients) + 1), threading.Lock()

    def person(client: Client) -> None:
        ready.wait()
        for turn in range(each):
            began = time.perf_counter()
            status = ask(client, turn)
            seconds = time.perf_counter() - began
            with guard:
                found.times.append(seconds)
                found.refused += status >= 400

    threads = [threading.Thread(target=person, args=(client,), daemon=True) for client in clients]
    for thread in threads:
        thread.start()
    cpu, began = server.cpu(), time.perf_counter()
    ready.wait()
    for thread in threads:
        thread.join(LIMIT_SECONDS)
    found.wall, found.cpu = time.perf_counter() - began, server.cpu() - cpu
    return found
