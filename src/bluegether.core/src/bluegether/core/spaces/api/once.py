"""Who asked anonymously today: known to nobody, not even to the database.

A process keeps, for the day, digests of people made with a secret of that day which is written nowhere. It tells that
somebody has asked already, never who asked what; at midnight, or when the server is started anew, both are gone.
"""

from bluegether.core.kit.clock import today
from threading import Lock
import hashlib
import secrets
import transaction


class Once:
    """Lets each person through once a day and thing."""

    def __init__(self):
        self._lock = Lock()
        self.clear()

    def clear(self) -> None:
        """Forget everybody."""
        self._day, self._secret, self._seen = None, b"", set()

    def take(self, userid: str, thing: str) -> bool:
        """Return whether this is the person's first time today."""
        with self._lock:
            if self._day != today():
                self._day, self._secret, self._seen = today(), secrets.token_bytes(32), set()
            token = hashlib.blake2b(f"{userid} {thing}".encode(), key=self._secret).digest()
            first = token not in self._seen
            self._seen.add(token)
        if first:  # what comes to nothing, or is tried again, does not count
            transaction.get().addAfterAbortHook(self._seen.discard, (token,))
            transaction.get().addAfterCommitHook(self._unless_kept, (token,))
        return first

    def _unless_kept(self, kept: bool, token: bytes) -> None:
        if not kept:
            self._seen.discard(token)


once = Once()
