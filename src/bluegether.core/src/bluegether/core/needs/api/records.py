"""The compact record of a need: what lists, figures and matching read instead of waking it."""

from bluegether.core.needs import storage
from bluegether.core.needs.api import rules
from bluegether.core.needs.interfaces import SALES
from bluegether.core.needs.storage import Record
from bluegether.core.skills import api as skills
from plone import api
from plone.uuid.interfaces import IUUID


FOLDER = "needs"


def record(need) -> Record | None:
    """Return the compact record of a need."""
    return storage.read_all(api.portal.get()).record(IUUID(need))


def need_at(found: Record):
    """Return the need of a record, or None."""
    folder = api.portal.get().get(FOLDER)
    return folder.get(found.id) if folder is not None else None


def keep(need, *, since=None, until=None) -> Record:
    """Write the compact record anew; `since` when it has just entered its state."""
    kept, uid = storage.write_all(api.portal.get()), IUUID(need)
    before = kept.record(uid)
    made = Record(
        uid=uid,
        id=need.getId(),
        title=need.title,
        state=api.content.get_state(need, default="draft"),
        since=since or before.since,
        internal=need.audience == SALES,
        manager=need.manager or "",
        required=_levels(need.required_skills),
        welcome=_levels(need.welcome_skills),
        start=need.start,
        end=need.end,
        share=need.share or 100,
        number=need.number or 1,
        place=need.place or "",
        remote=need.remote or "partly",
        sector=need.sector or "",
        hard=tuple(need.hard or ()),
        deadline=need.deadline,
        until=until if since else before.until,
    )
    kept.keep(made, named(need, made))
    return made


def named(need, kept: Record) -> set[str]:
    """Return the skills that the need's rows and suggestions name."""
    suggested = {skills.current(one.skill) or one.skill for one in storage.read_one(need).suggestions.values()}
    return suggested | {skill_id for skill_id, _level in (*kept.required, *kept.welcome)}


def _levels(rows) -> tuple[tuple[str, int], ...]:
    return tuple((row["skill"], row["level"]) for row in rows or ())


def visible(need) -> bool:
    """Return whether the network sees the need now."""
    found = record(need)
    return found is not None and found.state in rules.VISIBLE and not found.internal


def name_skills(need) -> None:
    """Let the need be found by the skills that its rows and suggestions name now."""
    storage.write_all(api.portal.get()).name_skills(IUUID(need), named(need, record(need)))
