"""What both sides prepare: each one's notes are theirs alone until they share them; then the three see them.

Saving private notes changes nothing that anybody else could notice: no state, no history, no notice.
"""

from bluegether.core import _
from bluegether.core.career.api.careers import note_touched
from bluegether.core.career.api.careers import words
from bluegether.core.career.api.circle import side_name
from bluegether.core.career.api.circle import sides
from bluegether.core.career.api.interviews import begin_preparation
from bluegether.core.career.api.interviews import done
from bluegether.core.career.api.interviews import interview
from bluegether.core.career.api.interviews import Locked
from bluegether.core.career.api.interviews import only_both
from bluegether.core.career.api.interviews import taking_part
from bluegether.core.career.interfaces import BEFORE
from bluegether.core.career.interfaces import MANAGER
from bluegether.core.career.interfaces import PERSON
from bluegether.core.career.interfaces import UNSIGNED
from bluegether.core.career.storage import Interview
from bluegether.core.career.storage import Note
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Conflict
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Prepared:
    """Notes as a reader may see them."""

    author: str
    side: str
    text: str
    saved: datetime
    shared: datetime | None


def notes(owner: str, interview_id: int, *, userid: str) -> list[Prepared]:
    """Return the reader's own notes and those that were shared. Raises Missing."""
    one = interview(owner, interview_id, userid=userid)
    return [
        Prepared(author, side_of(owner, one, author), *note)
        for author, note in sorted(one.notes.items(), key=lambda item: item[0] != owner)
        if author == userid or note.shared is not None
    ]


def prepare(owner: str, interview_id: int, text: str, *, userid: str) -> None:
    """Save one's notes: the person or who leads, while the interview is to come. Shared ones are changed for all.

    Raises Missing, NotAllowed, Locked, Invalid.
    """
    one = interview(owner, interview_id, userid=userid)
    only_both(owner, one, userid)
    if one.state not in BEFORE:
        raise Locked(_("This interview is no longer to come."))
    text = words(text, field="notes")
    before = one.notes.get(userid)
    if before is None or before.text != text:
        one.notes = one.notes | {userid: Note(text, now(), before.shared if before is not None else None)}
        note_touched(owner, userid)


def share(owner: str, interview_id: int, *, userid: str) -> None:
    """Let the three see one's notes; this cannot be undone. Raises Missing, NotAllowed, Locked, Conflict when empty."""
    one = interview(owner, interview_id, userid=userid)
    only_both(owner, one, userid)
    if one.state not in (*BEFORE, *UNSIGNED):
        raise Locked(_("This interview is closed."))
    mine = one.notes.get(userid)
    if mine is None or not mine.text:
        raise Conflict(_("You have written nothing yet."), field="notes")
    if mine.shared is not None:
        return
    one.notes = one.notes | {userid: mine._replace(shared=now())}
    begin_preparation(one)
    done(owner, one, userid, "shared", "career.shared")


def has_prepared(one: Interview, userid: str) -> bool:
    """Return whether this person wrote notes: asked only about oneself."""
    note = one.notes.get(userid)
    return note is not None and bool(note.text)


def side_of(owner: str, one: Interview, author: str) -> str:
    """Return under which side somebody took part: person, manager, or hr."""
    if author == owner:
        return PERSON
    if taking_part(owner, one, author) and not one.hr_lead:
        return MANAGER
    return side_name(sides(owner, author) or {MANAGER})
