"""Events of skills; their object is the site."""

from bluegether.core.skills.interfaces import ISkillMerged
from bluegether.core.skills.interfaces import ISkillRemoved
from bluegether.core.skills.interfaces import ISkillRenamed
from zope.interface import implementer
from zope.interface.interfaces import ObjectEvent


@implementer(ISkillMerged)
class SkillMerged(ObjectEvent):
    """See `ISkillMerged`."""

    def __init__(self, site, *, old: str, new: str):
        super().__init__(site)
        self.old = old
        self.new = new


@implementer(ISkillRenamed)
class SkillRenamed(ObjectEvent):
    """See `ISkillRenamed`."""

    def __init__(self, site, *, skill_id: str):
        super().__init__(site)
        self.skill_id = skill_id


@implementer(ISkillRemoved)
class SkillRemoved(ObjectEvent):
    """See `ISkillRemoved`."""

    def __init__(self, site, *, skill_id: str):
        super().__init__(site)
        self.skill_id = skill_id
