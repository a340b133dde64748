"""The charter of the demo: version 1 archived, version 2 in force, a register with everyone's answers."""

from bluegether.core.charter import api as charter
from bluegether.policy.demo import charter_text
from bluegether.policy.demo.accounts import Persona
from bluegether.policy.demo.past import at
from DateTime import DateTime
from datetime import datetime
from datetime import timedelta
from random import Random


WORKFLOW = "charter_workflow"
FIRST_DAYS = 400
SECOND_DAYS = 20
# Who signed version 1 and not yet version 2.
ONLY_FIRST = ("nouvelle",)


def build(site, everyone: list[Persona], random: Random, moment: datetime) -> None:
    """Write both versions, put each in force in its time, and record the answers in the order of their dates."""
    if charter.version_in_force() is not None:
        return
    first, second = moment - timedelta(days=FIRST_DAYS), moment - timedelta(days=SECOND_DAYS)
    site.charte.title = charter_text.TITLE
    site.charte.reindexObject(idxs=["Title", "SearchableText", "sortable_title"])
    put_in_force(site, first, "1", "Première version de notre charte.", charter_text.version_1())
    old = [(max(first, arrival(person, moment)), person) for person in everyone]
    sign(site, [(since, person) for since, person in old if since < second], random, until=second)
    changes = charter_text.CHANGES_2
    put_in_force(site, second, "2", changes, charter_text.version_2() | {"changes": changes})
    new = [(max(second, arrival(person, moment)), person) for person in everyone if person.userid not in ONLY_FIRST]
    sign(site, new, random, until=moment)


def arrival(person: Persona, moment: datetime) -> datetime:
    """Return when the person came."""
    return moment - timedelta(days=person.seniority)


def put_in_force(site, moment: datetime, label: str, comment: str, values: dict):
    """Create a version, submit it as the animator and approve it as direction at this moment."""
    with at(site, moment):
        version = charter.create_version(site.charte, label=label, grace_days=0, **values)
        charter.submit(version, userid="animatrice", comment=comment)
        charter.approve(version, userid="direction", comment="Relue en comité de direction.")
    backdate(version, moment)
    return version


def backdate(version, moment: datetime) -> None:
    """Date the version and its history: the workflow itself knows no other time than the machine's."""
    steps = version.workflow_history[WORKFLOW]
    days = {"submit": 9, "approve": 1, "put_in_force": 0}
    version.workflow_history[WORKFLOW] = tuple(
        step | {"time": DateTime((moment - timedelta(days=days.get(step["action"], 14))).isoformat())} for step in steps
    )
    version.setEffectiveDate(DateTime(moment.isoformat()))
    version.creation_date = DateTime((moment - timedelta(days=14)).isoformat())
    version.reindexObject(idxs=["effective", "created"])


def sign(site, people: list[tuple[datetime, Persona]], random: Random, *, until: datetime) -> None:
    """Record an acceptance of the version in force by each, within the days that follow their first sight of it."""
    answers = []
    for since, person in people:
        seconds = random.randrange(600, 9 * 86400)
        answers.append((min(since + timedelta(seconds=seconds), until - timedelta(minutes=1)), person.userid))
    for moment, userid in sorted(answers):
        with at(site, moment):
            charter.sign(userid, outcome="accepted", language="en" if random.random() < 0.08 else "fr")
