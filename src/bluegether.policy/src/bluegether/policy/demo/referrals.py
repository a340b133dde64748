"""Referrals of the demo, in every state, with bonuses in every state; the same people for the same seed."""

from bluegether.core.kit.clock import local
from bluegether.core.kit.clock import today
from bluegether.core.people import api as people
from bluegether.core.referrals import api as referrals
from bluegether.policy.demo import referrals_text as text
from bluegether.policy.demo.past import at
from datetime import datetime
from datetime import timedelta
from plone import api
from random import Random
import io


HR, FINANCE, DIRECTION = "rh", "finance", "direction"
EARLIER = 56
TRIAL = 92
OLDEST = 700
CV = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 0>>endobj\n%%EOF\n"
PATHS = (
    ("consented", "qualified", "declined"),
    ("consented", "qualified", "interview", "declined"),
    ("consented", "qualified", "interview", "offer", "hired", "trial_passed"),
    ("consented", "qualified", "interview", "offer", "hired", "trial_passed"),
    ("consented", "qualified", "interview", "offer", "hired", "trial_passed"),
    ("expired",),
)


def build(site, random: Random, moment: datetime) -> None:
    """Make them, unless rules are published."""
    if referrals.versions():
        return
    for name, value in text.SETTINGS.items():
        api.portal.set_registry_record(f"bluegether.referrals.{name}", value)
    publish(site, moment)
    with referrals.silence():
        for days, story in sorted(_everybody(random, moment), key=lambda pair: -pair[0]):
            tell(site, moment, days, story)
    settle(site, moment)


def publish(site, moment: datetime) -> None:
    """Two versions of the rules."""
    for days, rows, said in zip(
        text.PUBLISHED, (text.FIRST_RULES, text.RULES), (text.FIRST_TEXT, text.TEXT), strict=True
    ):
        when = moment - timedelta(days=days)
        with at(site, when):
            referrals.publish(rows, since=local(when).date(), text_=said, userid=DIRECTION, confirmed=True)


def _everybody(random: Random, moment: datetime):
    for userid, name, email, phone, days, steps, profile, words, why, notes in text.STORIES:
        values = {"name": name, "email": email, "phone": phone}
        yield days, (userid, values, steps, profile, words, why, notes)
    for userid, company, name, email, days, steps in text.COMPANIES:
        values = {"name": name, "email": email, "kind": "partner", "company": company}
        yield days, (userid, values, steps, "", "", "", ())
    yield from _earlier(random, moment)


def _earlier(random: Random, moment: datetime):
    """Others' referrals of the last quarters, for the figures."""
    names = [(first, last) for first in text.FIRST_NAMES for last in text.LAST_NAMES]
    for first, last in random.sample(names, EARLIER):
        days, path = random.randrange(40, OLDEST), random.choice(PATHS)
        userids = [one for one in people.userids() if _was_here(one, moment - timedelta(days=days))]
        steps, then = [], days
        for state in path:
            trial = TRIAL if state == "trial_passed" else 0
            then = days - 31 if state == "expired" else then - trial - random.randrange(2, 20)
            if then > 0:
                steps.append((state, then))
        values = {"name": f"{first} {last}", "email": f"{first}.{last}@exemple.example".lower()}
        profile = random.choice(("junior", "confirmed", "senior"))
        yield days, (random.choice(userids), values, tuple(steps), profile, "", "", ())


def _was_here(userid: str, moment: datetime) -> bool:
    account = people.account(userid)
    known = account.kind == "consultant" and account.employment == "employee"
    return known and userid not in ("consultante", "consultant") and account.arrived < moment


def tell(site, moment: datetime, days: int, story: tuple) -> None:
    """Let one referral take its way, each stage at its day."""
    userid, values, steps, profile, words, why, notes = story
    with at(site, moment - timedelta(days=days, hours=-1)):
        found = referrals.refer(userid, **values, agreed=True)
    for state, then in steps:
        with at(site, moment - timedelta(days=then, hours=-2)):
            STEPS.get(state, _move)(found, state, profile, words, why)
    for then, grade, said in notes:
        with at(site, moment - timedelta(days=then, hours=-3)):
            referrals.write(found.id, said, grade=grade, userid=HR)


def _consent(found, _state: str, profile: str, words: str, why: str) -> None:
    values = {"cv": (f"CV {found.name}.pdf", io.BytesIO(CV)), "words": words} if words or why else {}
    sha256 = referrals.sha256(found, "fr")
    referrals.accept(referrals.new_token(found), sha256=sha256, language="fr", **values)
    if why:
        referrals.describe(found.id, why=why, userid=found.by)
    if profile:
        referrals.set_profile(found.id, profile, userid=HR)


def _move(found, state: str, *_rest) -> None:
    on = today() if state in ("hired", "trial_passed") else None
    referrals.move(found.id, state, expected=found.state, on=on, userid=HR)


def _refuse(found, *_rest) -> None:
    referrals.refuse(referrals.new_token(found))


def _silence(_found, *_rest) -> None:
    while referrals.is_due():
        referrals.meet()


STEPS = {"consented": _consent, "refused": _refuse, "expired": _silence}


def settle(site, moment: datetime) -> None:
    """Name a recruiter. Approve, send to payroll and pay what is old; leave some in each state."""
    for found in referrals.in_stage("interview", userid=HR)[0][:2]:
        referrals.name_recruiter(found.id, "redactrice", userid=HR)
    due = [one for one in referrals.listed("due", userid=HR, size=500)[0] if one.on < local(moment).date()]
    old = [one for one in due if one.on < local(moment - timedelta(days=60)).date()]
    for one in old:
        with at(site, moment - timedelta(days=45)):
            referrals.approve(one.id, userid=HR)
    for size, days in ((len(old) * 2 // 3, 40), (len(old) // 6, 8)):
        _send(site, moment, size, days)
    rest = [one for one in due if one not in old]
    for one in rest[:1]:
        with at(site, moment - timedelta(days=5)):
            referrals.cancel(one.id, reason="Saisie en double : la personne avait postulé d’elle-même.", userid=HR)


def _send(site, moment: datetime, size: int, days: int) -> None:
    """Send so many approved bonuses to payroll; the older file is paid a week later."""
    approved, _total = referrals.listed("approved", userid=HR, size=500)
    chosen = [one for one in approved if people.account(one.userid).matricule and one.userid != FINANCE][:size]
    if not chosen:
        return
    with at(site, moment - timedelta(days=days)):
        referrals.send([one.id for one in chosen], userid=FINANCE)
    for one in chosen if days > 30 else ():
        with at(site, moment - timedelta(days=days - 7)):
            referrals.pay(one.id, userid=FINANCE)
