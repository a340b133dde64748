"""Who is away, for how long, and who replaces them: known without waking the person's content."""

from bluegether.core import _
from bluegether.core.kit.annotation import stored
from bluegether.core.kit.clock import local
from bluegether.core.kit.clock import now
from bluegether.core.kit.clock import spoken
from bluegether.core.people.api.accounts import account
from bluegether.core.people.api.persons import person
from bluegether.core.people.storage import KEY
from bluegether.core.people.storage import writable
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from plone import api


@dataclass(frozen=True)
class Away:
    """Somebody's absence: first and last day, who replaces them (user id or empty), what they say."""

    userid: str
    since: date
    until: date
    replacement: str
    message: str


def away(userid: str) -> Away | None:
    """Return the absence of this person when they are away today (the site's day), else None. Wakes no content."""
    people = stored(api.portal.get(), KEY)
    kept = people.absences.get(userid) if people is not None else None
    if kept is None:
        return None
    since, until, replacement, message = kept
    if not since <= local(now()).date() <= until:
        return None
    return Away(userid, since, until, replacement if replacement in people.accounts else "", message)


def away_note(userid: str):
    """Return, as a translatable text, until when this person is away and who replaces them; empty when they are here.

    For beside their name where somebody mentions them. Wakes no content.
    """
    found = away(userid)
    if found is None:
        return ""
    mapping, replacement = {"date": spoken(found.until)}, account(found.replacement)
    if replacement is None:
        return _("away until ${date}", mapping=mapping)
    return _("away until ${date}, replaced by ${name}", mapping=mapping | {"name": replacement.fullname})


def away_until(userid: str, moment: datetime) -> datetime | None:
    """Return when this person, away at the moment, is back: the beginning of the day after the last; else None."""
    people = stored(api.portal.get(), KEY)
    kept = people.absences.get(userid) if people is not None else None
    here = local(moment)
    if kept is None or not kept[0] <= here.date() <= kept[1]:
        return None
    return datetime.combine(kept[1] + timedelta(days=1), time(), tzinfo=here.tzinfo)


def keep_absence(userid: str, values: dict) -> None:
    """Let `away` know what the profile says."""
    people = writable(api.portal.get())
    if not values.get("away_from"):
        people.absences.pop(userid, None)
        return
    told = values.get("away_replacement") or "", values.get("away_message") or ""
    people.absences[userid] = (values["away_from"], values["away_until"], *told)


def forget_replacement(userid: str) -> None:
    """Let this person, who goes, replace nobody any more."""
    people = writable(api.portal.get())
    for other in [other for other, kept in people.absences.items() if kept[2] == userid]:
        since, until, _replacement, message = people.absences[other]
        people.absences[other] = (since, until, "", message)
        kept = stored(person(other), KEY)
        if kept is not None:
            kept.values = kept.values | {"away_replacement": ""}
