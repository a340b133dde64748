"""Decisions and appeals."""

from bluegether.core import _
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.notice import tell
from bluegether.core.kit.report import reportable
from bluegether.core.moderation.api import rules
from bluegether.core.moderation.api.cases import case as visible_case
from bluegether.core.moderation.api.cases import deciders
from bluegether.core.moderation.api.cases import find
from bluegether.core.moderation.api.cases import kept
from bluegether.core.moderation.api.cases import log
from bluegether.core.moderation.api.cases import moderation
from bluegether.core.moderation.api.cases import month
from bluegether.core.moderation.api.cases import present
from bluegether.core.moderation.interfaces import DECISIONS
from bluegether.core.moderation.storage import Case
from bluegether.core.people import api as people
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from datetime import timedelta
from plone import api
from zope.i18n import translate


@dataclass(frozen=True)
class Decision:
    """What was decided; `article` is 0 for `keep`, `until` the end of a suspension."""

    verb: str
    article: int
    reason: str
    by: str
    moment: datetime
    until: datetime | None = None


@dataclass(frozen=True)
class Appeal:
    """What the author says against a decision, and how it was judged: `confirmed`, `reversed`, or not yet ("")."""

    words: str
    moment: datetime
    outcome: str = ""
    reason: str = ""
    by: str = ""
    judged: datetime | None = None


def possible(found: Case, *, userid: str) -> list[str]:
    """Return the decisions that this person may take on the case."""
    if found.state != "open" or not rules.may_decide(found, userid):
        return []
    verbs = {"keep"}
    if present(found) is not None:
        verbs |= reportable(found.kind).verbs & {"hide", "remove"}
    if people.account(found.author) is not None:
        verbs.add("warn")
        verbs |= {"suspend"} if people.can_suspend(found.author, userid) else set()
    return [verb for verb in DECISIONS if verb in verbs]


def decide(number, *, verb: str, article=None, reason: str, userid: str, days=None) -> Case:
    """Decide a case, once; tell the author and each reporter.

    Raises Missing, Conflict when somebody decided before, Invalid without a reason, for a decision that does not fit,
    or one against the author without the article of the charter.
    """
    found = visible_case(number, userid=userid)
    if found.state != "open":
        raise Conflict(_("Somebody else has decided this case meanwhile. Look at it again."))
    if verb not in possible(found, userid=userid):
        raise Invalid(_("This decision is not possible here."), field="decision")
    text = rules.checked_words(reason, "reason")
    broken = rules.checked_article(article) if verb != "keep" else 0
    until = now() + timedelta(days=_checked_days(days)) if verb == "suspend" else None
    _act(found, verb, until=until, reason=text, userid=userid)
    found.decision = Decision(verb, broken, text, userid, now(), until)
    trees = moderation()
    trees.move(found, "decided")
    detail = until.isoformat() if until is not None else ""
    log(trees, found, verb, actor=userid, text=text, article=broken, detail=detail)
    _count(trees, found, verb)
    if verb != "keep":
        tell("moderation.decided", thing=str(found.number), actor="", recipients=[found.author])
    tell("moderation.outcome", thing=str(found.number), actor="", recipients=list(found.reports))
    return found


def _checked_days(days) -> int:
    longest = rules.setting("longest_suspension")
    number = int(days) if isinstance(days, str) and days.isascii() and days.isdigit() and len(days) < 6 else days
    if isinstance(number, bool) or not isinstance(number, int) or not 0 < number <= longest:
        raise Invalid(_("Suspend for 1 to ${longest} days.", mapping={"longest": longest}), field="days")
    return number


def _act(found: Case, verb: str, *, until: datetime | None, reason: str, userid: str) -> None:
    room, there = reportable(found.kind), present(found)
    if verb == "suspend":
        people.suspend(found.author, until=until, reason=_with_appeal(found, reason), actor=userid)
    if there is not None and verb in ("hide", "suspend") and not there.hidden:
        room.hide(found.key)
    if verb == "remove":
        room.remove(found.key)


def _with_appeal(found: Case, reason: str) -> str:
    """Return what the suspended person reads instead of the portal: the reason, and where to appeal."""
    url = f"{api.portal.get().absolute_url()}/@@moderation-mine?case={found.number}"
    message = _("${reason} To appeal: ${url}", mapping={"reason": " ".join(reason.split())[:300], "url": url})
    return translate(message, target_language=api.portal.get_default_language())[: people.MAX_REASON]


def _count(trees, found: Case, verb: str) -> None:
    trees.tally(month(), verb)
    trees.tally(month(), "decisions")
    trees.tally(month(), "seconds", int((found.decision.moment - found.opened).total_seconds()))


def mine(*, userid: str) -> list[Case]:
    """Return the decisions about what this person wrote, newest first; nothing that is still open, and no `keep`."""
    trees = kept()
    numbers = trees.by_author.get(userid, ()) if trees is not None and userid else ()
    cases = [trees.cases[number] for number in numbers]
    return [one for one in reversed(cases) if one.decision is not None and one.decision.verb != "keep"]


def appeal_until(found: Case) -> datetime:
    """Return until when the author may appeal."""
    return found.decision.moment + timedelta(days=rules.setting("appeal_days"))


def may_appeal(found: Case, userid: str) -> bool:
    """Return whether this person may appeal now: the author, once, in time."""
    own = userid != "" and found.author == userid and found.state == "decided"
    return own and found.decision.verb != "keep" and now() < appeal_until(found)


def appeal(number, *, words: str, userid: str) -> Case:
    """Appeal to Direction. Raises Missing for who is not the author, Conflict for twice or late, Invalid."""
    found = find(number)
    if found is None or found not in mine(userid=userid):
        raise Missing(_("There is no such decision."))
    if not may_appeal(found, userid):
        raise Conflict(_("You have appealed already, or the time for it is over."))
    text = rules.checked_words(words, "words")
    found.appeal = Appeal(text, now())
    trees = moderation()
    trees.move(found, "appealed")
    log(trees, found, "appealed", actor=userid, text=text)
    trees.tally(month(), "appeals")
    judges = [judge for judge in deciders(found) if rules.may_judge_case(found, judge)]
    tell("moderation.appealed", thing=str(found.number), actor="", recipients=judges)
    return found


def judge(number, *, outcome: str, reason: str, userid: str) -> Case:
    """Confirm or reverse a decision; reversed, the thing is shown again and the access given back where that can be.

    Raises Missing, NotAllowed for who took the decision or is not Direction, Conflict when it is judged, Invalid.
    """
    found = visible_case(number, userid=userid)
    rules.require(rules.may_judge_case(found, userid))
    if found.state != "appealed":
        raise Conflict(_("There is no appeal to judge here (any more)."))
    if outcome not in ("confirmed", "reversed"):
        raise Invalid(_("Confirm or reverse the decision."), field="outcome")
    text = rules.checked_words(reason, "reason")
    if outcome == "reversed":
        _undo(found, userid)
    found.appeal = replace(found.appeal, outcome=outcome, reason=text, by=userid, judged=now())
    trees = moderation()
    trees.move(found, "closed")
    log(trees, found, outcome, actor=userid, text=text)
    trees.tally(month(), outcome)
    tell("moderation.judged", thing=str(found.number), actor="", recipients=[found.author])
    tell("moderation.outcome", thing=str(found.number), actor="", recipients=list(found.reports))
    return found


def _undo(found: Case, userid: str) -> None:
    there = present(found)
    if there is not None and there.hidden:
        reportable(found.kind).show(found.key)
    if found.decision.verb == "suspend" and people.is_suspended(found.author):
        people.resume(found.author, actor=userid)
