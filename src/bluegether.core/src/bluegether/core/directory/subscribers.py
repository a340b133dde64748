"""The index follows what happens to people and skills."""

from bluegether.core.directory import api
from bluegether.core.people.interfaces import IAccessChanged
from bluegether.core.people.interfaces import IPersonChanged
from bluegether.core.people.interfaces import IPersonForgotten
from bluegether.core.skills.interfaces import ISkillMerged
from bluegether.core.skills.interfaces import ISkillRemoved
from zope.component import adapter


@adapter(IPersonChanged)
def file_person(event) -> None:
    """Somebody is new, or something of them changed."""
    api.index(event.object.getId())


@adapter(IPersonForgotten)
def drop_person(event) -> None:
    """Somebody was erased."""
    api.drop(event.userid)


@adapter(IAccessChanged)
def follow_access(event) -> None:
    """An access ended, was suspended or given back."""
    api.index(event.userid)


@adapter(ISkillMerged)
def follow_merge(event) -> None:
    """One skill took over another."""
    api.skill_gone(event.old)


@adapter(ISkillRemoved)
def follow_removal(event) -> None:
    """A skill is no more."""
    api.skill_gone(event.skill_id)
