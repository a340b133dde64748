"""What the room holds about a member: whom they referred (never the person's data), their bonuses, what they wrote."""

from bluegether.core import _
from bluegether.core.kit.errors import Missing
from bluegether.core.people import api as people
from bluegether.core.referrals.api import bonuses
from bluegether.core.referrals.api.contacts import spoken_number
from bluegether.core.referrals.api.erasing import erase as forget
from bluegether.core.referrals.api.model import handled
from bluegether.core.referrals.api.model import kept
from bluegether.core.referrals.api.model import reference
from bluegether.core.referrals.api.model import writable
from bluegether.core.referrals.api.presence import remember
from bluegether.core.referrals.api.reading import recruited_by
from bluegether.core.referrals.api.stages import give
from bluegether.core.referrals.storage import Bonus
from bluegether.core.referrals.storage import Referral
from bluegether.core.referrals.storage import Referrals


def exported(userid: str) -> dict:
    """Return it: whom one referred by their reference; one's own application when one was hired by it."""
    root = kept()
    if root is None:
        return {}
    referred = [root.referrals[number] for number in root.referred.get(userid, ())]
    own = [root.bonuses[number] for number in root.earned.get(userid, ())]
    data = {"referred": [_referred(one) for one in referred], "bonuses": [_bonus(one) for one in own]}
    written = [note for one in _touched(root, userid) if one.dossier for note in one.dossier.notes]
    data["notes_written"] = sum(note.author == userid for note in written)
    hired = root.referrals.get(root.hires.get(userid, 0))
    return data | ({"application": _candidate(hired)} if hired is not None else {})


def candidate_data(number: int, *, userid: str) -> dict:
    """Return everything kept about a candidate, for them, by HR; raise Missing when nothing is."""
    found = handled(number, userid=userid)
    if found.erased is not None:
        raise Missing(_("Nothing is kept about this person any more."))
    return _candidate(found)


def erase(userid: str) -> None:
    """Forget who referred, decided and wrote; erase the application of somebody hired. Twice changes nothing more."""
    root = kept()
    if root is None:
        return
    if people.has_ended(userid):
        remember(userid)
    root = writable()
    hired = root.referrals.get(root.hires.get(userid, 0))
    if hired is not None:
        forget(root, hired)
    for number in list(root.recruiting.get(userid, ())):
        give(root, root.referrals[number], "")
    _unname(root, userid)
    _unpay(root, userid)


def held(userid: str) -> int:
    """Return how many open referrals this person follows as the recruiter."""
    return len(recruited_by(userid))


def hand_over(userid: str, to: str) -> None:
    """Let somebody else follow them; where that is who referred, nobody does."""
    root = kept()
    for found in recruited_by(userid):
        give(root, found, "" if to == found.by else to)


def _unname(root: Referrals, userid: str) -> None:
    for found in [*_touched(root, userid), *(root.referrals[one] for one in root.referred.get(userid, ()))]:
        found.by = "" if found.by == userid else found.by
        found.steps = tuple(step._replace(actor="") if step.actor == userid else step for step in found.steps)
        if found.dossier is not None:
            notes = found.dossier.notes
            found.dossier.notes = tuple(one._replace(author="") if one.author == userid else one for one in notes)
    root.touched.pop(userid, None)
    root.referred.pop(userid, None)


def _unpay(root: Referrals, userid: str) -> None:
    """Keep amounts, without a name: accounts must add up. What payroll had keeps the employee number for the law."""
    for bonus in root.bonuses.values():
        if bonus.userid == userid or any(event.actor == userid for event in bonus.history):
            bonus.userid = "" if bonus.userid == userid else bonus.userid
            bonus.history = tuple(one._replace(actor="") if one.actor == userid else one for one in bonus.history)
            if bonus.state == "due" and not bonus.userid:
                bonuses.enter(bonus, "cancelled", "", "referrer_left")
    root.earned.pop(userid, None)
    for number, rules in list(root.rules.items()):
        if rules.by == userid:
            root.rules[number] = rules._replace(by="")
    for number, one in list(root.exports.items()):
        if one.by == userid:
            root.exports[number] = one._replace(by="")


def _touched(root: Referrals, userid: str) -> list[Referral]:
    return [root.referrals[number] for number in root.touched.get(userid, ())]


def _referred(found: Referral) -> dict:
    steps = [{"stage": step.state, "at": step.at.isoformat()} for step in found.steps]
    mine = {"why": found.dossier.why} if found.dossier is not None and found.dossier.why else {}
    return {"reference": reference(found), "kind": found.kind, "stages": steps} | mine


def _bonus(found: Bonus) -> dict:
    return {
        "state": found.state,
        "cents": found.rule.cents,
        "milestone": found.rule.milestone,
        "on": found.on.isoformat(),
        "history": [{"at": one.at.isoformat(), "what": one.what, "reason": one.reason} for one in found.history],
    }


def _candidate(found: Referral) -> dict:
    dossier = found.dossier
    data = {name: getattr(found, name) for name in ("name", "email", "company", "language", "state", "profile")}
    data |= {"phone": spoken_number(found.phone), "consented": found.consented.isoformat() if found.consented else None}
    data["stages"] = [{"stage": step.state, "at": step.at.isoformat()} for step in found.steps]
    if dossier is None:
        return data
    data |= {"skills": dossier.skills, "words": dossier.words, "why": dossier.why}
    data["cv"] = {"name": dossier.cv.name, "size": dossier.cv.size} if dossier.cv else None
    return data | {"notes": [{"at": n.at.isoformat(), "grade": n.grade, "text": n.text} for n in dossier.notes]}
