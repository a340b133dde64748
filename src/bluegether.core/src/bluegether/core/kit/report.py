"""What a room shows to those who decide about a report."""

from bluegether.core import _
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.interfaces import IReportable
from dataclasses import dataclass
from datetime import datetime
from plone import api
from urllib.parse import urlencode
from zope.component import queryAdapter


@dataclass(frozen=True)
class Words:
    """One neighbour of what was reported: who wrote what when."""

    author: str
    text: str
    written: datetime


@dataclass(frozen=True)
class Target:
    """Something that can be reported. `author` is a user id, `url` where the thing is seen (empty when nowhere)."""

    kind: str
    key: str
    author: str
    text: str
    url: str
    written: datetime
    hidden: bool = False
    context: tuple[Words, ...] = ()


def reportable(kind: str) -> IReportable:
    """Return the room's adapter of this kind of things; raise Missing when no room provides it."""
    found = queryAdapter(api.portal.get(), IReportable, name=kind) if kind else None
    if found is None:
        raise gone()
    return found


def report_url(site_url: str, kind: str, key) -> str:
    """Return the address at which this thing is reported; rooms link to it and need not know who answers."""
    return f"{site_url}/@@report?{urlencode({'kind': kind, 'key': key})}"


def gone() -> Missing:
    """Return the error for a thing that is not there, or not for this person."""
    return Missing(_("There is nothing to report here (any more)."))
