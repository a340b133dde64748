"""Several people writing at once: `PYTHONPATH=tests/benchmarks bin/python-bluegether tests/benchmarks/writes.py`.

Starts a server of its own on a copy of this checkout's site (run `make start` once before), on the loopback
interface only; lets 1, 4 and 8 clients write as fast as they are answered; checks that nothing was refused, lost
or stored twice; prints median, 95th percentile and their ratio to one client; stops the server and removes the copy.
`--before` switches BlueGether's turns off, to see what they are worth. `--each` is the number of writes per client.
"""

from collections import Counter
from collections.abc import Callable
from servers import Bluegether
from servers import ROOT
from servers import Server
from statistics import median
import argparse
import base64
import http.client
import json
import os
import re
import signal
import sys
import threading
import time


SITE = "/bluegether"
LOGIN = "Basic " + base64.b64encode(b"admin:Bluegether-2026!").decode()
CLIENTS = (1, 4, 8)
LIMIT_SECONDS = 1200


class Client:
    """One person: a connection that is kept, and what was answered how fast."""

    def __init__(self, port: int):
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)

    token = ""  # of Plone's forms; one for all, as all are one account

    def send(self, method: str, path: str, body: bytes, kind: str) -> tuple[int, bytes]:
        accept = "application/json" if "json" in kind else "*/*"
        headers = {"Authorization": LOGIN, "Accept": accept, "Content-Type": kind, "X-CSRF-TOKEN": self.token}
        self.connection.request(method, SITE + path, body, headers)
        answer = self.connection.getresponse()
        return answer.status, answer.read()

    def post(self, path: str, data: dict) -> tuple[int, bytes]:
        return self.send("POST", path, json.dumps(data).encode(), "application/json")

    def get(self, path: str) -> dict:
        status, body = self.send("GET", path, b"", "application/json")
        return json.loads(body) if status == 200 and body[:1] == b"{" else {}


TEXT = "Bonjour à tous, voici ce que nous avons appris de la mission chez le client ce mois-ci, en bref : "


def comment_on(page: Callable[[int, int], str]) -> Callable:
    """Return a writer of comments on the page of (client, turn)."""

    def write(client: Client, who: int, turn: int, mark: str) -> int:
        return client.post(f"/writes/{page(who, turn)}/@comments", {"text": f"{TEXT}{mark}"})[0]

    return write


def document(client: Client, who: int, turn: int, mark: str) -> int:
    return client.post("/writes", {"@type": "Document", "title": f"Note {mark}", "description": TEXT})[0]


def upload(client: Client, who: int, turn: int, mark: str) -> int:
    """Send a file as the folder's upload page does."""
    edge = "----bluegether"
    head = f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="{mark}.txt"\r\n'
    body = f"{head}Content-Type: text/plain\r\n\r\n{TEXT}\r\n--{edge}--\r\n".encode()
    return client.send("POST", "/writes/fileUpload", body, f"multipart/form-data; boundary={edge}")[0]


def everything(client: Client, path: str, query: str = "") -> list[dict]:
    """Return the items of all batches."""
    items: list[dict] = []
    while True:
        batch = client.get(f"{path}?{query}b_size=100&b_start={len(items)}")
        items += batch["items"]
        if not batch["items"] or len(items) >= batch["items_total"]:
            return items


def stored_comments(client: Client, pages: list[str], run: str) -> list[str]:
    found = [item["text"]["data"] for page in pages for item in everything(client, f"/writes/{page}/@comments")]
    return [mark for mark in (text.rpartition(" : ")[2] for text in found) if mark.startswith(run)]


def stored_content(client: Client, run: str) -> list[str]:
    found = everything(client, "/@search", "path=/bluegether/writes&sort_on=id&")
    marks = [re.sub(r"^Note |\.txt$", "", item["title"]) for item in found]
    return [mark for mark in marks if mark.startswith(run)]


PAGES = [f"page-{number}" for number in range(8)]
KINDS = {
    "comments on one page": comment_on(lambda who, turn: PAGES[0]),
    "comments on many pages": comment_on(lambda who, turn: PAGES[(who + turn) % 8]),
    "documents by REST": document,
    "files by @@fileUpload": upload,
}


