"""BlueGether beside plain Plone: `tests/benchmarks/sides.py [--size small] [--grown large]`
(from `make bench`, which sets the path).

Starts both servers, lets 1, 4 and 16 clients ask for each page in turns (A B A B), and prints CPU and times, each
also as a ratio to plain Plone's nearest page in the same run; with `--grown`, how each grows from one size to
another. Writes `var/bench/sides.json` and `.svg`. Needs the databases of `make load`, which it fills when they are
missing. Loopback only; nothing keeps running.
"""

from collections.abc import Callable
from dataclasses import dataclass
from driving import Client
from driving import drive
from driving import Result
from pathlib import Path
from picture import bars
from servers import Bluegether
from servers import Plain
from servers import ROOT
from servers import Server
import argparse
import json
import os
import signal
import subprocess
import sys


CLIENTS = (1, 4, 16)
MEMBERS, DOCUMENTS = 50, 300  # of the plain site
OUT = ROOT / "var" / "bench"
NOTE = "/reference/serie-0/dossier-0/note-7"
TEXT = "Bonjour à tous, voici ce que nous avons appris de la mission chez le client ce mois-ci."
FILE = os.urandom(1_000_000)

Ask = Callable[[Client, int], int]


def page(path: str) -> Ask:
    return lambda client, turn: client.get(path)


def rest(path: str) -> Ask:
    return lambda client, turn: client.send("GET", path, Accept="application/json")[0]


def sent(path: str, **data: str) -> Ask:
    return lambda client, turn: client.post(path, data)


def file_in(path: str) -> Ask:
    return lambda client, turn: client.upload(path, f"{client.userid}-{turn}-{os.urandom(4).hex()}.bin", FILE)


def next_page(client: Client, turn: int) -> int:
    """Ask for the second page of the stream; where it starts is looked up once per client."""
    if not hasattr(client, "cursor"):
        client.cursor = client.read("/@stream")["next"].rpartition("cursor=")[2]
    return client.get(f"/@@stream-entries?cursor={client.cursor}")


def on_first_entry(service: str, *bodies: dict) -> Ask:
    """Post to a service of the newest publication, which is looked up once per client."""

    def ask(client: Client, turn: int) -> int:
        if not hasattr(client, "entry"):
            client.entry = client.read("/@stream?size=1")["items"][0]["id"]
        return client.post(f"/@posts/{client.entry}/{service}", bodies[turn % len(bodies)])

    return ask


@dataclass(frozen=True)
class Row:
    """One page: what BlueGether's clients ask, the nearest thing that plain Plone has, what its CPU may be of that."""

    name: str
    ours: Ask
    plain: Ask
    plain_name: str
    target: float | None = None
    role: str = "member"


ROWS = (
    Row("home", page(""), page(""), "front page", 0.7),
    Row("stream", page("/@@stream"), page(""), "front page"),
    Row("stream, next page", next_page, page(""), "front page", 0.25),
    Row("profile", page("/people/consultante"), page("/@@personal-information"), "own profile form"),
    Row("directory", page("/people"), page("/@@search?SearchableText=note"), "search"),
    Row("skills, suggest", rest("/@skills?q=pyt"), rest("/@search?SearchableText=note"), "@search"),
    Row("badge", page("/@@notifications-badge"), page(""), "front page", 0.1),
    Row("document", page(NOTE), page(NOTE), "document"),
    Row("search", page("/@@search?SearchableText=recette"), page("/@@search?SearchableText=note"), "search", 1.5),
    Row("@search", rest("/@search?SearchableText=recette"), rest("/@search?SearchableText=note"), "@search", 1.5),
    Row("post", sent("/@stream", text=TEXT), sent("/desk", **{"@type": "Document", "title": TEXT}), "new document"),
    Row("comment", sent(f"{NOTE}/@comments", text=TEXT), sent(f"{NOTE}/@comments", text=TEXT), "comment"),
    Row("comment on a post", on_first_entry("comments", {"text": TEXT}),
        sent(f"{NOTE}/@comments", text=TEXT), "comment"),
    Row("react", on_first_entry("reactions", {"reaction": "like"}, {"reaction": "thank"}),
        sent(f"{NOTE}/@comments", text=TEXT), "comment"),
    Row("new document", sent("/desk", **{"@type": "Document", "title": TEXT}),
        sent("/desk", **{"@type": "Document", "title": TEXT}), "new document"),
    Row("upload of 1 MB", file_in("/desk/fileUpload"), file_in("/desk/fileUpload"), "upload"),
)  # fmt: skip


def people(server: Server, count: int) -> list[Client]:
    """Sign in members of the load."""
    return [Client(server, f"membre{number:05}") for number in range(count)]


def desk(server: Server) -> None:
    """Make the folder that the writers write to, and let members write there."""
    admin = Client(server, "admin")
    admin.post("", {"@type": "Folder", "id": "desk", "title": "Desk"})
    roles = {
        "inherit": True,
        "entries": [{"id": "AuthenticatedUsers", "type": "group", "roles": {"Contributor": True}}],
    }
    admin.post("/desk/@sharing", roles)
    admin.post("/desk/@workflow/publish", {})
    admin.post("/desk/@workflow/publish_internally", {})


