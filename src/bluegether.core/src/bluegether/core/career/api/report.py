"""The report of an interview: written together, signed by both as the exact text, then locked for ever.

Whoever signs names the fingerprint of the text that they read; another text is refused. A change after one signature
clears it and says so. Two writers at once: the one who saw an older revision is told, and nothing is written.
"""

from bluegether.core import _
from bluegether.core.career.api.careers import choice
from bluegether.core.career.api.careers import record
from bluegether.core.career.api.careers import words
from bluegether.core.career.api.circle import lead_of
from bluegether.core.career.api.interviews import done
from bluegether.core.career.api.interviews import interview
from bluegether.core.career.api.interviews import Locked
from bluegether.core.career.api.interviews import only_both
from bluegether.core.career.api.interviews import Outdated
from bluegether.core.career.api.interviews import thing_of
from bluegether.core.career.api.leads import close
from bluegether.core.career.interfaces import MAX_REPORT
from bluegether.core.career.interfaces import MAX_TITLE
from bluegether.core.career.interfaces import SIDES
from bluegether.core.career.interfaces import UNSIGNED
from bluegether.core.career.storage import Decision
from bluegether.core.career.storage import Interview
from bluegether.core.career.storage import Signature
from bluegether.core.kit import notice
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.people import api as people
from datetime import date
from datetime import datetime
import hashlib
import json


MAX_DECISIONS = 30
MAX_COMMENT = 2000


class TextChanged(Conflict):
    """Somebody signs a text that is not, or no longer, the one stored."""

    def __init__(self):
        super().__init__(_("The report was changed after you opened it. Read it again before you sign."))


def write_report(
    owner: str, interview_id: int, text: str, decisions: list[dict], *, revision: int, userid: str
) -> Interview:
    """Write report and decisions: the person or who leads, once it was held. `revision` is the one that was read.

    `decisions`: dicts of what, who (person, manager or hr) and by (date or None). A signature there is goes.
    Raises Missing, NotAllowed, Locked, Invalid, Outdated.
    """
    one = interview(owner, interview_id, userid=userid)
    only_both(owner, one, userid)
    _check_held(one)
    text = words(text, field="report", maximum=MAX_REPORT)
    rows = _decisions(decisions)
    if (text, rows) == (one.report, one.decisions):
        return one
    if revision != one.revision:
        raise Outdated()
    one.report, one.decisions, one.revision = text, rows, one.revision + 1
    one.edited_by, one.edited = userid, now()
    record(owner, userid, "wrote", "interview", one.id, one.kind)
    _clear_signatures(owner, one, userid)
    return one


def sign(owner: str, interview_id: int, *, sha256: str, comment: str = "", userid: str) -> Interview:
    """Sign the text with this fingerprint, with a comment of disagreement if one wants.

    The person and who leads sign; when both have, the interview is locked for ever. Raises Missing, NotAllowed,
    Locked, Conflict for an empty report or a second signature, TextChanged.
    """
    one = interview(owner, interview_id, userid=userid)
    only_both(owner, one, userid)
    _check_held(one)
    if userid in one.signatures:
        raise Conflict(_("You have signed already."))
    if not one.report:
        raise Conflict(_("There is no report yet."))
    if sha256 != fingerprint(owner, one):
        raise TextChanged()
    comment = words(comment, field="comment", maximum=MAX_COMMENT)
    name = people.account(userid).fullname
    one.signatures = one.signatures | {userid: Signature(userid, name, now(), sha256, comment)}
    one.state = "signed" if {owner, lead_of(owner, one)} <= set(one.signatures) else "half"
    if one.state == "signed":
        one.signed = now()
        close(owner, one)
    done(owner, one, userid, "signed", "career.signed")
    return one


def document(owner: str, one: Interview) -> dict:
    """Return what is signed, as JSON-compatible data: nothing else of the interview counts."""
    return {
        "person": owner,
        "led_by": one.lead,
        "kind": one.kind,
        "held": one.held.isoformat() if one.held else "",
        "report": one.report,
        "decisions": [
            {"what": row.what, "who": row.who, "by": row.by.isoformat() if row.by else ""} for row in one.decisions
        ],
    }


def fingerprint(owner: str, one: Interview) -> str:
    """Return the SHA-256 of the document as JSON: keys sorted, no spaces, UTF-8."""
    text = json.dumps(document(owner, one), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def exported(owner: str, interview_id: int, *, userid: str) -> dict:
    """Return the document with its fingerprint and signatures, to be kept elsewhere. Raises Missing, Conflict before
    both have signed."""
    one = interview(owner, interview_id, userid=userid)
    if one.state != "signed":
        raise Conflict(_("It can be exported once both have signed."))
    return signed_document(owner, one)


def signed_document(owner: str, one: Interview) -> dict:
    """Return the document, its fingerprint and who signed it when, with their comments."""
    return {
        "document": document(owner, one),
        "sha256": fingerprint(owner, one),
        "signatures": [
            {"userid": who, "name": mark.name, "at": mark.at.isoformat(), "sha256": mark.sha256}
            | {"comment": mark.comment}
            for who, mark in sorted(one.signatures.items(), key=lambda item: item[1].at)
        ],
    }


def _check_held(one: Interview) -> None:
    if one.state == "signed":
        raise Locked(_("Both have signed: the report is locked."))
    if one.state not in UNSIGNED:
        raise Locked(_("This interview has not taken place."))


def _clear_signatures(owner: str, one: Interview, userid: str) -> None:
    signers = list(one.signatures)
    if not signers:
        return
    one.signatures, one.state = {}, "held"
    record(owner, userid, "cleared", "interview", one.id, one.kind)
    notice.tell("career.unsigned", thing=thing_of(owner, one), actor=userid, recipients=signers)


def _decisions(rows) -> tuple[Decision, ...]:
    if not isinstance(rows, list | tuple) or len(rows) > MAX_DECISIONS:
        raise Invalid(_("At most ${maximum} decisions.", mapping={"maximum": MAX_DECISIONS}), field="decisions")
    return tuple(_decision(row) for row in rows)


def _decision(row) -> Decision:
    if not isinstance(row, dict) or not set(row) <= {"what", "who", "by"}:
        raise Invalid(_("${name} cannot be read.", mapping={"name": "decisions"}), field="decisions")
    by = row.get("by")
    if by is not None and (not isinstance(by, date) or isinstance(by, datetime)):
        raise Invalid(_("This is no date."), field="decisions")
    what = words(row.get("what", ""), field="decisions", maximum=MAX_TITLE, required=True, lines=False)
    return Decision(what, choice(row.get("who"), SIDES, field="decisions"), by)
