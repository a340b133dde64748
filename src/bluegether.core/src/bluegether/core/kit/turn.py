"""Let the requests of one process take turns at an object that only one transaction can change at a time.

A hash chain has one end: two transactions that append to it conflict by nature. Instead of letting them fail
and retry, each waits for its turn and then looks at the database afresh. Between processes the database's own
conflict detection and Zope's retries still hold.
"""

from threading import Lock
import transaction


_locks: dict[str, Lock] = {}
WAIT_SECONDS = 30


def take(name: str) -> None:
    """Wait for the turn called `name` and keep it until this transaction ends, then see the newest state.

    Call it first thing in a request's POST, before anything is changed: it begins a new transaction.
    """
    lock = _locks.setdefault(name, Lock())
    if not lock.acquire(timeout=WAIT_SECONDS):
        raise TimeoutError(f"no turn at {name} within {WAIT_SECONDS} s")
    held = [lock]

    def release(*_status) -> None:
        # A commit that fails calls both hooks: the lock may by then be another thread's.
        if held:
            held.pop().release()

    current = transaction.begin()
    current.addAfterCommitHook(release)
    current.addAfterAbortHook(release)