def compare(ours: Server, plain: Server, rows: list[Row], clients: tuple[int, ...], each: int) -> list[dict]:
    """Measure every row with every number of clients, in turns, and return the figures."""
    crowd = {server: people(server, max(clients)) for server in (ours, plain)}
    found = []
    for row in rows:
        warm = [drive(server, crowd[server][:1], ask, 3) for server, ask in ((ours, row.ours), (plain, row.plain))]
        if any(result.refused for result in warm):
            raise SystemExit(f"{row.name}: refused, ours {warm[0].refused}, plain {warm[1].refused} of 3")
        for count in clients:
            sums = {ours: Result(), plain: Result()}
            for _turn in range(2):
                for server, ask in ((ours, row.ours), (plain, row.plain)):
                    sums[server] += drive(server, crowd[server][:count], ask, max(3, each // count))
            figures = {"page": row.name, "plain_page": row.plain_name, "clients": count, "target": row.target}
            figures |= {"ours": sums[ours].figures(), "plain": sums[plain].figures()}
            print(line(figures), flush=True)
            found.append(figures)
    return found


HEAD = f"{'':20}{'clients':>8}{'CPU':>8}{'of plain':>10}{'p50':>8}{'p95':>8}{'of plain':>10}{'per s':>8}{'refused':>9}"


def line(figures: dict) -> str:
    """Return one line of the table; milliseconds."""
    ours, plain = figures["ours"], figures["plain"]
    share, slow = ours["cpu"] / plain["cpu"], ours["p95"] / plain["p95"]
    verdict = "" if figures["target"] is None else "  ok" if share <= figures["target"] else "  OVER"
    aim = "" if figures["target"] is None else f" (target {figures['target']})"
    return (
        f"{figures['page']:20}{figures['clients']:>8}{ours['cpu']:>8.1f}{share:>10.2f}{ours['p50']:>8.0f}"
        f"{ours['p95']:>8.0f}{slow:>10.2f}{ours['per_second']:>8.1f}{ours['refused']:>9.0f}"
        f"   {figures['plain_page']}{aim}{verdict}"
    )


def grown(rows: list[Row], small: Server, big: Server, each: int) -> list[dict]:
    """Measure how much each page of ours costs at the bigger size, as a ratio to the smaller, with four clients."""
    crowd = {server: people(server, 4) for server in (small, big)}
    found = []
    for row in rows:
        sums = {small: Result(), big: Result()}
        for server in (small, big):
            drive(server, crowd[server][:1], row.ours, 3)
        for _turn in range(2):
            for server in (small, big):
                sums[server] += drive(server, crowd[server], row.ours, max(3, each // 4))
        before, after = sums[small].figures(), sums[big].figures()
        ratio = {name: after[name] / before[name] for name in ("cpu", "p95")}
        print(f"{row.name:20}{ratio['cpu']:>10.2f}{ratio['p95']:>10.2f}", flush=True)
        found.append({"page": row.name, "small": before, "big": after, "growth": ratio})
    return found


def database(size: str) -> Path:
    """Return the folder of this size's database, filled when it is missing."""
    folder = ROOT / "var" / f"load-{size}"
    if not (folder / "filestorage" / "Data.fs").exists():
        subprocess.run(["make", "load", f"SIZE={size}"], cwd=ROOT, check=True)
    return folder


def main() -> int:
    """Measure, print, write the files; return 1 when something was refused."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", default="small")
    parser.add_argument("--grown", default="", help="also measure growth to this size")
    parser.add_argument("--pages", default="", help="parts of the names, separated by commas")
    parser.add_argument("--clients", default=",".join(map(str, CLIENTS)))
    parser.add_argument("--each", type=int, default=32, help="requests of all clients together, per turn")
    options = parser.parse_args()
    wanted = [part for part in options.pages.split(",") if part]
    rows = [row for row in ROWS if not wanted or any(part in row.name for part in wanted)]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    results: dict = {"size": options.size}
    with Bluegether(database(options.size)) as ours, Plain(MEMBERS, DOCUMENTS) as plain:
        results["started"] = {server.name: server.started for server in (ours, plain)}
        for server in (ours, plain):
            desk(server)
        print(HEAD)
        results["pages"] = compare(ours, plain, rows, tuple(map(int, options.clients.split(","))), options.each)
        results["memory"] = {server.name: server.memory() for server in (ours, plain)}
        print(f"start, s: {results['started']}  memory, MiB: {results['memory']}")
    if options.grown:
        print(f"\nfrom {options.size} to {options.grown}, four clients: growth of CPU and p95")
        with Bluegether(database(options.size)) as small, Bluegether(database(options.grown)) as big:
            for server in (small, big):
                desk(server)
            results["growth"] = grown(rows, small, big, options.each)
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / "sides.json").write_text(json.dumps(results, indent=1))
    (OUT / "sides.svg").write_text(bars(results["pages"]))
    return int(any(row["ours"]["refused"] for row in results["pages"]))


if __name__ == "__main__":
    sys.exit(main())
