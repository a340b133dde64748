"""HR's work: moving somebody along, naming a recruiter, writing what only they read, linking the account."""

from bluegether.core import _
from bluegether.core.kit import deed
from bluegether.core.kit.clock import now
from bluegether.core.kit.clock import today
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.notice import tell
from bluegether.core.people import api as people
from bluegether.core.referrals.api import bonuses
from bluegether.core.referrals.api.consent import touch
from bluegether.core.referrals.api.erasing import erase as forget
from bluegether.core.referrals.api.model import enter
from bluegether.core.referrals.api.model import handled
from bluegether.core.referrals.api.model import is_hr
from bluegether.core.referrals.api.model import put
from bluegether.core.referrals.api.model import referral
from bluegether.core.referrals.api.model import text
from bluegether.core.referrals.api.model import writable
from bluegether.core.referrals.interfaces import GRADES
from bluegether.core.referrals.interfaces import HANDLED
from bluegether.core.referrals.interfaces import MAX_LINE
from bluegether.core.referrals.interfaces import MAX_TEXT
from bluegether.core.referrals.interfaces import MOVES
from bluegether.core.referrals.interfaces import PROFILES
from bluegether.core.referrals.storage import drop
from bluegether.core.referrals.storage import members
from bluegether.core.referrals.storage import Note
from bluegether.core.referrals.storage import Referral
from bluegether.core.referrals.storage import Referrals
from datetime import date
from datetime import timedelta


def move(
    number: int, to: str, *, expected: str, userid: str, on: date | None = None, profile: str | None = None
) -> Referral:
    """Move a referral to a stage; `expected` is the stage that the mover saw.

    `on` is the first day for `hired`, the end of the trial for `trial_passed`. Raises Missing, NotAllowed (one's own),
    Conflict (409) when somebody was faster, Invalid.
    """
    found = handled(number, userid=userid)
    if found.state != expected:
        raise Conflict(_("Somebody was faster: this referral has moved on. Look at it again."))
    if to not in MOVES.get(found.state, ()):
        raise Conflict(_("There is no way from this stage to that one."))
    if profile is not None:
        _check_profile(found, profile)
    _check_day(found, to, on, profile or found.profile)
    root = writable()
    found.profile = profile or found.profile
    if to == "hired":
        found.started = on
    elif to == "trial_passed":
        found.passed = on
    before = found.state
    enter(root, found, to, actor=userid)
    if found.erased is None:
        touch(root, found)
    _follow(root, found, before)
    tell("referrals.stage", thing=str(found.id), actor=userid, recipients=[found.by] if found.by else [])
    return found


def set_profile(number: int, profile: str, *, userid: str) -> None:
    """Say which kind of profile it is, which the bonus depends on. Raises Missing, NotAllowed, Invalid, Conflict."""
    found = handled(number, userid=userid)
    _check_profile(found, profile)
    found.profile = profile
    put(writable(), found)


def name_recruiter(number: int, recruiter: str, *, userid: str) -> None:
    """Name who follows the referral, by user id or full name, or nobody. Raises Missing, NotAllowed, Invalid."""
    found = handled(number, userid=userid)
    if not is_hr(userid):
        raise NotAllowed(_("Only HR names the recruiter."))
    chosen = people.member_named(recruiter.strip()) if recruiter.strip() else ""
    if recruiter.strip() and not _may_recruit(chosen):
        raise Invalid(_("Choose somebody of the company who has access."), field="recruiter")
    if chosen and chosen in (found.by, found.userid):
        raise Invalid(_("Whom you referred yourself, a colleague handles."), field="recruiter")
    give(writable(), found, chosen)
    if chosen:
        tell("referrals.recruiter", thing=str(found.id), actor=userid, recipients=[chosen])


def give(root: Referrals, found: Referral, recruiter: str) -> None:
    """Let this person, or nobody, follow the referral."""
    if found.recruiter:
        drop(root.recruiting, found.recruiter, found.id)
    found.recruiter = recruiter
    if recruiter and found.erased is None:
        members(root.recruiting, recruiter).insert(found.id)
    put(root, found)


def write(number: int, what: str, *, userid: str, grade: int = 0) -> Note:
    """Write a note, or with a grade the evaluation of an interview. Raises Missing, NotAllowed, Conflict, Invalid."""
    found = handled(number, userid=userid)
    if found.dossier is None:
        raise Conflict(_("Nothing may be written before the candidate has agreed."))
    if grade not in (0, *GRADES):
        raise Invalid(_("${name} cannot be read.", mapping={"name": "grade"}), field="grade")
    said = text(what, field="text", maximum=MAX_TEXT, required=True, lines=True)
    root = writable()
    note = Note(now(), userid, grade, said)
    found.dossier.notes = (*found.dossier.notes, note)
    members(root.touched, userid).insert(found.id)
    touch(root, found)
    return note


