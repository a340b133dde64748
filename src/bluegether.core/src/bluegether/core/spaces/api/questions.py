"""Questions to the direction: asked by members, weighed by votes, answered in front of all, the delay measured."""

from bluegether.core import _
from bluegether.core.kit.annotation import store
from bluegether.core.kit.clock import today
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.errors import TooMany
from bluegether.core.kit.notice import tell
from bluegether.core.kit.text import cleaned
from bluegether.core.people import api as people
from bluegether.core.spaces.api import rules
from bluegether.core.spaces.api.once import once
from bluegether.core.spaces.storage import KEY
from bluegether.core.spaces.storage import Question
from bluegether.core.spaces.storage import Questions
from bluegether.core.spaces.storage import Record
from bluegether.core.spaces.storage import Spaces
from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from plone import api
import secrets
import transaction


DIALOGUE = "direction"  # the kind of space that has a queue
STATES = ("open", "answered", "declined")
MAX_QUESTION = 1000
MAX_ANSWER = 5000
OWN_OPEN = 5  # named questions of one person that wait at the same time
DAY = 86_400


@dataclass(frozen=True)
class Asked:
    """A question as a reader sees it: `author` is a user id, empty for an anonymous one."""

    id: str
    text: str
    author: str
    day: date
    due: date
    state: str
    votes: int
    voted: bool
    late: bool
    answer: str
    answered_by: str
    answered: date | None


@dataclass(frozen=True)
class Delay:
    """How the direction answers: how many, in how many days on average, how many wait, how many of them too long."""

    answered: int
    days: float | None
    waiting: int
    late: int


def has_questions(uid: str) -> bool:
    """Return whether the space has a queue."""
    found = rules.record(uid)
    return found is not None and found.template == DIALOGUE


def can_answer(found: Record, userid: str) -> bool:
    """Return whether this person answers: direction that sees the space, and who leads it."""
    return rules.is_moderator(found, userid) or (rules.sees(found, userid) and "Director" in people.roles_of(userid))


def ask(uid: str, text: str, *, userid: str, anonymous: bool = False, day: date | None = None) -> Question:
    """Put a question into the queue. Of an anonymous one nothing tells who asked: no name, no moment, no author of
    the transaction; one per person and day. Raises Missing, NotAllowed, Invalid, Conflict, TooMany.
    """
    found = _dialogue(uid, userid)
    rules.require_open(found)
    rules.require(userid in found.members)
    plain = _checked(text, MAX_QUESTION, "text")
    if anonymous:
        _check_anonymous(uid, userid)
    else:
        _check_own(uid, userid)
    asked = day or today()
    due = asked + timedelta(days=rules.setting("answer_days", 14))
    made = Question(secrets.token_hex(6), text=plain, author="" if anonymous else userid, day=asked, due=due)
    queue = _queue(uid)
    queue.all[made.id] = made
    queue.note(made)
    tell("spaces.question", thing=f"{uid}/{made.id}", actor=made.author, recipients=_told(found, userid, anonymous))
    return made


def vote(uid: str, question_id: str, *, userid: str) -> bool:
    """Give or take back one's vote; return whether it is given now. Raises Missing, NotAllowed, Conflict."""
    found, made = _found(uid, question_id, userid)
    rules.require_open(found)
    rules.require(userid in found.members)
    if made.state != "open":
        raise Conflict(_("This question has its answer."))
    given = userid not in made.voters
    if given:
        made.voters.insert(userid)
    else:
        made.voters.remove(userid)
    _queue(uid).note(made)
    return given


def answer(uid: str, question_id: str, text: str, *, userid: str, decline: bool = False) -> None:
    """Answer in front of all, or say why there is no answer; again, it changes the text. Raises Missing, NotAllowed."""
    found, made = _found(uid, question_id, userid)
    rules.require(can_answer(found, userid))
    rules.require_open(found)
    made.answer = _checked(text, MAX_ANSWER, "answer")
    made.answered_by = userid
    queue = _queue(uid)
    if made.answered is None:
        made.answered = today()
        queue.answered.change(1)
        queue.days.change((made.answered - made.day).days)
    made.state = "declined" if decline else "answered"
    queue.note(made)
    recipients = [made.author, *made.voters] if made.author else list(made.voters)
    tell("spaces.answer", thing=f"{uid}/{made.id}", actor=userid, recipients=recipients)


def set_due(uid: str, question_id: str, due: date, *, userid: str) -> None:
    """Promise the answer for another day. Raises Missing, NotAllowed, Invalid for a day that is over."""
    found, made = _found(uid, question_id, userid)
    rules.require(can_answer(found, userid))
    if not isinstance(due, date) or due < today():
        raise Invalid(_("Choose a day to come."), field="due")
    made.due = due
    _queue(uid).note(made)


