"""Experts: derived from what people say and what colleagues endorse, by the published numbers; never set."""

from bluegether.core.expertise.api import rules
from bluegether.core.kit.interfaces import IExpertEvidence
from bluegether.core.people import api as people
from bluegether.core.skills import api as skills
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import merge
from itertools import islice
from plone import api
from zope.component import getAdapters


@dataclass(frozen=True)
class Rules:
    """The published numbers."""

    level: int
    endorsements: int
    answers: int


@dataclass(frozen=True)
class Reason:
    """Why somebody is, or is not, an expert in a skill: what there is, beside what the rules ask for."""

    userid: str
    skill: str
    level: int
    endorsements: int
    answers: int
    rules: Rules

    @property
    def by_endorsements(self) -> bool:
        return self.endorsements >= self.rules.endorsements

    @property
    def by_answers(self) -> bool:
        return 0 < self.rules.answers <= self.answers

    @property
    def expert(self) -> bool:
        return self.level >= self.rules.level and (self.by_endorsements or self.by_answers)


@dataclass(frozen=True)
class Page:
    """A part of the experts in a skill; `more` tells whether others follow."""

    items: list[Reason]
    more: bool


def published() -> Rules:
    """Return the rules as they are now."""
    return Rules(*(rules.setting(f"expert_{name}") for name in ("level", "endorsements", "answers")))


def reason(owner: str, skill_id: str, *, reader: str) -> Reason | None:
    """Return how this person stands in this skill, None when the reader does not see that they have it."""
    level = rules.rows(owner, reader).get(skills.resolve(skill_id))
    return reason_of(owner, skills.resolve(skill_id), level, published()) if level else None


def experts_of(person) -> set[str]:
    """Return the skills in which this person is an expert, whoever may know: never shown without a check."""
    if not rules.present(person.getId()):
        return set()
    asked = published()
    return {
        skill_id
        for skill_id, level in rules.levels(person).items()
        if level >= asked.level and reason_of(person.getId(), skill_id, level, asked).expert
    }


def experts(skill_id: str, *, reader: str, start: int = 0, size: int = 25) -> Page:
    """Return experts in the skill or in one below it whom this reader may know as such, most endorsed first.

    Wakes the people that it shows and those whom it must leave out before them.
    """
    found = list(islice(_experts(skills.resolve(skill_id), reader), start, start + size + 1))
    return Page(found[:size], len(found) > size)


def _experts(skill_id: str, reader: str) -> Iterator[Reason]:
    asked, seen = published(), set()
    for owner, candidate in _candidates([skill_id, *skills.descendants(skill_id)], asked):
        if owner in seen or not rules.present(owner):
            continue
        level = rules.rows(owner, reader).get(candidate, 0)
        found = reason_of(owner, candidate, level, asked)
        if found.expert:
            seen.add(owner)
            yield found


def _candidates(skill_ids: list[str], asked: Rules) -> Iterator[tuple[str, str]]:
    """Yield (user id, skill id) of who has enough endorsements, most first, then of who has enough answers."""
    counted = rules.kept().counted
    for _count, owner, skill_id in merge(*(_endorsed(counted, one, asked.endorsements) for one in skill_ids)):
        yield owner, skill_id
    if asked.answers:
        for skill_id in skill_ids:
            for room in _rooms():
                for userid in room.userids(skill_id, asked.answers):
                    yield userid, skill_id


def _endorsed(counted, skill_id: str, at_least: int) -> Iterator[tuple[int, str, str]]:
    for count, owner in counted.get(skill_id, ()):
        if -count < at_least:
            return
        yield count, owner, skill_id


def reason_of(owner: str, skill_id: str, level: int, asked: Rules) -> Reason:
    answers = sum(room.count(owner, skill_id) for room in _rooms()) if asked.answers else 0
    return Reason(owner, skill_id, level, rules.kept().count(owner, skill_id), answers, asked)


def _rooms() -> list:
    return [room for _name, room in sorted(getAdapters((api.portal.get(),), IExpertEvidence))]


def facets(person) -> list[people.Facet]:
    """Return `expert` facets, each for those who may see the skill itself."""
    audiences = {facet.value: facet.audience for facet in people.own_facets(person) if facet.name == "skill"}
    found = experts_of(person)
    return [people.Facet("expert", skill, audience) for skill, audience in audiences.items() if skill in found]
