"""The records follow what happens to people and skills."""

from bluegether.core.kit.interfaces import IProfileRefreshed
from bluegether.core.matching import api
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
PLANNED = "_v_bluegether.core.matching.rebuild"


@adapter(IPersonChanged)
def keep_person(event) -> None:
    """Somebody is new, or something of them changed."""
    api.index(event.object.getId())


@adapter(IAccessChanged)
def follow_access(event) -> None:
    """An access ended, was suspended or given back."""
    api.index(event.userid)


@adapter(IPersonForgotten)
def drop_person(event) -> None:
    """Somebody was erased."""
    api.drop_person(event.userid, erased=True)


@adapter(IProfileRefreshed)
def refresh(event) -> None:
    """Skills or experiences changed, or were confirmed."""
    api.refresh(event.userid)


@adapter(IPeriodsChanged)
def follow_missions(event) -> None:
    """Somebody is on missions at other times."""
    for userid in event.userids:
        api.index(userid)


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
    """The company opened or closed a group of fields; done once, before the transaction is kept."""
    current = transaction.get()
    if AUDIENCES.match(event.record.__name__) and not getattr(current, PLANNED, False):
        setattr(current, PLANNED, True)
        current.addBeforeCommitHook(api.rebuild)