def describe(number: int, *, why: str, skills: str | None = None, userid: str) -> None:
    """Say why one recommends somebody, once they have agreed: the referrer's own words. Raises as `write`."""
    found = referral(number, userid=userid)
    if found.by != userid:
        raise NotAllowed(_("Only who referred them says why."))
    if found.dossier is None:
        raise Conflict(_("Nothing may be written before the candidate has agreed."))
    if found.state not in HANDLED:
        raise Conflict(_("This referral is closed."))
    said = text(why, field="why", maximum=MAX_TEXT, required=True, lines=True)
    known = text(skills, field="skills", maximum=MAX_LINE) if skills is not None else None
    writable()
    found.dossier.why = said
    if known and not found.dossier.skills:
        found.dossier.skills = known


def link(number: int, account: str, *, userid: str) -> None:
    """Say which account is the hired person's, by user id or full name. Raises Missing, NotAllowed, Invalid."""
    found = handled(number, userid=userid)
    chosen = people.member_named(account.strip())
    if found.state not in ("hired", "trial_passed") or found.erased is not None:
        raise Conflict(_("Only somebody who is hired has an account."))
    if not chosen or chosen == found.by or chosen in writable().hires:
        raise Invalid(_("Choose the account of the person who was hired."), field="account")
    tie(writable(), found, chosen)


def tie(root: Referrals, found: Referral, account: str) -> None:
    """Let the referral know the account of who was hired."""
    if root.hires.get(found.userid) == found.id:
        del root.hires[found.userid]
    found.userid = account
    root.hires[account] = found.id


def erase(number: int, *, userid: str) -> None:
    """Erase a candidate who asks for it, at once. Raises Missing, NotAllowed, Conflict when it is done."""
    found = handled(number, userid=userid)
    if not is_hr(userid):
        raise NotAllowed(_("Only HR erases a candidate."))
    if found.erased is not None:
        raise Conflict(_("Nothing is kept about this person any more."))
    root = writable()
    if found.state in ("submitted", *HANDLED) and found.state != "hired":
        enter(root, found, "withdrawn", actor=userid)
    forget(root, found)


def _may_recruit(userid: str) -> bool:
    account = people.account(userid) if userid else None
    return account is not None and account.kind in ("staff", "direction", "consultant") and people.has_access(userid)


def _check_profile(found: Referral, profile: str) -> None:
    if found.kind == "partner" or profile not in PROFILES or profile == "partner":
        raise Invalid(_("Choose the kind of profile."), field="profile")
    if found.profile != profile and found.state in ("hired", "trial_passed"):
        raise Conflict(_("The bonus is counted already: the kind of profile stays."))


def _check_day(found: Referral, to: str, on: date | None, profile: str) -> None:
    """Raise Invalid for a milestone without a day that can be, or without the profile that its bonus depends on."""
    if to not in ("hired", "trial_passed"):
        return
    if not isinstance(on, date):
        raise Invalid(_("Give the day."), field="on")
    if to == "hired" and not profile:
        raise Invalid(_("Choose the kind of profile."), field="profile")
    if to == "hired" and not abs(on - today()) <= timedelta(days=366):
        raise Invalid(_("Choose a day within a year."), field="on")
    if to == "trial_passed" and not found.started <= on <= today():
        raise Invalid(_("The trial ends after the first day, and not in the future."), field="on")


def _follow(root: Referrals, found: Referral, before: str) -> None:
    """Bonuses and deeds that follow from a stage."""
    values = {"profile": found.profile, "kind": found.kind}
    if found.state in ("hired", "trial_passed"):
        bonuses.owe(root, found, found.state, found.started if found.state == "hired" else found.passed)
        if found.by:
            deed.done(f"referrals.{found.state}", found.by, thing=str(found.id), values=values)
        return
    if before == "hired":
        leave(root, found, today() - timedelta(days=1), "hire_left" if found.started <= today() else "never_started")
        if found.by and found.started > today():
            deed.undone("referrals.hired", found.by, thing=str(found.id))


def leave(root: Referrals, found: Referral, last_day: date, reason: str) -> None:
    """Cancel the bonuses of a referral whose day comes after this one."""
    numbers = root.of_referral.get(found.id, ())
    bonuses.end(root, [root.bonuses[number] for number in numbers], reason, after=last_day)
