"""What the room holds about a person: given out to them, erased with them; and what merges of skills change."""

from bluegether.core.expertise.api import rules
from bluegether.core.expertise.api.endorsing import expertise_may_change
from bluegether.core.expertise.storage import Expertise
from bluegether.core.people import api as people
from bluegether.core.people.events import PersonChanged
from zope.event import notify


def export(userid: str) -> dict:
    """Return all endorsements and requests that name this person."""
    trees, words = rules.kept(), rules.named(userid, userid)
    received = [
        {"skill": skill, "by": by, "since": moment.isoformat(), "experience": words.get(experience, "")}
        for (skill, by), (moment, experience) in trees.received.get(userid, {}).items()
    ]
    asked = [
        {"skill": skill, "of": colleague, "on": moment.isoformat()}
        for (skill, colleague), moment in trees.asking.get(userid, {}).items()
    ]
    waiting = [
        {"skill": skill, "by": asker, "on": moment.isoformat()}
        for (asker, skill), moment in trees.asked.get(userid, {}).items()
    ]
    given = [_given(trees, userid, owner, skill) for owner, skill in trees.given.get(userid, ())]
    found = {"received": received, "given": given, "asked": asked, "waiting": waiting}
    return {name: items for name, items in found.items() if items}


def erase(userid: str) -> None:
    """Take away the endorsements that the person gave and had, and the requests from and to them."""
    trees = rules.kept()
    for owner, skill in list(trees.given.get(userid, ())):
        with expertise_may_change(owner):
            trees.drop(owner, skill, userid)
    for skill, endorser in list(trees.received.get(userid, {})):
        trees.drop(userid, skill, endorser)
    for skill, colleague in list(trees.asking.get(userid, {})):
        trees.forget_request(userid, skill, colleague)
    for asker, skill in list(trees.asked.get(userid, {})):
        trees.forget_request(asker, skill, userid)
    _forget_answered(trees, userid)


def follow_merge(old: str, new: str) -> None:
    """Move endorsements and requests to the skill that took over; two by one person become one, the earlier."""
    trees = rules.kept()
    for owner in [owner for _count, owner in trees.counted.get(old, ())]:
        there = trees.endorsers(owner, new)
        for endorser, value in trees.endorsers(owner, old).items():
            trees.drop(owner, old, endorser)
            trees.put(owner, new, endorser, min(value, there.get(endorser, value)))
        notify(PersonChanged(people.person(owner)))
    for asked, requests in list(trees.asked.items()):
        for (asker, skill), moment in list(requests.items()):
            if skill == old:
                trees.forget_request(asker, old, asked)
                trees.request(asker, new, asked, moment)


def _given(trees: Expertise, userid: str, owner: str, skill: str) -> dict:
    moment, experience = trees.received[owner][(skill, userid)]
    words = rules.named(owner, userid)
    return {"skill": skill, "to": owner, "since": moment.isoformat(), "experience": words.get(experience, "")}


def _forget_answered(trees: Expertise, userid: str) -> None:
    """Erase that others once asked this person: their requests were answered, only their limit remembers."""
    for asker, made in list(trees.asking.items()):
        for skill, asked in list(made):
            if asked == userid:
                trees.forget_request(asker, skill, asked)


def follow_rules() -> None:
    """Tell who indexes people of everybody with an endorsement: the published numbers changed. Costs a moment each."""
    for owner in list(rules.kept().received):
        person = people.person(owner)
        if person is not None:
            notify(PersonChanged(person))
