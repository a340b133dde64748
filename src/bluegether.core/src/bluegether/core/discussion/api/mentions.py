"""Who a text names."""

from bluegether.core.people import api as people
import re


# As in people's rule for user ids; an address (name@company) is no mention, a closing full stop is not part of it.
MENTION = re.compile(r"(?<![\w@./+-])@([a-z][a-z0-9._-]{1,63})")
MAX_MENTIONS = 50


def mentions(text: str) -> tuple[str, ...]:
    """Return the user ids of those with access that the text names with @, in order, at most MAX_MENTIONS."""
    found: dict[str, None] = {}
    for match in MENTION.finditer(text):
        userid = match.group(1).rstrip("._-")
        if userid not in found and _is_here(userid):
            found[userid] = None
        if len(found) == MAX_MENTIONS:
            break
    return tuple(found)


def _is_here(userid: str) -> bool:
    return people.account(userid) is not None and people.has_access(userid)
