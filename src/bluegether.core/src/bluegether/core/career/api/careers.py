"""What every verb of the room needs: the stored career, checked texts, the history, who did something where."""

from bluegether.core import _
from bluegether.core.career.api.circle import enter
from bluegether.core.career.api.circle import nothing
from bluegether.core.career.api.circle import only_the_person
from bluegether.core.career.api.circle import sees_interview
from bluegether.core.career.interfaces import MAX_TEXT
from bluegether.core.career.interfaces import MAX_TITLE
from bluegether.core.career.storage import Career
from bluegether.core.career.storage import Careers
from bluegether.core.career.storage import KEY
from bluegether.core.career.storage import members
from bluegether.core.career.storage import microseconds
from bluegether.core.career.storage import Step
from bluegether.core.kit.annotation import store
from bluegether.core.kit.annotation import stored
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Invalid
from collections.abc import Iterator
from itertools import islice
from plone import api
import unicodedata


FORMER = ""  # stands for somebody who was erased


def kept() -> Careers | None:
    """Return the room's trees, or None. For questions."""
    return stored(api.portal.get(), KEY)


def keep() -> Careers:
    """Return the room's trees, made when they are missing. For verbs."""
    return store(api.portal.get(), KEY, Careers)


def stored_career(owner: str) -> Career | None:
    """Return what is stored of this person, or None; checks nobody."""
    found = kept()
    return found.careers.get(owner) if found is not None else None


def own_career(owner: str) -> Career:
    """Return what is stored of this person, made when it is missing; checks nobody."""
    found = keep()
    if owner not in found.careers:
        found.careers[owner] = Career()
    return found.careers[owner]


def setting(name: str):
    """Return a setting of the room."""
    return api.portal.get_registry_record(f"bluegether.career.{name}")


def words(value, *, field: str, maximum: int = MAX_TEXT, required: bool = False, lines: bool = True) -> str:
    """Return a text as it is kept; raise Invalid when it is none, too long, empty when required, or holds controls."""
    if not isinstance(value, str):
        raise Invalid(_("${name} cannot be read.", mapping={"name": field}), field=field)
    text = value.replace("\r\n", "\n").replace("\r", "\n").strip()
    if required and not text:
        raise Invalid(_("This is required."), field=field)
    if len(text) > maximum:
        raise Invalid(_("At most ${maximum} characters.", mapping={"maximum": maximum}), field=field)
    allowed = "\n\t" if lines else ""
    if any(unicodedata.category(sign) in ("Cc", "Cs") and sign not in allowed for sign in text):
        raise Invalid(_("Line breaks and control characters cannot be used here."), field=field)
    return text


def choice(value, known: tuple[str, ...], *, field: str) -> str:
    """Return the value; raise Invalid when it is none of those known."""
    if value not in known:
        raise Invalid(_("${name} cannot be read.", mapping={"name": field}), field=field)
    return value


def found_in(tree_name: str, owner: str, thing, userid: str):
    """Return a goal or wish; raise Missing when it is not there or not for this reader."""
    enter(owner, userid)
    career = stored_career(owner)
    one = getattr(career, tree_name).get(thing) if career is not None and is_id(thing) else None
    if one is None:
        raise nothing()
    return one


def is_id(thing) -> bool:
    """Return whether this can be the id of a thing."""
    return isinstance(thing, int) and not isinstance(thing, bool) and 0 <= thing < 2**63


def record(owner: str, actor: str, verb: str, subject: str, thing: int = 0, title: str = "") -> None:
    """Write a line of the history, and that this person did something in this career."""
    history = own_career(owner).history
    moment = now()
    key = -microseconds(moment)
    while key in history:
        key -= 1
    history[key] = Step(moment, actor, verb, subject, thing, title[:MAX_TITLE])
    note_touched(owner, actor)


def note_touched(owner: str, actor: str) -> None:
    """Keep in whose careers somebody did something: what is exported and erased of them."""
    if actor and actor != owner:
        members(keep().touched, actor).insert(owner)


def history(owner: str, *, userid: str, limit: int = 20) -> list[Step]:
    """Return what was done, newest first; lines about interviews only where the reader sees the interview."""
    enter(owner, userid)
    career = stored_career(owner)
    return list(islice(_visible(career, owner, userid), limit)) if career is not None else []


def _visible(career: Career, owner: str, userid: str) -> Iterator[Step]:
    seen: dict[int, bool] = {}
    for step in career.history.values():
        if step.subject == "interview" and step.thing not in seen:
            one = career.interviews.get(step.thing)
            seen[step.thing] = one is not None and sees_interview(owner, one, userid)
        if step.subject != "interview" or seen[step.thing]:
            yield step


def wants(owner: str, *, userid: str):
    """Return (text, when it was written) of what the person wants next."""
    enter(owner, userid)
    career = stored_career(owner)
    return (career.wants, career.wants_at) if career is not None else ("", None)


def want(owner: str, text: str, *, userid: str) -> None:
    """Write what one wants next. Raises NotAllowed for anybody but the person, Invalid for a long text."""
    only_the_person(owner, userid)
    text = words(text, field="next")
    career = own_career(owner)
    if text == career.wants:
        return
    career.wants, career.wants_at = text, now()
    record(owner, userid, "wanted", "next")
