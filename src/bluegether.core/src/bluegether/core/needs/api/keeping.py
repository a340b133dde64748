"""What follows when a need is added, changed or deleted, on every channel: checks, the compact record, matching."""

from bluegether.core import _
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Invalid
from bluegether.core.needs import storage
from bluegether.core.needs.api import asking
from bluegether.core.needs.api import clients
from bluegether.core.needs.api import fitting
from bluegether.core.needs.api import records
from bluegether.core.needs.api import tracing
from bluegether.core.needs.events import NeedChanged
from bluegether.core.skills import api as skills
from plone import api
from plone.uuid.interfaces import IUUID
from zope.event import notify


ROWS = ("required_skills", "welcome_skills")
HIDDEN_AT_LEAST = 3  # letters of a client's name that are looked for


def added(need) -> None:
    """Check and keep a new need."""
    actor = api.user.get_current().getId() or ""
    need.manager = need.manager or actor
    _hide_confidential(need)
    check(need)
    _tidy_rows(need)
    records.keep(need, since=now())
    tracing.note(need, "created", actor)
    notify(NeedChanged(need))


def changed(need, fields: tuple[str, ...]) -> None:
    """Check and keep a need that was edited; experts of skills that came with it are asked."""
    _hide_confidential(need)
    check(need)
    _tidy_rows(need)
    before = records.record(need)
    records.keep(need)
    if fields:
        tracing.note(need, "changed", api.user.get_current().getId() or "", fields=sorted(fields))
    after = records.record(need)
    if before is not None and before.internal != after.internal:
        need.reindexObjectSecurity()
    fitting.follow(after)
    asking.ask(need)
    notify(NeedChanged(need))


def removed(need) -> None:
    """Forget a need that is deleted."""
    uid = IUUID(need)
    kept = storage.write_all(api.portal.get())
    for userid in storage.read_one(need).candidates:
        kept.place(userid, uid, "")
    kept.drop(uid)
    fitting.drop(uid)


def _hide_confidential(need) -> None:
    """Hide the name of a client that is confidential everywhere."""
    if not need.client_hidden and clients.is_confidential(need.client):
        need.client_hidden = True


def check(need) -> None:
    """Raise Invalid when the need contradicts itself, or names a client whom it hides."""
    if need.start and need.end and need.end < need.start:
        raise Invalid(_("The end comes before the start."), field="end")
    if need.rate_min is not None and need.rate_max is not None and need.rate_max < need.rate_min:
        raise Invalid(_("The highest rate is below the lowest."), field="rate_max")
    if need.client_hidden:
        _check_hidden(need)


def _check_hidden(need) -> None:
    name = clients.plain_name(need.client) or (need.client_name or "")
    words = skills.key(name)
    if len(words) < HIDDEN_AT_LEAST:
        return
    for field in ("title", "background", "place"):
        if words in skills.key(getattr(need, field, None) or ""):
            message = _("This text names the client, whose name is to be hidden.")
            raise Invalid(message, field=field)


def _tidy_rows(need) -> None:
    """Let each skill stand once, by its present id, with who suggested it as it was kept: nobody writes that."""
    kept, seen = storage.read_one(need).sources, set()
    sources = {skills.current(skill_id) or skill_id: userid for skill_id, userid in kept.items()}
    for name in ROWS:
        rows = []
        for row in getattr(need, name, None) or ():
            skill_id = skills.current(row["skill"]) or row["skill"]
            if skill_id not in seen:
                seen.add(skill_id)
                rows.append({"skill": skill_id, "level": row["level"], "source": sources.get(skill_id, "")})
        if rows != list(getattr(need, name, None) or ()):
            setattr(need, name, rows)
