"""Several processes on one database: each sees the others' writes at once, and nothing acknowledged is lost."""

from running import browser
from running import kill
from running import member
from running import post
from running import words
from threading import Event
from threading import Thread
import requests
import signal
import time


WRITERS = 4


class Writer(Thread):
    """Writes posts through nginx, each mentioning `to`, until told to stop; keeps what was acknowledged and refused."""

    def __init__(self, portal, number: int, word: str, to: str = ""):
        super().__init__(daemon=True)
        self.session = member(number, portal.entry)
        self.word, self.to = f"{word}w{number}", to
        self.stopped = Event()
        self.kept, self.refused = [], []

    def run(self) -> None:
        number = 0
        while not self.stopped.is_set():
            number += 1
            text = f"{self.to} {self.word}n{number}x".strip()
            try:
                answer = post(self.session, text)
            except requests.RequestException as error:
                self.refused.append((type(error).__name__, ""))
                continue
            if answer.status_code == 201:
                self.kept.append(text)
                time.sleep(0.05)
            else:
                self.refused.append((answer.status_code, answer.text))
                time.sleep(0.05)

    def wrote(self, count: int) -> None:
        """Return when it has `count` more acknowledged."""
        goal, until = len(self.kept) + count, time.monotonic() + 120
        while len(self.kept) < goal:
            assert time.monotonic() < until, self.refused[-3:]
            time.sleep(0.05)


def writers(portal, word: str, to: str = "") -> list[Writer]:
    found = [Writer(portal, number, word, to) for number in range(WRITERS)]
    for writer in found:
        writer.start()
    return found


def stop(found: list[Writer]) -> None:
    for writer in found:
        writer.stopped.set()
    for writer in found:
        writer.join(90)
        assert not writer.is_alive()


def check_all_kept(portal, found: list[Writer]) -> None:
    """Look each acknowledged post up in both processes, one by one; none is there twice."""
    for number in range(2):
        texts = words(member(5, f"{portal.direct(number)}/bluegether"))
        for writer in found:
            for text in writer.kept:
                assert texts.count(text) == 1, (number, text)


def check_whole(portal) -> None:
    verified = portal.run("scripts/verify_charter.py")
    assert "whole" in verified.stdout, verified.stdout + verified.stderr


def unread(session) -> int:
    """Return how many notices are unread, looked at one by one; the badge says the same, as far as it counts."""
    found, url = 0, f"{session.base}/++api++/@notifications?unread=1&size=50"
    while url:
        answer = session.get(url, timeout=60).json()
        found, url = found + len(answer["items"]), answer["next"]
    badge = session.get(f"{session.base}/++api++/@notifications/count", timeout=60).json()
    assert badge["count"] == found or (badge["more"] and badge["count"] < found)
    return found


def test_what_one_process_stored_the_other_shows_at_once(portal):
    first, second = (member(number, f"{portal.direct(number)}/bluegether") for number in range(2))
    for turn in range(5):
        text = f"vu tout de suite {turn}"
        assert post(first, text).status_code == 201
        assert text in words(second)
        first, second = second, first


def test_a_killed_process_loses_nothing_that_was_acknowledged(portal):
    reader = member(7, portal.entry)
    before = unread(reader)
    found = writers(portal, "tue", "@membre7")
    for writer in found:
        writer.wrote(3)
    kill(portal.nodes[0], signal.SIGKILL)
    for writer in found:
        writer.wrote(4)  # the other process goes on alone
    stop(found)
    portal.again(0)
    check_all_kept(portal, found)
    # Stored may be one more than acknowledged: what was committed when the process died.
    stored = sum("tuew" in text for text in words(reader))
    assert stored >= sum(len(writer.kept) for writer in found)
    assert unread(reader) - before == stored
    check_whole(portal)


def test_postgresql_restarted_under_load(portal):
    reader = member(6, portal.entry)
    page = browser(5, portal.entry)
    pids = [node.process.pid for node in portal.nodes]
    before = unread(reader)
    found = writers(portal, "pg", "@membre6")
    for writer in found:
        writer.wrote(2)
    portal.cluster.stop("immediate")  # as if its power failed
    try:
        for number in range(2):
            assert requests.get(f"{portal.direct(number)}/readyz", timeout=60).status_code == 503
            assert requests.get(f"{portal.direct(number)}/healthz", timeout=60).status_code == 200
        answer = page.get(f"{portal.entry}/")
        assert answer.status_code == 503
        assert "momentanément indisponible" in answer.text and "Traceback" not in answer.text
        assert answer.headers["Cache-Control"] == "no-store" and answer.headers["Retry-After"] == "5"
        answer = member_get(reader)
        assert answer.status_code == 503 and answer.json()["type"] == "Unavailable"
    finally:
        portal.cluster.start()
    for writer in found:
        writer.wrote(3)
    stop(found)
    for status, text in (refusal for writer in found for refusal in writer.refused):
        assert status == 503 and "Unavailable" in text and "Traceback" not in text, (status, text[:300])
    assert pids == [node.process.pid for node in portal.nodes]
    assert all(node.process.poll() is None for node in portal.nodes)
    assert page.get(f"{portal.entry}/").status_code == 200
    check_all_kept(portal, found)
    stored = sum("pgw" in text for text in words(reader))
    assert unread(reader) - before == stored
    check_whole(portal)


def member_get(session) -> requests.Response:
    return session.get(f"{session.base}/++api++/@stream", timeout=60)
