"""What somebody who types may mean: people and skills."""

from bluegether.core.directory.api.criteria import MAX_TEXT
from bluegether.core.directory.api.readers import view_of
from bluegether.core.directory.api.searching import search
from bluegether.core.directory.interfaces import Criteria
from bluegether.core.people import api as people
from bluegether.core.skills import api as skills
from dataclasses import dataclass
from itertools import islice


@dataclass(frozen=True)
class Suggestions:
    """`people`: (user id, full name, job); `skills`: (id, title)."""

    people: tuple[tuple[str, str, str], ...] = ()
    skills: tuple[tuple[str, str], ...] = ()


def suggest(reader: str, text: str, *, limit: int = 6) -> Suggestions:
    """Return whom and which skills the text may mean, best first; no skill says whether anybody has it."""
    text = text.strip()
    if not text or len(text) > MAX_TEXT:
        return Suggestions()
    found = search(reader, Criteria(text=text), size=limit).rows
    return Suggestions(
        tuple((one.userid, one.fullname, one.job) for one in map(people.account, found)),
        tuple((one.id, one.title) for one in skills.suggest(text, limit=limit)),
    )


def written(reader: str, facet: str, limit: int = 50) -> list[tuple[str, str]]:
    """Return the first (value, how it is written) of a facet that the reader may know."""
    view = view_of(reader)
    return list(islice(view.values(facet), limit)) if view is not None else []
