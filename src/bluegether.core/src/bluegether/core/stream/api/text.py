"""What a post's text means: mentions, hashtags, links. Plain text; nothing here makes HTML.

Every expression is a single run of one class of signs, so that the time is linear in the text's length.
"""

from bluegether.core.people import api as people
from collections.abc import Iterator
from dataclasses import dataclass
import re
import unicodedata


MENTIONS = 50
HASHTAGS = 30
HASHTAG_LENGTH = 50
TOKEN = re.compile(
    r"(?P<link>https?://[^\s<>\"'«»]+)"
    r"|(?<![\w@/.])@(?P<mention>[a-z][a-z0-9._-]{1,63})(?!\w)"
    r"|(?<![\w#&/])#(?P<hashtag>\w{2,50})(?!\w)"
)
CLOSING = ".,;:!?)]}…"


@dataclass(frozen=True)
class Part:
    """A piece of a text: `kind` is text, link, mention or hashtag; `value` what it points to."""

    kind: str
    text: str
    value: str = ""


def folded(hashtag: str) -> str:
    """Return the hashtag as it is stored and compared: no #, no case."""
    return unicodedata.normalize("NFC", hashtag.lstrip("#").casefold())


def is_hashtag(text: str) -> bool:
    """Return whether this can be a (folded) hashtag: letters, digits and underscores, not only digits."""
    return 2 <= len(text) <= HASHTAG_LENGTH and re.fullmatch(r"\w+", text) is not None and not text.isdigit()


def hashtags(text: str) -> tuple[str, ...]:
    """Return the folded hashtags of the text in their order, each once, at most 30."""
    return tuple(dict.fromkeys(part.value for part in parts(text) if part.kind == "hashtag"))[:HASHTAGS]


def mentions(text: str) -> tuple[str, ...]:
    """Return the user ids mentioned, each once, at most 50; neither a client nor who left can be mentioned."""
    named = dict.fromkeys(part.value for part in parts(text) if part.kind == "mention")
    return tuple(filter(people.has_access, named))[:MENTIONS]


def parts(text: str) -> Iterator[Part]:
    """Return the text cut into parts; their texts joined are the text again."""
    position = 0
    for match in TOKEN.finditer(text):
        part = _part(match)
        if part is None:
            continue
        if match.start() > position:
            yield Part("text", text[position : match.start()])
        yield part
        position = match.start() + len(part.text)
    if position < len(text):
        yield Part("text", text[position:])


def _part(match) -> Part | None:
    if match["link"]:
        address = match["link"].rstrip(CLOSING)
        return Part("link", address, address) if len(address) > len("https://") else None
    if match["mention"]:
        userid = match["mention"].rstrip("._-")
        return Part("mention", f"@{userid}", userid) if may_be_mentioned(userid) else None
    hashtag = folded(match["hashtag"])
    return Part("hashtag", f"#{match['hashtag']}", hashtag) if is_hashtag(hashtag) else None


def may_be_mentioned(userid: str) -> bool:
    """Return whether the person is of the network: accounts of clients are unknown here."""
    person = people.account(userid)
    return person is not None and person.kind != "client"
