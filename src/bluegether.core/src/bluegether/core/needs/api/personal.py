"""What needs hold about a person, how it is erased, and what somebody who leaves hands over."""

from bluegether.core.kit.authors import disown
from bluegether.core.needs import storage
from bluegether.core.needs.api import lists
from bluegether.core.needs.api import records
from bluegether.core.needs.api import rules
from bluegether.core.needs.storage import Step
from plone import api


# States in which somebody must follow a need
TO_FOLLOW = ("draft", *rules.VISIBLE, "postponed")


def export(userid: str) -> dict:
    """Return candidacies with what the person wrote, suggestions, and the needs that they follow."""
    found = [need for need in _traces(userid) if need is not None]
    return {
        "candidacies": [_candidacy(need, userid) for need in found if userid in storage.read_one(need).candidates],
        "suggestions": [line for need in found for line in _suggestions(need, userid)],
        "follows": [record.title for record in lists.followed(userid)],
    }


def erase(userid: str) -> None:
    """Erase candidacies; take the person out of suggestions, history and what they follow. Twice is once."""
    kept = storage.read_all(api.portal.get())
    for need in _traces(userid):
        if need is not None:
            _erase_from(need, userid)
    for record in lists.followed(userid):
        need = records.need_at(record)
        need.manager = ""
        disown(need, userid)
        records.keep(need)
    kept.candidacies.pop(userid, None)
    kept.traces.pop(userid, None)


def held(userid: str) -> int:
    """Return how many needs somebody must take over."""
    return sum(record.state in TO_FOLLOW for record in lists.followed(userid))


def hand_over(userid: str, to: str, *, actor: str) -> None:
    """Let somebody else follow these needs; twice changes nothing more."""
    for record in lists.followed(userid):
        if record.state in TO_FOLLOW:
            need = records.need_at(record)
            need.manager = to
            records.keep(need)


def _traces(userid: str) -> list:
    kept = storage.read_all(api.portal.get())
    found = [kept.record(uid) for uid in kept.traces.get(userid, ())]
    return [records.need_at(record) for record in found if record is not None]


def _candidacy(need, userid: str) -> dict:
    found = storage.read_one(need).candidates[userid]
    steps = [{"when": moment.isoformat(), "state": state} for moment, _actor, state, _word in found.history]
    return {"need": need.title, "state": found.state, "message": found.message, "steps": steps}


def _suggestions(need, userid: str) -> list[dict]:
    found = storage.read_one(need).suggestions.values()
    return [
        {"need": need.title, "skill": one.skill, "level": one.level, "why": one.why, "state": one.state}
        for one in found
        if one.userid == userid
    ]


def _erase_from(need, userid: str) -> None:
    room = storage.read_one(need)
    room.candidates.pop(userid, None)
    for one in room.candidates.values():
        one.history = tuple((when, "" if who == userid else who, *rest) for when, who, *rest in one.history)
    for one in room.suggestions.values():
        _leave_out(one, userid)
    for key, values in list(room.steps.items()):
        room.steps[key] = tuple(_without(Step(*values), userid))
    for skill_id in [one for one, source in room.sources.items() if source == userid]:
        del room.sources[skill_id]
    _rows_without(need, userid)
    if userid in room.asked:
        room.asked.remove(userid)
    disown(need, userid)
    records.keep(need)


def _leave_out(one, userid: str) -> None:
    if one.userid == userid:
        one.userid, one.why = "", ""
    if one.decided_by == userid:
        one.decided_by = ""


def _without(step: Step, userid: str) -> Step:
    values = {name: "" if value == userid else value for name, value in step.values.items()}
    if step.userid == userid:
        return Step(step.what, "", values | ({"word": ""} if "word" in values else {}))
    return Step(step.what, step.userid, values)


def _rows_without(need, userid: str) -> None:
    for name in ("required_skills", "welcome_skills"):
        rows = getattr(need, name) or []
        if any(row.get("source") == userid for row in rows):
            setattr(need, name, [row | ({"source": ""} if row.get("source") == userid else {}) for row in rows])
