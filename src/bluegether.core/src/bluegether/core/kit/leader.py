"""Which of several processes on one PostgreSQL runs the timers: the one whose session holds an advisory lock there.

Transactions that overlap conflict, so a change is never made twice; but a message that has left cannot be taken back.
One process at a time therefore runs the timers. The lock is the session's: it is free the moment its process, or its
machine, is gone, and the next process to ask has it. One process on a file is always the one.
"""

import logging
import os


logger = logging.getLogger(__name__)
DSN = "BLUEGETHER_DSN"
LOCK = 0x426C7565  # any number that nothing else in this database takes


class Leader:
    """This process's session with PostgreSQL; `elected` is asked before each run of the timers."""

    def __init__(self, dsn: str | None = None):
        self.dsn = os.environ.get(DSN, "") if dsn is None else dsn
        self.session = None
        self.leads = False

    def elected(self) -> bool:
        """Return whether this process is the one that runs the timers now."""
        if not self.dsn:
            return True
        try:
            led, self.leads = self.leads, self._holds()
        except Exception as error:  # whatever the driver raises: no lock, no timers
            logger.warning("The timers wait: PostgreSQL does not answer (%s)", type(error).__name__)
            self.resign()
            return False
        if self.leads and not led:
            logger.info("The timers run in this process")
        return self.leads

    def _holds(self) -> bool:
        """Return whether the session has, or gets, the lock; a session that broke is opened anew."""
        if self.session is None:
            import psycopg2  # of the scaled profile only

            self.session = psycopg2.connect(self.dsn, connect_timeout=5, application_name="bluegether timers")
            self.session.autocommit = True
        with self.session.cursor() as cursor:
            cursor.execute("SELECT 1" if self.leads else f"SELECT pg_try_advisory_lock({LOCK})::int")
            return bool(cursor.fetchone()[0])

    def resign(self) -> None:
        """Let another process run the timers."""
        session, self.session, self.leads = self.session, None, False
        if session is not None:
            session.close()
