"""Careers of the demo: goals, wishes and interviews in every state, with work waiting for the manager and HR."""

from bluegether.core.career import api as career
from bluegether.core.kit.clock import local
from bluegether.core.people import api as people
from bluegether.core.skills import api as skills
from bluegether.policy.demo import career_text as text
from bluegether.policy.demo.past import at
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from random import Random


SOFIA, MANAGER, HR = "consultante", "manager", "rh"
UNIT = "donnees-ia"
LATE_SHARE = 0.15


def build(site, random: Random, moment: datetime) -> None:
    """Write them, unless the consultant's career is there."""
    if career.goals(SOFIA, userid=SOFIA):
        return
    team = give_team()
    earlier(site, random, moment)
    sofia(site, moment)
    others(site, moment, team)


def give_team() -> list[str]:
    """Let the manager manage their unit where nobody does yet; return the consultants of it, the persona left out."""
    for userid in people.userids(unit=UNIT):
        if userid != MANAGER and not people.manager_of(userid):
            people.update_account(userid, actor=HR, manager=MANAGER)
    return [userid for userid in sorted(people.team(MANAGER)) if userid != SOFIA and career.expected(userid)]


def earlier(site, random: Random, moment: datetime) -> None:
    """Note when people had their last interviews, before there was a portal; a few are late, most are not."""
    today = local(moment).date()
    for userid in people.userids():
        if not career.expected(userid) or userid in (HR, SOFIA):
            continue
        arrived = local(people.account(userid).arrived).date()
        for kind, months in (("yearly", 12), ("professional", 24)):
            late = random.random() < LATE_SHARE
            days = months * 30 + random.randrange(8, 40) if late else random.randrange(40, months * 30 - 80)
            if today - timedelta(days=days) > arrived:
                with at(site, moment - timedelta(days=20)):
                    career.note_earlier(userid, kind, today - timedelta(days=days), userid=HR)
    if not career.manager_of(HR):
        people.update_account(HR, actor=HR, manager="direction")
    for kind, days in (("yearly", 130), ("professional", 131)):
        held(site, moment, days, HR, kind, text.HR_REPORT, (), lead="direction", done=True)


def sofia(site, moment: datetime) -> None:
    """The consultant's own career."""
    for days, title, why, horizon, state, thread in text.SOFIA_GOALS:
        goal(site, moment - timedelta(days=days), SOFIA, title, why, horizon, state, thread)
    for days, title, why, skill, urgency, answer in text.SOFIA_WISHES:
        wish(site, moment, days, SOFIA, title, why, skill, urgency, answer)
    with at(site, moment - timedelta(days=40)):
        career.want(SOFIA, text.SOFIA_NEXT, userid=SOFIA)
    one = held(site, moment, 372, SOFIA, "yearly", text.SIGNED_REPORT, text.SIGNED_DECISIONS)
    with at(site, moment - timedelta(days=369)):
        signed(SOFIA, one, MANAGER)
    with at(site, moment - timedelta(days=367)):
        signed(SOFIA, one, SOFIA, "J’aurais souhaité que la date du parcours Architecte soit fixée.")
    one = held(site, moment, 9, SOFIA, "mission", text.HALF_REPORT, text.HALF_DECISIONS)
    with at(site, moment - timedelta(days=6)):
        signed(SOFIA, one, MANAGER)
    coming(site, moment)


def coming(site, moment: datetime) -> None:
    """The consultant's next yearly interview: the manager has shared, the consultant has not."""
    with at(site, moment - timedelta(days=8)):
        start = working_day(moment, 6, 10)
        one = career.plan(SOFIA, kind="yearly", start=start, place="Agence de Lyon, salle Saône", userid=MANAGER)
        career.prepare(SOFIA, one.id, text.MANAGER_NOTES, userid=MANAGER)
    with at(site, moment - timedelta(days=2)):
        career.share(SOFIA, one.id, userid=MANAGER)
        career.prepare(SOFIA, one.id, text.SOFIA_NOTES, userid=SOFIA)


