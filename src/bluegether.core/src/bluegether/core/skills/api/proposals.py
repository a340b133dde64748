"""Skills that members miss: a list for who keeps the taxonomy. Nobody waits for it."""

from bluegether.core import _
from bluegether.core.kit.annotation import store
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.notice import tell
from bluegether.core.skills import spelling
from bluegether.core.skills.api import rules
from bluegether.core.skills.api.taxonomy import find
from bluegether.core.skills.api.taxonomy import kept
from bluegether.core.skills.api.taxonomy import title
from bluegether.core.skills.storage import KEY
from bluegether.core.skills.storage import Proposal
from bluegether.core.skills.storage import Skills
from dataclasses import dataclass
from datetime import datetime
from plone import api


MAX_OPEN = 20  # proposals of one person that wait
ADDED = "skills.added"
DECLINED = "skills.declined"


@dataclass(frozen=True)
class Proposed:
    """A spelling that is missed: who proposed it and when, the latest first."""

    text: str
    people: tuple[tuple[str, datetime], ...]


def propose(text: str, *, userid: str) -> str:
    """Note that this person misses a skill and return its name as noted; twice changes nothing.

    Raises NotAllowed for a client, Invalid for no name, Conflict when the skill is there (it says which) or when
    many of this person's proposals wait already.
    """
    if not rules.can_propose(userid):
        raise NotAllowed(_("You may not propose skills."))
    line = rules.checked_text(text, "text")
    if not line:
        raise Invalid(_("Write the name of the skill."), field="text")
    if find(line):
        message = _("This skill is there already: ${title}.", mapping={"title": title(find(line))})
        raise Conflict(message, field="text")
    if sum(userid in proposal.people for proposal in kept().proposals.values()) >= MAX_OPEN:
        raise Conflict(_("Many of your proposals wait for an answer already."), field="text")
    trees = store(api.portal.get(), KEY, Skills)
    proposal = trees.proposals.setdefault(spelling.key(line), Proposal(line))
    proposal.people.setdefault(userid, now())
    return proposal.text


def proposals() -> list[Proposed]:
    """Return what is missed, what most people miss first. For who manages skills."""
    found = [
        Proposed(one.text, tuple(sorted(one.people.items(), key=lambda pair: pair[1], reverse=True)))
        for one in kept().proposals.values()
    ]
    return sorted(found, key=lambda one: (-len(one.people), one.text.casefold()))


def waiting() -> int:
    """Return how many proposals wait."""
    return len(kept().proposals)


def dismiss(text: str, *, actor: str) -> None:
    """Take a proposal off the list and tell who made it. Raises NotAllowed, Missing."""
    rules.require_manager(actor)
    proposal = kept().proposals.pop(spelling.key(text), None)
    if proposal is None:
        raise Missing(_("This proposal does not wait any more."))
    tell(DECLINED, thing=proposal.text, actor=actor, recipients=proposal.people)


def answer_spellings(trees: Skills, skill_id: str, actor: str) -> None:
    """Take the proposals off the list that this skill answers, and tell who made them."""
    for key in trees.skills[skill_id].spellings:
        proposal = trees.proposals.pop(key, None)
        if proposal is not None:
            tell(ADDED, thing=skill_id, actor=actor, recipients=proposal.people)


def proposed_by(userid: str) -> list[tuple[str, datetime]]:
    """Return what this person proposed and when: personal data."""
    found = [(one.text, one.people[userid]) for one in kept().proposals.values() if userid in one.people]
    return sorted(found, key=lambda pair: pair[1])


def forget(userid: str) -> None:
    """Erase who proposed: what nobody else misses goes, the rest stays without this person."""
    trees = kept()
    trees.uploads.pop(userid, None)
    for key, proposal in list(trees.proposals.items()):
        proposal.people.pop(userid, None)
        if not proposal.people:
            del trees.proposals[key]
