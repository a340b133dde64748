"""Skills that the network suggests for a need; sales take them up or not, with a word, and who suggested is told."""

from bluegether.core import _
from bluegether.core.kit.clock import now
from bluegether.core.kit.deed import done
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.notice import tell
from bluegether.core.needs import storage
from bluegether.core.needs.api import answering
from bluegether.core.needs.api import content
from bluegether.core.needs.api import records
from bluegether.core.needs.api import rules
from bluegether.core.needs.api import tracing
from bluegether.core.needs.storage import Record
from bluegether.core.needs.storage import Suggestion
from bluegether.core.people.api.rules import check_text
from bluegether.core.people.interfaces.profile import LEVELS
from bluegether.core.skills import api as skills
from datetime import datetime
from plone import api
from plone.uuid.interfaces import IUUID


MAX_WHY = 500
MAX_OPEN = 10  # of one person for one need
DEED = "needs.suggestion_accepted"
ROWS = ("required_skills", "welcome_skills")


def can_suggest(need, userid: str) -> bool:
    """Return whether this person may suggest skills for the need: who sees it, while it is in progress."""
    record = records.record(need)
    known = record is not None and record.state in rules.VISIBLE and rules.sees(record, userid)
    return known and rules.can_apply(userid)


def suggest(need, *, actor: str, skill: str, level, required: bool = True, why: str = "") -> Suggestion:
    """Suggest a skill row, and return it. Raises NotAllowed, Invalid, Conflict when it is there already."""
    if not can_suggest(need, actor):
        raise NotAllowed(_("Suggestions are for needs that are in progress."))
    skill_id = _skill(skill)
    if level not in LEVELS:
        raise Invalid(_("Choose a level."), field="level")
    check_text(why, field="why", maximum=MAX_WHY, lines=True)
    _check_new(need, skill_id, level, required, actor)
    room, moment = storage.write_one(need), now()
    key = storage.free(room.suggestions, storage.micros(moment))
    made = Suggestion(key, userid=actor, skill=skill_id, level=level, required=required, why=why.strip())
    room.suggestions[key] = made
    tracing.note(need, "suggested", actor, skill=skill_id, level=level, required=required, word=made.why)
    records.name_skills(need)
    tell("needs.suggested", thing=IUUID(need), actor=actor, recipients=[need.manager])
    answering.answered(need, actor=actor)
    return made


def accept(need, key: int, *, actor: str, word: str = "") -> None:
    """Take a suggestion up into the need's rows; who made it is named there and told. Raises Conflict if decided."""
    found = _decide(need, key, "accepted", actor, word)
    rows = {name: [row for row in getattr(need, name) if row["skill"] != found.skill] for name in ROWS}
    rows[ROWS[not found.required]].append({"skill": found.skill, "level": found.level, "source": found.userid})
    storage.write_one(need).sources[found.skill] = found.userid
    content.change_need(need, rows, actor=actor)
    done(DEED, found.userid, thing=f"{IUUID(need)}/{key}", values={"skill": found.skill})


def refuse(need, key: int, *, actor: str, word: str) -> None:
    """Leave a suggestion aside; the word says why. Raises Invalid without a word, Conflict if decided."""
    if not word.strip():
        raise Invalid(_("Say in a word why."), field="word")
    _decide(need, key, "refused", actor, word)


def suggestions(need, *, reader: str) -> list[Suggestion]:
    """Return the suggestions, those that wait first, then the latest; raise Missing for who may not see the need."""
    record = records.record(need)
    if record is None or not rules.sees(record, reader):
        raise Missing(_("There is no such need."))
    found = [one for one in storage.read_one(need).suggestions.values() if not one.hidden]
    return sorted(found, key=lambda one: (one.state != "open", -one.key))


def suggestion(uid: str, key: int) -> tuple[Record, Suggestion] | None:
    """Return (need, suggestion) whoever may see it, or None: for moderation."""
    record = storage.read_all(api.portal.get()).record(uid)
    need = records.need_at(record) if record is not None else None
    found = storage.read_one(need).suggestions.get(key) if need is not None else None
    return (record, found) if found is not None else None


def remove_suggestion(need, key: int) -> None:
    """Delete a suggestion for good, with its words in the history; a row that was taken up stays."""
    room = storage.write_one(need)
    found = room.suggestions.pop(key, None)
    if found is None:
        return
    for moment, step in list(room.steps.items()):
        what, userid, values = step
        if what == "suggested" and userid == found.userid and values.get("skill") == found.skill:
            room.steps[moment] = (what, userid, values | {"word": ""})
    records.name_skills(need)


def waiting(need) -> int:
    """Return how many suggestions wait for sales."""
    return sum(one.state == "open" and not one.hidden for one in storage.read_one(need).suggestions.values())


def _decide(need, key: int, state: str, actor: str, word: str) -> Suggestion:
    rules.require_manager(actor)
    check_text(word, field="word", maximum=MAX_WHY, lines=True)
    found = storage.read_one(need).suggestions.get(key)
    if found is None or found.hidden:
        raise Missing(_("There is no such suggestion."))
    if found.state != "open":
        raise Conflict(_("Somebody has decided about this suggestion meanwhile."))
    found.state, found.decided_by, found.decided, found.word = state, actor, now(), word.strip()
    values = {"skill": found.skill, "level": found.level, "by": found.userid, "word": found.word}
    tracing.note(need, f"suggestion_{state}", actor, **values)
    tell("needs.suggestion_decided", thing=f"{IUUID(need)}/{key}", actor=actor, recipients=[found.userid])
    return found


def _skill(text) -> str:
    found = skills.resolve(text) if isinstance(text, str) else ""
    if not found:
        raise Invalid(_("This skill is not in the list."), field="skill")
    return found


def _check_new(need, skill_id: str, level: int, required: bool, actor: str) -> None:
    rows = {row["skill"]: (row["level"], name == ROWS[0]) for name in ROWS for row in getattr(need, name)}
    if rows.get(skill_id) == (level, required):
        raise Conflict(_("The need asks for it already."), field="skill")
    waiting = [one for one in storage.read_one(need).suggestions.values() if one.state == "open"]
    if any((one.skill, one.level, one.required) == (skill_id, level, required) for one in waiting):
        raise Conflict(_("Somebody has suggested it already."), field="skill")
    if sum(one.userid == actor for one in waiting) >= MAX_OPEN:
        raise Conflict(_("Wait until sales have looked at your suggestions."))


def made(found: Suggestion) -> datetime:
    """Return when a suggestion was made."""
    return storage.moment_of(found.key)
