"""The index follows what happens to people and skills."""

from bluegether.core.directory import api
from bluegether.core.missions.interfaces import IPeriodsChanged
from bluegether.core.people.interfaces import IAccessChanged
from bluegether.core.people.interfaces import IPersonChanged
from bluegether.core.people.interfaces import IPersonForgotten
from bluegether.core.skills.interfaces import ISkillMerged
from bluegether.core.skills.interfaces import ISkillRemoved
from plone.registry.interfaces import IRecordModifiedEvent
from zope.component import adapter
import re
import transaction


# What the company lets people choose for a group of fields, and what holds for who has not chosen.
AUDIENCES = re.compile(r"bluegether\.people\.\w+_(audiences|default)\Z")
PLANNED = "bluegether.core.directory.rebuild"


@adapter(IPersonChanged)
def file_person(event) -> None:
    """Somebody is new, or something of them changed."""
    api.index(event.object.getId())


@adapter(IPeriodsChanged)
def file_workers(event) -> None:
    """Somebody works elsewhere, or no longer, or the client is called otherwise."""
    for userid in event.userids:
        api.index(userid)


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


@adapter(IRecordModifiedEvent)
def follow_settings(event) -> None:
    """The company opened or closed a group of fields: what everybody is found by may be for others now.

    Done once, when the transaction is about to be kept, however many settings a form changes.
    """
    current = transaction.get()
    if AUDIENCES.match(event.record.__name__) and not getattr(current, "_v_" + PLANNED, False):
        setattr(current, "_v_" + PLANNED, True)
        current.addBeforeCommitHook(api.rebuild)
