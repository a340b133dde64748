"""Let the requests of one process that write take turns, so that they do not undo each other's work.

Two transactions that touch the same object (a bucket of the catalog, a conversation, the end of a hash chain) cannot
both be kept: one is thrown away and done again from the start, and under a handful of writers some are thrown away
until Zope gives up. The threads of one process share one interpreter lock, so writing side by side gains nothing.
Here a request that may write waits for its turn before it loads anything of the site, in the order of arrival, sees
what the one before it stored, and gives the turn back when its transaction ends, however it ends.

Reading never waits. The body of a request has been received, and its form parsed, before it queues. Between
processes the database's own conflict detection and Zope's retries still hold; only the pause before a retry is
shorter than Zope's, which is up to seconds, slept by a thread that others wait for.
"""

from collections import deque
from threading import local
from threading import Lock
import logging
import os
import random
import time
import transaction


logger = logging.getLogger(__name__)
READING = frozenset({"GET", "HEAD", "OPTIONS", "PROPFIND", "REPORT", "TRACE"})
# Longer than any ordinary write; who waited in vain goes on unprotected, as in plain Zope, rather than failing.
WAIT_SECONDS = 10
PAUSE_SECONDS = 0.02
# The benchmark compares with and without.
ON = os.environ.get("BLUEGETHER_TURNS", "on") != "off"


class Queue:
    """A lock that is handed to whoever has waited longest; `threading.Lock` may starve a waiter."""

    def __init__(self):
        self._guard = Lock()
        self._waiting: deque = deque()
        self._taken = False

    def take(self, seconds: float) -> bool:
        """Wait for the lock and return whether it was had in time."""
        with self._guard:
            if not self._taken:
                self._taken = True
                return True
            gate = Lock()
            gate.acquire()
            self._waiting.append(gate)
        if gate.acquire(timeout=seconds):
            return True
        with self._guard:
            if gate not in self._waiting:  # handed over at the last moment
                return True
            self._waiting.remove(gate)
            return False

    def give(self) -> None:
        """Hand the lock to the next, or free it. It stays taken while it changes hands."""
        with self._guard:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._taken = False


_queue = Queue()
_mine = local()


def take(why: str) -> None:
    """Wait for this process's turn to write and keep it until the transaction ends, then see the newest state.

    It begins a new transaction: call it before anything is changed. Where the turn is held already (every request
    that may write has it) nothing happens. `why` says in the log what could not wait any longer.
    """
    if held():
        return
    in_time = _queue.take(WAIT_SECONDS)
    try:
        current = transaction.begin()
    except BaseException:  # the database is away: a turn that nobody would give back
        if in_time:
            _queue.give()
        raise
    if not in_time:
        logger.warning("No turn for %s within %s s; going on without", why, WAIT_SECONDS)
        return
    _mine.transaction = current
    current.addAfterCommitHook(_end)
    current.addAfterAbortHook(_end)


def leave() -> None:
    """Give the turn back before the transaction ends: for work that waits on something outside this process.

    What is written afterwards is protected by retries only.
    """
    _end()


def held() -> bool:
    """Return whether the present transaction has the turn."""
    mine = getattr(_mine, "transaction", None)
    return mine is not None and mine is transaction.get()


def _end(*_status) -> None:
    # Called for every ending, twice when a commit fails; by then the turn may be another thread's.
    if getattr(_mine, "transaction", None) is not None:
        _mine.transaction = None
        _queue.give()


def take_for_request(_site, event) -> None:
    """Queue a request that may write, when it enters the site: its form is parsed, nothing of the site is loaded."""
    if ON and event.request.get("REQUEST_METHOD", "GET") not in READING:
        take(event.request.get("PATH_INFO", ""))


def shorten_pause(event) -> None:
    """Before Zope does a request again: pause for hundredths of a second, not for up to eight seconds."""
    if ON and event.retry:
        request = event.request
        longest = PAUSE_SECONDS * 2**request.retry_count
        request.delay_retry = lambda: time.sleep(random.uniform(0, longest))  # noqa: S311 (no secret)