def at_once(port: int, write: Callable, clients: int, each: int, run: str) -> tuple[list[float], Counter, float]:
    """Let the clients write and return (seconds of each answer, statuses, seconds in all)."""
    times: list[float] = []
    statuses: Counter = Counter()
    ready = threading.Barrier(clients + 1)

    def person(who: int) -> None:
        client = Client(port)
        ready.wait()
        for turn in range(each):
            began = time.perf_counter()
            status = write(client, who, turn, f"{run}c{who}t{turn}e")
            times.append(time.perf_counter() - began)
            statuses[status] += 1

    threads = [threading.Thread(target=person, args=(who,), daemon=True) for who in range(clients)]
    for thread in threads:
        thread.start()
    ready.wait()
    began = time.perf_counter()
    for thread in threads:
        thread.join(LIMIT_SECONDS)
    return times, statuses, time.perf_counter() - began


def p95(times: list[float]) -> float:
    return sorted(times)[max(0, int(len(times) * 0.95) - 1)]


def prepare(port: int) -> None:
    client = Client(port)
    client.post("", {"@type": "Folder", "id": "writes", "title": "Writes"})
    for page in PAGES:
        client.post("/writes", {"@type": "Document", "id": page, "title": page, "allow_discussion": True})
    page = client.send("GET", f"/writes/{PAGES[0]}", b"", "text/html")[1].decode()
    Client.token = re.search(r'_authenticator(?:=|" value=")([0-9a-f]+)', page.replace('type="hidden" ', "")).group(1)
    for turn in range(3):
        for name, write in KINDS.items():
            status = write(client, 0, turn, f"warm{turn}{KINDS and list(KINDS).index(name)}")
            if status >= 300:
                raise SystemExit(f"{name}: answered {status}")


def measure(server: Server, each: int, kinds: list[str], clients: list[int]) -> bool:
    """Print one line per kind and number of clients; return whether everything is stored once."""
    whole = True
    port = server.port
    print(
        f"{'':26}{'clients':>8}{'median':>9}{'p95':>9}{'ratio':>7}"
        f"{'per s':>8}{'CPU each':>10}{'refused':>9}{'lost':>6}{'twice':>7}"
    )
    for name in kinds:
        alone = 0.0
        for count in clients:
            run = f"r{os.urandom(3).hex()}"
            before = server.cpu()
            times, statuses, seconds = at_once(port, KINDS[name], count, each, run)
            alone = alone or p95(times)
            cpu = (server.cpu() - before) / len(times)
            stored = Counter(
                stored_comments(Client(port), PAGES, run) if "comments" in name else stored_content(Client(port), run)
            )
            good = sum(number for status, number in statuses.items() if status < 300)
            twice = sum(number - 1 for number in stored.values())
            whole = whole and good == count * each == len(stored) and not twice
            print(
                f"{name:26}{count:>8}{median(times) * 1000:>6.0f} ms{p95(times) * 1000:>6.0f} ms"
                f"{p95(times) / alone:>7.1f}{len(times) / seconds:>8.1f}{cpu * 1000:>7.0f} ms"
                f"{len(times) - good:>9}{good - len(stored):>6}{twice:>7}",
                flush=True,
            )
    return whole


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--before", action="store_true", help="without turns, as plain Plone does")
    parser.add_argument("--each", type=int, default=200, help="writes per client (at most 1000)")
    parser.add_argument("--clients", default="1,4,8")
    parser.add_argument("--kinds", default="", help="part of the names, separated by commas")
    options = parser.parse_args()
    wanted = [part for part in options.kinds.split(",") if part]
    kinds = [name for name in KINDS if not wanted or any(part in name for part in wanted)]
    clients = [min(int(text), 16) for text in options.clients.split(",")]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that the server is stopped too
    with Bluegether(ROOT / "var", BLUEGETHER_TURNS="off" if options.before else "on") as server:
        prepare(server.port)
        whole = measure(server, min(options.each, 1000), kinds, clients)
    print(f"conflicts in the log: {server.conflicts}")
    return 0 if whole or options.before else 1


if __name__ == "__main__":
    sys.exit(main())
