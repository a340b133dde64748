"""Fields, events and contracts of skills."""

from bluegether.core import _
from zope import schema
from zope.interface import Attribute
from zope.interface import implementer
from zope.interface import Interface
from zope.interface.interfaces import IObjectEvent
from zope.schema.interfaces import IList
from zope.schema.interfaces import ITextLine


LANGUAGES = ("fr", "en")


class ISkillField(ITextLine):
    """A field that holds the id of a skill."""


class ISkillListField(IList):
    """A field that holds ids of skills."""


@implementer(ISkillField)
class Skill(schema.TextLine):
    """The id of a skill. Forms and REST take any spelling of it."""


@implementer(ISkillListField)
class SkillList(schema.List):
    """Ids of skills, each once, in the order given."""

    def __init__(self, **values):
        values.setdefault("value_type", Skill(title=_("Skill")))
        super().__init__(**values)


class ISkillMerged(IObjectEvent):
    """One skill took over another; `object` is the site. What is indexed by the old id must be indexed anew."""

    old = Attribute("Id that is no more; `skills.current` leads to the new one")
    new = Attribute("Id that took over")


class ISkillRenamed(IObjectEvent):
    """Titles, synonyms or place of a skill changed; `object` is the site."""

    skill_id = Attribute("Id of the skill, which stays")


class ISkillRemoved(IObjectEvent):
    """An unused skill was removed; `object` is the site."""

    skill_id = Attribute("Id that is no more")


class ISkillUse(Interface):
    """Named adapter of a site: how often a room's things name a skill, whoever may see them.

    Asked before a merge and before a removal. It MUST NOT write and MUST NOT wake content.
    """

    title = Attribute("Translatable name of the things: profiles, needs, questions")

    def count(skill_id):
        """Return how many things name this skill."""


class ISkillPeople(Interface):
    """Adapter of a site: who has a skill, as far as everyone may know. The directory provides it."""

    def counts(skill_ids):
        """Return skill id -> number of people who show it to everyone; it MUST NOT count hidden ones."""

    def url(skill_id):
        """Return the address of the list of these people."""
