"""What moderation holds about a person, and how it forgets them."""

from bluegether.core.kit.chain import sha256
from bluegether.core.moderation.api.cases import kept
from bluegether.core.moderation.storage import Case
from bluegether.core.moderation.storage import Moderation
from dataclasses import replace
import secrets


def export(userid: str) -> dict:
    """Return what this person reported, what was decided about what they wrote, and what they decided themselves.

    Of others it holds nothing: who reported them is not theirs to know.
    """
    trees = kept()
    if trees is None:
        return {}
    return {
        "reports": [_report(case, userid) for case in _reported(trees, userid)],
        "decisions": [_decision(trees.cases[number]) for number in trees.by_author.get(userid, ())],
        "decided": [
            {"case": record.case, "act": record.act, "time": record.time}
            for record in trees.records.values()
            if trees.people.get(record.actor) == userid and record.act != "reported"
        ],
    }


def erase(userid: str) -> None:
    """Leave cases and log as they are without this person: no name, no word of theirs. Twice changes nothing more."""
    trees = kept()
    if trees is None:
        return
    for case in _reported(trees, userid):
        report = case.reports.pop(userid)
        case.reports[f"former-{secrets.token_hex(6)}"] = replace(report, words=_forgotten(trees, report.words))
    for number in trees.by_author.get(userid, ()):
        _forget_author(trees, trees.cases[number])
    for case in trees.cases.values():
        _forget_decider(case, userid)
    trees.by_reporter.pop(userid, None)
    trees.by_author.pop(userid, None)
    trees.unname(userid)


def _reported(trees: Moderation, userid: str) -> list[Case]:
    numbers = {number for thing in trees.by_reporter.get(userid, ()) for number in trees.things[thing]}
    return [trees.cases[number] for number in sorted(numbers) if userid in trees.cases[number].reports]


def _report(case: Case, userid: str) -> dict:
    report = case.reports[userid]
    return {"kind": case.kind, "article": report.article, "words": report.words, "time": report.moment.isoformat()}


def _decision(case: Case) -> dict:
    found = {"kind": case.kind, "text": case.text, "state": case.state}
    if case.decision is not None:
        decision = case.decision
        found |= {"decision": decision.verb, "article": decision.article, "reason": decision.reason}
        found |= {"time": decision.moment.isoformat()}
    if case.appeal is not None:
        found |= {"appeal": case.appeal.words, "outcome": case.appeal.outcome, "judgement": case.appeal.reason}
    return found


def _forget_author(trees: Moderation, case: Case) -> None:
    case.author = case.text = ""
    if case.decision is not None:
        case.decision = replace(case.decision, reason=_forgotten(trees, case.decision.reason))
    if case.appeal is not None:
        words = _forgotten(trees, case.appeal.words)
        case.appeal = replace(case.appeal, words=words, reason=_forgotten(trees, case.appeal.reason))


def _forget_decider(case: Case, userid: str) -> None:
    if case.decision is not None and case.decision.by == userid:
        case.decision = replace(case.decision, by="")
    if case.appeal is not None and case.appeal.by == userid:
        case.appeal = replace(case.appeal, by="")


def _forgotten(trees: Moderation, text: str) -> str:
    """Erase a text of the log and return what is left of it."""
    if sha256(text) in trees.texts:
        trees.texts[sha256(text)] = ""
    return ""
