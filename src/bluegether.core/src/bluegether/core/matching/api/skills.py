"""What happens to skills happens to records."""

from bluegether.core.matching.api.needs import keep
from bluegether.core.matching.api.records import index
from bluegether.core.matching.api.records import kept
from bluegether.core.matching.api.records import naming_skill


def skill_gone(old: str) -> None:
    """Make anew the records of people and needs that name a skill that is no more."""
    for userid in naming_skill(old):
        index(userid)
    trees = kept()
    for uid, requirement in list(trees.needs.items()) if trees is not None else ():
        if any(skill == old for skill, _level in requirement.required + requirement.welcome):
            keep(uid, requirement)
