"""The directory of spaces: what the signed-in person may know of, from the catalog; no space is woken."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.spaces.api.reading import Batch
from bluegether.core.spaces.api.reading import spaces_of
from bluegether.core.spaces.interfaces import TEMPLATES
from bluegether.core.spaces.interfaces import VISIBILITIES
from plone import api


LIVE = list(VISIBILITIES)
GONE = [f"archived_{name}" for name in LIVE]
SHOWS = {"": LIVE, "open": ["open"], "mine": [*LIVE, *GONE], "archived": GONE}
MAX_TEXT = 100
MAX_WORDS = 8


def listing(*, userid: str, text: str = "", kind: str = "", show: str = "", start: int = 0, size: int = 24) -> Batch:
    """Return catalog brains of spaces by title, of those that the signed-in person may know of.

    `show` is "" (in use), open, mine or archived. Raises Invalid for a kind or show that is none.
    """
    if kind not in ("", *TEMPLATES):
        raise Invalid(_("There is no such kind of space."), field="kind")
    if show not in SHOWS:
        raise Invalid(_("There is no such choice of spaces."), field="show")
    found = api.portal.get_tool("portal_catalog")(**_query(userid, text[:MAX_TEXT], kind, show))
    return Batch(list(found[start : start + size]), len(found))


def _query(userid: str, text: str, kind: str, show: str) -> dict:
    wanted = {"portal_type": "Space", "sort_on": "sortable_title", "review_state": SHOWS[show]}
    words = _words(text)
    if words:
        wanted["SearchableText"] = " ".join(f"{word}*" for word in words)
    if kind:
        wanted["space_template"] = kind
    if show == "mine":
        wanted["UID"] = list(spaces_of(userid)) or ["none"]
    return wanted


def _words(text: str) -> list[str]:
    """Return the words of a text, without what the index takes as an operator."""
    plain = "".join(sign if sign.isalnum() else " " for sign in text)
    return [word for word in plain.split() if word.upper() not in ("AND", "OR", "NOT")][:MAX_WORDS]
