"""Certifications that expire: the person is told once, some days before; the cost does not grow with the people."""

from bluegether.core.kit.annotation import stored
from bluegether.core.kit.clock import now
from bluegether.core.kit.clock import start_of
from bluegether.core.kit.clock import today
from bluegether.core.kit.notice import tell
from bluegether.core.people.api.accounts import account
from bluegether.core.people.api.closings import has_access
from bluegether.core.people.api.persons import person
from bluegether.core.people.api.profile import values_of
from bluegether.core.people.storage import KEY
from bluegether.core.people.storage import note_expiries
from bluegether.core.people.storage import Profile
from bluegether.core.people.storage import take_expiry
from bluegether.core.people.storage import writable
from datetime import date
from datetime import timedelta
from itertools import islice
from plone import api


NOTICE = "people.certification_expiring"
REMINDERS = 200  # at most in one run of the timer
SEPARATOR = "|"


def days_before() -> int:
    """Return how many days before a certification expires its holder is told."""
    return api.portal.get_registry_record("bluegether.people.certification_days", default=60)


def expiring(person) -> list[dict]:
    """Return the rows of the person's certifications that expire within these days and have not expired yet."""
    last = today() + timedelta(days_before())
    rows = values_of(person).get("certifications") or ()
    return [row for row in rows if row["expires"] is not None and today() <= row["expires"] <= last]


def plan_reminders(userid: str, kept: Profile) -> None:
    """Let the timer know what is to be told, after the certifications changed; what was told stays told."""
    rows = kept.values.get("certifications") or ()
    coming = [
        (row["title"], row["expires"]) for row in rows if row["expires"] is not None and row["expires"] >= today()
    ]
    kept.told = tuple(one for one in kept.told if one in coming)
    untold = [(title, start_of(expires)) for title, expires in coming if (title, expires) not in kept.told]
    note_expiries(writable(api.portal.get()), userid, untold)


def remind_expiring(limit: int = REMINDERS) -> int:
    """Tell those whose certifications expire soon, at most `limit`, each once; return how many entries were met."""
    people = stored(api.portal.get(), KEY)
    if people is None:
        return 0
    until = int((now() + timedelta(days_before())).timestamp() * 1_000_000)
    due = list(islice(people.expiries.items(max=until), limit)) if people.expiries else []
    for key, _entry in due:
        userid, title = take_expiry(people, key)
        _remind(userid, title)
    return len(due)


def certification(thing: str) -> dict | None:
    """Return the row that a notice is about, None when it is gone or has another date by now."""
    userid, expires, title = thing.split(SEPARATOR, 2)
    found = person(userid)
    rows = values_of(found).get("certifications") or () if found is not None else ()
    wanted = (title, date.fromisoformat(expires))
    return next((row for row in rows if (row["title"], row["expires"]) == wanted), None)


def _remind(userid: str, title: str) -> None:
    found = person(userid)
    kept = stored(found, KEY) if found is not None else None
    row = next((row for row in expiring(found) if row["title"] == title), None) if kept is not None else None
    if row is None:
        return
    kept.told = (*kept.told, (title, row["expires"]))
    if account(userid).kind != "client" and has_access(userid):
        thing = SEPARATOR.join((userid, row["expires"].isoformat(), title))
        tell(NOTICE, thing=thing, actor="", recipients=[userid])
