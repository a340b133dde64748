"""What happens elsewhere and moves endorsements, or makes experts."""

from bluegether.core.expertise import api
from bluegether.core.expertise.interfaces import IExpertiseSettings
from bluegether.core.skills.interfaces import ISkillMerged
from plone.registry.interfaces import IRecordModifiedEvent
from zope.component import adapter


@adapter(ISkillMerged)
def follow_merge(event) -> None:
    """Let the endorsements of a skill go to the one that took it over."""
    api.follow_merge(event.old, event.new)


@adapter(IRecordModifiedEvent)
def follow_rules(event) -> None:
    """Let who indexes people know that other numbers make others experts."""
    if event.record.interfaceName == IExpertiseSettings.__identifier__ and event.oldValue != event.newValue:
        api.follow_rules()
