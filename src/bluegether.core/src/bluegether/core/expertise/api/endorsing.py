"""Endorse, and withdraw."""

from bluegether.core import _
from bluegether.core.expertise.api import rules
from bluegether.core.expertise.api.deriving import experts_of
from bluegether.core.expertise.storage import Expertise
from bluegether.core.expertise.storage import KEY
from bluegether.core.expertise.storage import LAST
from bluegether.core.kit.annotation import store
from bluegether.core.kit.clock import now
from bluegether.core.kit.deed import done
from bluegether.core.kit.deed import undone
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.notice import tell
from bluegether.core.people import api as people
from bluegether.core.people.events import PersonChanged
from bluegether.core.skills import api as skills
from contextlib import contextmanager
from plone import api
from zope.event import notify
import hashlib


ENDORSED = "expertise.endorsed"


def endorse(owner: str, skill_id: str, *, actor: str, experience: str = "") -> None:
    """Endorse a skill that this person shows to the actor, optionally naming where it was seen (a key of `named`).

    Again changes the experience only: each person counts once. It answers a request. Raises NotAllowed for a client,
    closed access or oneself; Missing for a skill that the actor does not see; Invalid for an unknown experience.
    """
    rules.require_member(actor)
    if owner == actor:
        raise NotAllowed(_("Nobody endorses their own skills."))
    skill_id = rules.shown_skill(owner, skill_id, actor)
    if experience and experience not in rules.named(owner, actor):
        raise Invalid(_("This person shows no such experience."), field="experience")
    trees = store(api.portal.get(), KEY, Expertise)
    before = trees.endorsers(owner, skill_id).get(actor)
    with expertise_may_change(owner):
        trees.put(owner, skill_id, actor, (before[0] if before else now(), experience))
    trees.close(owner, skill_id, actor)
    if before is None:
        if not _endorses(owner, actor):  # two who endorse each other earn nothing by the second
            done(ENDORSED, owner, thing=_pair(owner, actor))
        tell(ENDORSED, thing=f"{owner}/{skill_id}", actor=actor, recipients=[owner])


def withdraw(owner: str, skill_id: str, *, actor: str) -> None:
    """Take back an endorsement, whatever the person shows by now. Raises Missing when there is none."""
    found = skills.resolve(skill_id) if isinstance(skill_id, str) else ""
    with expertise_may_change(owner):
        if not found or not rules.kept().drop(owner, found, actor):
            raise Missing(_("You do not endorse this."))
    if not _endorses(actor, owner):
        undone(ENDORSED, owner, thing=_pair(owner, actor))


def _endorses(endorser: str, owner: str) -> bool:
    """Return whether somebody endorses any skill of the other."""
    given = rules.kept().given.get(endorser)
    return given is not None and bool(given.keys((owner, ""), (owner, LAST)))


def _pair(owner: str, endorser: str) -> str:
    """Return what rewards call the endorsements of one by the other: no name, whatever the skills are or become."""
    return hashlib.sha256(f"{owner}|{endorser}".encode()).hexdigest()[:16]


@contextmanager
def expertise_may_change(owner: str):
    """Tell who indexes people when what is done here makes, or no longer makes, this person an expert."""
    person = people.person(owner) if isinstance(owner, str) else None
    before = experts_of(person) if person is not None else set()
    yield
    if person is not None and experts_of(person) != before:
        notify(PersonChanged(person))
