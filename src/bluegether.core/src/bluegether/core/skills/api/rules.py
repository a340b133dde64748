"""Who may change the taxonomy, and what a skill must be."""

from bluegether.core import _
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.skills import spelling
from bluegether.core.skills.api.taxonomy import current
from bluegether.core.skills.api.taxonomy import title
from bluegether.core.skills.interfaces import LANGUAGES
from bluegether.core.skills.storage import Skills
from collections.abc import Iterable
from plone import api
import re


MAX_TITLE = 80
MAX_SYNONYMS = 100
MAX_DEPTH = 5
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
SEPARATORS = re.compile(r"[,;|<>\x00-\x1f\x7f]")


def can_manage(userid: str) -> bool:
    """Return whether this person may change the taxonomy."""
    return _has(userid, "BlueGether: Manage skills")


def can_propose(userid: str) -> bool:
    """Return whether this person may propose missing skills: a member, no client."""
    return _has(userid, "BlueGether: Propose skills")


def require_manager(actor: str) -> None:
    """Raise NotAllowed unless this is somebody who may manage skills, or the portal itself (empty)."""
    if actor and not can_manage(actor):
        raise NotAllowed(_("You may not change the skills."))


def checked_text(value, field: str) -> str:
    """Return one spelling on one line; raise Invalid when it is none."""
    if not isinstance(value, str):
        raise Invalid(_("The text must be plain text."), field=field)
    line = " ".join(value.split())
    if len(line) > MAX_TITLE:
        raise Invalid(_("At most ${maximum} signs are possible.", mapping={"maximum": MAX_TITLE}), field=field)
    if SEPARATORS.search(line):
        message = _("“${text}”: a name has no comma, semicolon, bar or angle bracket.", mapping={"text": line})
        raise Invalid(message, field=field)
    if line and not spelling.key(line):
        raise Invalid(_("“${text}” has no letter and no figure.", mapping={"text": line}), field=field)
    return line


def checked_titles(titles) -> dict[str, str]:
    """Return a title in every language, one standing in for one that is missing; raise Invalid without any."""
    if not isinstance(titles, dict) or not set(titles) <= set(LANGUAGES):
        raise Invalid(_("Give the titles in French (fr) and English (en)."), field="titles")
    lines = {language: checked_text(titles.get(language) or "", f"title_{language}") for language in LANGUAGES}
    spare = next(filter(None, lines.values()), "")
    if not spare:
        raise Invalid(_("Give a title."), field=f"title_{LANGUAGES[0]}")
    return {language: line or spare for language, line in lines.items()}


def checked_synonyms(synonyms, titles: dict[str, str]) -> tuple[str, ...]:
    """Return the spellings that are not titles already, each once; raise Invalid for what is none."""
    if isinstance(synonyms, str) or not isinstance(synonyms, Iterable):
        raise Invalid(_("The synonyms must be a list of texts."), field="synonyms")
    lines = [checked_text(text, "synonyms") for text in synonyms]
    found = {spelling.key(text): text for text in reversed(lines) if text}
    for text in titles.values():
        found.pop(spelling.key(text), None)
    if len(found) > MAX_SYNONYMS:
        message = _("At most ${maximum} synonyms are possible.", mapping={"maximum": MAX_SYNONYMS})
        raise Invalid(message, field="synonyms")
    return tuple(reversed(found.values()))


def check_spellings(trees: Skills, titles: dict[str, str], synonyms: tuple[str, ...], own: str = "") -> None:
    """Raise Conflict when another skill is spelled so, naming it."""
    fields = [(f"title_{language}", titles[language]) for language in LANGUAGES]
    for field, text in (*fields, *(("synonyms", text) for text in synonyms)):
        other = trees.spellings.get(spelling.key(text), own)
        if other != own:
            values = {"text": text, "other": title(other)}
            raise Conflict(_("“${text}” is a spelling of “${other}” already.", mapping=values), field=field)


def checked_parent(trees: Skills, parent, own: str = "") -> str:
    """Return the current id of the parent; raise Missing for an unknown one, Invalid for a loop or too deep a tree."""
    if not parent:
        return ""
    found = current(parent) if isinstance(parent, str) else ""
    if not found:
        raise Missing(_("This family does not exist."), field="parent")
    line = [found]
    while trees.skills[line[-1]].parent:
        line.append(trees.skills[line[-1]].parent)
    if own in line:
        raise Invalid(_("A skill cannot stand below itself."), field="parent")
    if len(line) + _height(trees, own) > MAX_DEPTH:
        message = _("At most ${maximum} levels are possible.", mapping={"maximum": MAX_DEPTH})
        raise Invalid(message, field="parent")
    return found


def checked_id(trees: Skills, skill_id, titles: dict[str, str]) -> str:
    """Return the id of a new skill, made from its English title by default; raise Invalid or Conflict."""
    if not skill_id:
        return _free_id(trees, spelling.slug(titles["en"]) or "skill")
    if not isinstance(skill_id, str) or not ID.match(skill_id) or len(skill_id) > MAX_TITLE:
        raise Invalid(_("An identifier has small letters, figures and hyphens."), field="id")
    if _taken(trees, skill_id):
        raise Conflict(_("This identifier is taken."), field="id")
    return skill_id


def _taken(trees: Skills, skill_id: str) -> bool:
    return skill_id in trees.skills or skill_id in trees.merged


def _free_id(trees: Skills, wanted: str) -> str:
    found, number = wanted, 1
    while _taken(trees, found):
        number += 1
        found = f"{wanted}-{number}"
    return found


def _height(trees: Skills, skill_id: str) -> int:
    """Return how many levels the skill and what is below it take."""
    below = trees.children.get(skill_id, ()) if skill_id else ()
    return 1 + max((_height(trees, child) for child in below), default=0)


def _has(userid: str, permission: str) -> bool:
    mine = api.user.get_current()
    user = mine if mine.getId() == userid else api.user.get(userid=userid)
    return user is not None and bool(api.user.has_permission(permission, user=user, obj=api.portal.get()))
