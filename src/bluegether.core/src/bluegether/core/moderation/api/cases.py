"""Reports and the cases that they make; what a queue shows of them."""

from bluegether.core import _
from bluegether.core.charter import api as charter
from bluegether.core.kit import limit
from bluegether.core.kit.annotation import store
from bluegether.core.kit.annotation import stored
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.notice import tell
from bluegether.core.kit.report import reportable
from bluegether.core.kit.report import Target
from bluegether.core.moderation.api import rules
from bluegether.core.moderation.interfaces import STATES
from bluegether.core.moderation.storage import Case
from bluegether.core.moderation.storage import free_number
from bluegether.core.moderation.storage import KEY
from bluegether.core.moderation.storage import Moderation
from bluegether.core.people import api as people
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from plone import api


MAX_KEY = 200
SIZE = 25


@dataclass(frozen=True)
class Report:
    """What one person says of a thing: the article that it breaks, and why."""

    article: int
    words: str
    moment: datetime


@dataclass(frozen=True)
class Page:
    """Some cases, and where the next page starts (None at the end)."""

    items: list[Case]
    cursor: int | None


def moderation() -> Moderation:
    """Return the trees, created by the first write."""
    return store(api.portal.get(), KEY, Moderation)


def kept() -> Moderation | None:
    """Return the trees, or None before the first report."""
    return stored(api.portal.get(), KEY)


def target(kind: str, key: str, *, userid: str) -> Target:
    """Return what this person is about to report; raise NotAllowed, Missing when they do not see it."""
    rules.require(rules.may_report(userid))
    if not all(isinstance(value, str) and len(value) <= MAX_KEY for value in (kind, key)):
        raise Invalid(_("There is nothing to report here (any more)."), field="key")
    found = reportable(kind).target(key, userid)
    if found.author == userid:
        raise Conflict(_("This is your own: change or delete it yourself."))
    return found


def has_reported(kind: str, key: str, *, userid: str) -> bool:
    """Return whether this person reported the thing already."""
    trees = kept()
    return trees is not None and f"{kind} {key}" in trees.by_reporter.get(userid, ())


def report(kind: str, key: str, *, article, words: str, userid: str) -> Case:
    """Report a thing that one sees, with the article that it breaks; return its case.

    Reports on one thing are one case until it is decided. Raises NotAllowed for a client, Missing for what the person
    does not see, Invalid for no article or no words, Conflict for one's own or twice, TooMany (429).
    """
    found = target(kind, key, userid=userid)
    number, text = rules.checked_article(article), rules.checked_words(words, "words")
    if has_reported(kind, key, userid=userid):
        raise Conflict(_("You have reported this already."))
    limit.count("report", userid, new=people.is_new(userid))
    trees = moderation()
    case = _open_case(trees, found) or _new_case(trees, found)
    case.reports[userid] = Report(number, text, now())
    trees.note(case, userid)
    log(trees, case, "reported", actor=userid, article=number, text=text)
    trees.tally(month(), "reports")
    tell("moderation.reported", thing=str(case.number), actor="", recipients=deciders(case))
    return case


def _open_case(trees: Moderation, found: Target) -> Case | None:
    """Return the case of the thing that is still to be decided."""
    numbers = trees.things.get(f"{found.kind} {found.key}", ())
    return next((trees.cases[one] for one in numbers if trees.cases[one].state in ("open", "appealed")), None)


def _new_case(trees: Moderation, found: Target) -> Case:
    opened = now()
    number = free_number(trees.cases, int(opened.timestamp() * 1_000_000))
    direction = bool(people.roles_of(found.author) & rules.MODERATORS)
    case = Case(number, target=found, direction=direction, opened=opened)
    trees.keep(case)
    trees.tally(month(), "cases")
    return case


def deciders(case: Case) -> list[str]:
    """Return whom to tell of an open case: animators, or Direction for what an animator wrote or an appeal."""
    line = directors() if case.line[0] == "direction" else people.animators()
    return [userid for userid in line if rules.may_decide(case, userid)]


def directors() -> list[str]:
    """Return the user ids of Direction; for verbs, not for every page."""
    return [account.userid for account in people.accounts(kind="direction", size=200).rows]


def case(number, *, userid: str) -> Case:
    """Return a case that this person decides or may read; raise Missing otherwise, also when it is there."""
    found = find(number)
    if found is None or not rules.sees(found, userid):
        raise Missing(_("There is no such case."))
    return found


def find(number) -> Case | None:
    """Return the case of this number, whoever asks."""
    digits = str(number)
    trees = kept()
    usable = trees is not None and digits.isascii() and digits.isdigit() and len(digits) < 19
    return trees.cases.get(int(digits)) if usable else None


def queue(state: str, *, userid: str, cursor: int | None = None, size: int = SIZE) -> Page:
    """Return a page of the cases in this state that the person sees: what waits longest first, else newest first.

    Raises NotAllowed, Invalid for a state that there is not.
    """
    rules.require(rules.may_moderate(userid))
    if state not in STATES:
        raise Invalid(_("There is no such state."), field="state")
    trees = kept()
    if trees is None:
        return Page([], None)
    oldest_first = state in ("open", "appealed")
    found = islice(_numbers(trees, state, userid, cursor, reverse=not oldest_first), size + 1)
    items = [trees.cases[number] for number in found]
    return Page(items[:size], items[size - 1].number if len(items) > size else None)


def _numbers(trees: Moderation, state: str, userid: str, cursor: int | None, *, reverse: bool):
    lines = [trees.lines[one, state] for one in ("animators", "direction") if (one, state) in trees.lines]
    numbers = sorted({number for line in lines for number in line}, reverse=reverse)
    for number in numbers:
        after = cursor is None or (number < cursor if reverse else number > cursor)
        if after and rules.sees(trees.cases[number], userid):
            yield number


def waiting(userid: str) -> int:
    """Return how many cases this person should decide: theirs, not those that they only may decide."""
    trees = kept()
    if trees is None or not rules.may_moderate(userid):
        return 0
    names = [("animators", "open")] if "Animator" in rules.roles(userid) else []
    if rules.may_judge(userid):
        names += [("direction", "open"), ("direction", "appealed")]
    cases = [trees.cases[number] for name in names for number in trees.lines.get(name, ())]
    return sum(rules.sees(one, userid) for one in cases)


def present(found: Case) -> Target | None:
    """Return the thing as it is now with its near context, None when it is gone."""
    try:
        return reportable(found.kind).target(found.key, None)
    except Missing:
        return None


def log(trees: Moderation, found: Case, act: str, *, actor: str, text: str, article: int = 0, detail: str = "") -> None:
    """Write a step of the case into the log."""
    text_in_force = charter.reading()
    trees.write(
        actor=actor,
        about=found.author,
        text=text,
        time=now().isoformat(),
        case=found.number,
        act=act,
        kind=found.kind,
        article=article,
        charter=text_in_force.label if text_in_force is not None else "",
        detail=detail,
    )


def month() -> str:
    """Return the month that it is, as figures name it."""
    return now().strftime("%Y-%m")