def others(site, moment: datetime, team: list[str]) -> None:
    """People of the manager's unit: goals and wishes without an answer, interviews in other states."""
    for place, (userid, (title, why, horizon)) in enumerate(zip(team, text.GOALS, strict=False)):
        goal(site, moment - timedelta(days=3 + place * 4), userid, title, why, horizon, "open", ())
    for place, (userid, (title, why, urgency)) in enumerate(zip(reversed(team), text.WISHES, strict=False)):
        wish(site, moment, 6 + place * 5, userid, title, why, "", urgency, None)
    if len(team) > 3:
        held(site, moment, 4, team[0], "mission", "", ())
        held(site, moment, 15, team[1], "yearly", text.OTHER_REPORT.format(name=first_name(team[1])), ())
        planned(site, moment, team[2], "mission", 11, MANAGER)
        one = planned(site, moment, team[3], "yearly", 4, team[3])
        with at(site, moment - timedelta(days=1)):
            career.cancel(
                team[3], one.id, "Déplacement chez le client ; nouvelle date à fixer en janvier.", userid=team[3]
            )
    with at(site, moment - timedelta(days=3)):
        start = working_day(moment, 9, 11)
        career.plan("consultant", kind="professional", start=start, link=text.CALL, by_hr=True, userid=HR)


def first_name(userid: str) -> str:
    return people.account(userid).fullname.split()[0]


def goal(site, when: datetime, userid: str, title: str, why: str, horizon: str, state: str, thread) -> None:
    """Write one goal with what was said about it."""
    with at(site, when):
        one = career.add_goal(userid, title=title, why=why, horizon=horizon, userid=userid)
    for days, who, words in thread:
        author = {"person": userid, "manager": MANAGER, "hr": HR}[who]
        with at(site, when + timedelta(days=days)):
            career.say(userid, "goal", one.id, words, userid=author)
    if state != "open":
        with at(site, when + timedelta(days=130)):
            career.set_goal_state(userid, one.id, state, userid=userid)


def wish(site, moment, days, userid, title, why, skill, urgency, answer) -> None:
    """Ask for one training, and let HR answer it."""
    when = moment - timedelta(days=days)
    with at(site, when):
        skill_id = skills.resolve(skill) if skill else ""
        one = career.add_wish(userid, title=title, why=why, skill=skill_id, urgency=urgency, userid=userid)
    if answer is not None:
        later, said, ahead, reason = answer
        on = local(moment).date() + timedelta(days=ahead) if ahead else None
        with at(site, when + timedelta(days=later)):
            career.answer_wish(userid, one.id, said, on=on, reason=reason, userid=HR)


def planned(site, moment: datetime, owner: str, kind: str, days: int, userid: str):
    """Plan an interview so many days from now."""
    with at(site, moment - timedelta(days=5)):
        start = working_day(moment, days, 14)
        return career.plan(
            owner, kind=kind, start=start, link="https://visio.azurelle.example/entretien", userid=userid
        )


def held(site, moment, days, owner, kind, report, decisions, *, lead: str = MANAGER, done: bool = False):
    """Let an interview take place so many days ago, with its report; `done`: both sign on the spot."""
    start = working_day(moment, -days, 10)
    with at(site, start - timedelta(days=14)):
        one = career.plan(owner, kind=kind, start=start, place="Agence de Lyon, salle Saône", userid=lead)
    with at(site, start + timedelta(hours=2)):
        career.hold(owner, one.id, userid=lead)
        day = local(start).date()
        rows = [{"what": what, "who": who, "by": day + timedelta(days=ahead)} for what, who, ahead in decisions]
        if report:
            career.write_report(owner, one.id, report, rows, revision=0, userid=lead)
        for userid in (lead, owner) if done else ():
            signed(owner, one, userid)
    return one


def signed(owner: str, one, userid: str, comment: str = "") -> None:
    career.sign(owner, one.id, sha256=career.fingerprint(owner, one), comment=comment, userid=userid)


def working_day(moment: datetime, days: int, hour: int) -> datetime:
    """Return this hour of a working day so many days from now."""
    found = local(moment).replace(hour=hour, minute=0, second=0, microsecond=0) + timedelta(days=days)
    return (found - timedelta(days=max(0, found.weekday() - 4))).astimezone(UTC)