def questions(uid: str, *, reader: str, state: str = "open", start: int = 0, size: int = 20) -> tuple[list[Asked], int]:
    """Return a page of questions and how many there are; open ones by votes, others newest first.

    Raises Missing when the reader does not see the space; Invalid for another state.
    """
    _dialogue(uid, reader)
    if state not in STATES:
        raise Invalid(_("There is no such state."), field="state")
    queue = _stored(uid)
    rows = [(row, name) for name, row in queue.index.items() if row[0] == state] if queue is not None else []
    if state == "open":
        rows.sort(key=lambda pair: (-pair[0][1], pair[0][2], pair[1]))
    else:
        rows.sort(key=lambda pair: (pair[0][2], pair[1]), reverse=True)
    return [_asked(queue.all[name], reader) for _row, name in rows[start : start + size]], len(rows)


def question(uid: str, question_id: str, *, reader: str) -> Asked:
    """Return one question. Raises Missing."""
    return _asked(_found(uid, question_id, reader)[1], reader)


def delay(uid: str, *, reader: str) -> Delay:
    """Return how the direction answers. Raises Missing."""
    _dialogue(uid, reader)
    queue = _stored(uid)
    if queue is None:
        return Delay(0, None, 0, 0)
    waiting = [row for row in queue.index.values() if row[0] == "open"]
    count = queue.answered()
    late = sum(1 for row in waiting if row[3] < today())
    return Delay(count, round(queue.days() / count, 1) if count else None, len(waiting), late)


def may_be_anonymous() -> bool:
    return bool(api.portal.get_registry_record(f"{rules.PREFIX}anonymous_questions", default=True))


def own_questions(kept: Spaces, userid: str) -> list[dict]:
    """Return the person's named questions and votes as JSON-compatible data."""
    found = [one for queue in kept.questions.values() for one in queue.all.values()]
    asked = [{"asked": one.text, "day": one.day.isoformat()} for one in found if one.author == userid]
    return asked + [{"voted_for": one.text} for one in found if userid in one.voters]


def forget_questions(kept: Spaces, userid: str) -> None:
    """Take the person's name and votes off questions; these stay."""
    for queue in kept.questions.values():
        for one in queue.all.values():
            if one.author == userid:
                one.author = ""
            if one.answered_by == userid:
                one.answered_by = ""
            if userid in one.voters:
                one.voters.remove(userid)
                queue.note(one)


def _check_anonymous(uid: str, userid: str) -> None:
    """Refuse a second one today; take the author's name off the transaction, which the database would keep."""
    if not may_be_anonymous():
        raise NotAllowed(_("Questions are asked under one's name here."), field="anonymous")
    if not once.take(userid, uid):
        raise TooMany(_("One anonymous question a day: ask again tomorrow, or under your name."), seconds=DAY)
    transaction.get().user = ""


def _check_own(uid: str, userid: str) -> None:
    queue = _stored(uid)
    mine = sum(1 for one in queue.all.values() if one.author == userid and one.state == "open") if queue else 0
    if mine >= OWN_OPEN:
        raise Conflict(_("${count} of your questions wait for an answer already.", mapping={"count": mine}))


def _told(found: Record, userid: str, anonymous: bool) -> list[str]:
    """Return who is told: those who lead. Whether the author is among them would tell something: told as well."""
    return [one for one in found.moderators if anonymous or one != userid]


def _dialogue(uid: str, reader: str) -> Record:
    found = rules.known(uid, reader)
    if found.template != DIALOGUE or not (rules.sees(found, reader) or rules.is_steward(reader)):
        raise Missing(_("There are no questions here."))
    return found


def _found(uid: str, question_id: str, reader: str) -> tuple[Record, Question]:
    found, queue = _dialogue(uid, reader), _stored(uid)
    made = queue.all.get(question_id) if queue is not None and isinstance(question_id, str) else None
    if made is None:
        raise Missing(_("There is no such question."))
    return found, made


def _asked(one: Question, reader: str) -> Asked:
    return Asked(
        id=one.id,
        text=one.text,
        author=one.author,
        day=one.day,
        due=one.due,
        state=one.state,
        votes=len(one.voters),
        voted=reader in one.voters,
        late=one.state == "open" and one.due < today(),
        answer=one.answer,
        answered_by=one.answered_by,
        answered=one.answered,
    )


def _checked(text, most: int, field: str) -> str:
    plain = cleaned(text) if isinstance(text, str) else ""
    if not 0 < len(plain) <= most:
        raise Invalid(_("Write between 1 and ${maximum} characters.", mapping={"maximum": most}), field=field)
    return plain


def _stored(uid: str) -> Questions | None:
    kept = rules.trees()
    return kept.questions.get(uid) if kept is not None else None


def _queue(uid: str) -> Questions:
    kept = store(api.portal.get(), KEY, Spaces)
    if uid not in kept.questions:
        kept.questions[uid] = Questions()
    return kept.questions[uid]
