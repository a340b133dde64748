"""Tables of people found, for a spreadsheet: what the person who exports may see, in batches, and no formula."""

from bluegether.core import _
from bluegether.core.directory import vocabularies
from bluegether.core.directory.api.hits import Hit
from bluegether.core.directory.api.hits import hits
from bluegether.core.directory.api.searching import search
from bluegether.core.directory.api.text import clean
from bluegether.core.directory.interfaces import Criteria
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.people import api as people
from collections.abc import Iterator
from dataclasses import replace
from plone import api


PERMISSION = "BlueGether: Export people"
MAX_PEOPLE = 5000
BATCH = 100
# What a spreadsheet would run as a formula.
FORMULA = ("=", "+", "-", "@")
COLUMNS = (
    _("Name"),
    _("User id"),
    _("Job"),
    _("Unit"),
    _("Kind of account"),
    _("Employment"),
    _("Mail address"),
    _("Telephone"),
    _("Mobile"),
    _("City"),
    _("Client’s site"),
    _("Clients of running missions"),
    _("Skills"),
    _("Languages"),
    _("Available from"),
    _("Share of full time, in percent"),
    _("Remote work"),
    _("Address of the profile"),
)
PLAIN = ("email", "phone", "mobile", "city", "client_site")


def can_export(userid: str) -> bool:
    """Return whether this person takes tables of people with them: HR, sales, managers, direction."""
    if api.user.get_current().getId() == userid:
        return api.user.has_permission(PERMISSION, obj=api.portal.get())
    return api.user.get(userid=userid) is not None and api.user.has_permission(
        PERMISSION, username=userid, obj=api.portal.get()
    )


def table(reader: str, criteria: Criteria, *, sort: str = "", say=str, url=str) -> Iterator[list[str]]:
    """Return the lines of the table, the header first; people are woken a batch at a time and let go.

    `say` translates, `url` returns the address of a person. Raises NotAllowed, Conflict for more than 5000 people, both
    at once and not with the first line.
    """
    if not can_export(reader):
        raise NotAllowed(_("You may look at people, but not export tables of them."))
    total = search(reader, criteria, size=0).total
    if total > MAX_PEOPLE:
        message = _("More than ${max} people: narrow the search down.", mapping={"max": MAX_PEOPLE})
        raise Conflict(message)
    return _lines(reader, criteria, sort, total, say, url)


def _lines(reader: str, criteria: Criteria, sort: str, total: int, say, url) -> Iterator[list[str]]:
    yield [safe(say(title)) for title in COLUMNS]
    userids = search(reader, criteria, sort=sort, size=total).rows
    for start in range(0, len(userids), BATCH):
        for hit in hits(userids[start : start + BATCH], reader, replace(criteria, text="")):
            yield [safe(cell) for cell in _cells(hit, say, url)]
        api.portal.get()._p_jar.cacheGC()


def _cells(hit: Hit, say, url) -> list[str]:
    fields = hit.fields
    available = fields.get("available_from")
    return [
        hit.fullname,
        hit.userid,
        fields.get("job", ""),
        people.units().get(fields.get("unit", ""), ""),
        say(vocabularies.KINDS.get(fields["kind"], fields["kind"])),
        say(vocabularies.EMPLOYMENTS.get(fields.get("employment", ""), "")),
        *(fields.get(name, "") for name in PLAIN),
        ", ".join(hit.clients),
        ", ".join(f"{one.title} ({one.level})" for one in hit.skills),
        ", ".join(f"{row['language']} {row['level']}" for row in fields.get("languages", ())),
        available.isoformat() if available else "",
        str(fields.get("available_share", "")),
        say(vocabularies.REMOTE.get(fields.get("remote", ""), "")),
        url(hit.userid),
    ]


def safe(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    text = clean(str(cell))
    return f"'{text}" if text.startswith(FORMULA) else text
