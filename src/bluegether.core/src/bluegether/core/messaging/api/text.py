"""What a message's text means: links and the names of people; and the words that it is found by."""

from bluegether.core.people import api as people
from collections.abc import Iterator
from dataclasses import dataclass
import re
import unicodedata


TOKEN = re.compile(r"(?P<link>https?://[^\s<>\"'«»]+)|(?<![\w@/.])@(?P<mention>[a-z][a-z0-9._-]{1,63})(?!\w)")
CLOSING = ".,;:!?)]}…"
WORD = re.compile(r"\w+")
WORD_LENGTH = 40
WORDS = 2000


@dataclass(frozen=True)
class Part:
    """A piece of a text: `kind` is text, link or mention; `value` the address or the user id."""

    kind: str
    text: str
    value: str = ""


def parts(text: str) -> Iterator[Part]:
    """Return the text cut into parts; a name with @ of nobody in the network stays text."""
    position = 0
    for match in TOKEN.finditer(text):
        part = _part(match)
        if part is None:
            continue
        if match.start() > position:
            yield Part("text", text[position : match.start()])
        yield part
        position = match.start() + len(match.group().rstrip(CLOSING if part.kind == "link" else "._-"))
    if position < len(text):
        yield Part("text", text[position:])


def _part(match) -> Part | None:
    if match["link"]:
        address = match["link"].rstrip(CLOSING)
        return Part("link", address, address) if len(address) > len("https://") else None
    userid = match["mention"].rstrip("._-")
    account = people.account(userid)
    if account is None or account.kind == "client":
        return None
    return Part("mention", account.fullname, userid)


def folded(text: str) -> str:
    """Return the text without accents and case, as words are compared."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def words(text: str) -> list[str]:
    """Return the folded words of a text, each once."""
    found = (word[:WORD_LENGTH] for word in WORD.findall(folded(text)) if len(word) > 1)
    return list(dict.fromkeys(found))[:WORDS]
