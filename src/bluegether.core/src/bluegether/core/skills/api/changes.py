"""The verbs of who keeps the taxonomy. `actor` is who does it, empty for the portal itself (set-up)."""

from bluegether.core import _
from bluegether.core.kit.annotation import store
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.skills.api import rules
from bluegether.core.skills.api.proposals import answer_spellings
from bluegether.core.skills.api.taxonomy import ancestors
from bluegether.core.skills.api.taxonomy import current
from bluegether.core.skills.api.taxonomy import kept
from bluegether.core.skills.events import SkillMerged
from bluegether.core.skills.events import SkillRemoved
from bluegether.core.skills.events import SkillRenamed
from bluegether.core.skills.interfaces import ISkillUse
from bluegether.core.skills.storage import KEY
from bluegether.core.skills.storage import Skill
from bluegether.core.skills.storage import Skills
from dataclasses import dataclass
from plone import api
from zope.component import getAdapters
from zope.event import notify


@dataclass(frozen=True)
class Use:
    """How many of a room's things name a skill."""

    room: str
    title: str
    count: int


def add(titles: dict[str, str], *, actor: str, parent: str = "", synonyms=(), skill_id: str = "") -> str:
    """Add a skill and return its id.

    Raises NotAllowed, Invalid (texts, loops), Missing (parent), Conflict (a spelling or the id is another's).
    """
    rules.require_manager(actor)
    trees = kept()
    titles = rules.checked_titles(titles)
    synonyms = rules.checked_synonyms(synonyms, titles)
    rules.check_spellings(trees, titles, synonyms)
    parent = rules.checked_parent(trees, parent)
    skill_id = rules.checked_id(trees, skill_id, titles)
    trees = store(api.portal.get(), KEY, Skills)
    trees.index(Skill(skill_id, titles=titles, parent=parent, synonyms=synonyms))
    answer_spellings(trees, skill_id, actor)
    return skill_id


def update(skill_id: str, *, actor: str, titles=None, synonyms=None, parent: str | None = None) -> bool:
    """Change what is given and return whether anything differs; who stored the id sees the change. Raises as `add`."""
    rules.require_manager(actor)
    trees, old = kept(), existing(skill_id)
    titles = rules.checked_titles(old.titles if titles is None else titles)
    synonyms = rules.checked_synonyms(old.synonyms if synonyms is None else synonyms, titles)
    rules.check_spellings(trees, titles, synonyms, own=old.id)
    parent = old.parent if parent is None else rules.checked_parent(trees, parent, own=old.id)
    if (titles, synonyms, parent) == (old.titles, old.synonyms, old.parent):
        return False
    _replace(trees, old, titles=titles, synonyms=synonyms, parent=parent)
    answer_spellings(trees, old.id, actor)
    notify(SkillRenamed(api.portal.get(), skill_id=old.id))
    return True


def merge(old_id: str, new_id: str, *, actor: str) -> None:
    """Let one skill take over another: its spellings, what is below it and, by `current`, every stored id.

    Raises NotAllowed, Missing when one of them is not there, Invalid when they are the same.
    """
    rules.require_manager(actor)
    trees, old, new = kept(), existing(old_id), existing(new_id)
    if old.id == new.id:
        raise Invalid(_("Choose another skill: this one cannot be merged with itself."), field="into")
    _lift(trees, old, new)
    for child in list(trees.children.get(old.id, ())):
        _replace(trees, trees.skills[child], parent=new.id)
    trees.unindex(old)
    trees.merged[old.id] = new.id
    own = new.spellings
    _replace(trees, new, synonyms=(*new.synonyms, *(text for key, text in old.spellings.items() if key not in own)))
    notify(SkillMerged(api.portal.get(), old=old.id, new=new.id))


def remove(skill_id: str, *, actor: str) -> None:
    """Remove a skill for good. Raises NotAllowed, Missing, Conflict while it is used or others stand below it."""
    rules.require_manager(actor)
    trees, old = kept(), existing(skill_id)
    if old.id in trees.children:
        raise Conflict(_("Other skills stand below this one: move or remove them first."))
    used = sum(use.count for use in uses(old.id))
    if used:
        raise Conflict(_("This skill is used ${count} times: merge it into another one.", mapping={"count": used}))
    trees.unindex(old)
    notify(SkillRemoved(api.portal.get(), skill_id=old.id))


def uses(skill_id: str) -> list[Use]:
    """Return how often each room names this skill, rooms that do not name it left out."""
    rooms = sorted(getAdapters((api.portal.get(),), ISkillUse))
    found = [Use(name, room.title, room.count(skill_id)) for name, room in rooms]
    return [use for use in found if use.count]


def existing(skill_id: str) -> Skill:
    """Return the stored skill of this id, or of the one that took it over; raise Missing."""
    found = kept().skills.get(current(skill_id) if isinstance(skill_id, str) else "")
    if found is None:
        raise Missing(_("This skill does not exist (any more)."))
    return found


def _lift(trees: Skills, old: Skill, new: Skill) -> None:
    """Take `new` out from under `old`, which is about to go."""
    if old.id in ancestors(new.id):
        _replace(trees, new, parent=old.parent)


def _replace(trees: Skills, skill: Skill, **values) -> None:
    trees.unindex(skill)
    for name, value in values.items():
        setattr(skill, name, value)
    trees.index(skill)
