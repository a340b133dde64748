"""A comment's text as HTML: a little Markdown, links and mentions; whatever else a person types is shown as typed.

markdown-it does the parsing, with HTML off (it is escaped) and images off; it refuses addresses of javascript:,
vbscript:, file: and data:. What it leaves as plain text is searched here for web addresses and mentions.
"""

from bluegether.core.discussion.api.mentions import MENTION
from bluegether.core.people import api as people
from collections.abc import Iterator
from markdown_it import MarkdownIt
from markdown_it.token import Token
from plone import api
from urllib.parse import urlsplit
import re


RULES = ["newline", "emphasis", "backticks", "link", "autolink", "escape", "list", "blockquote", "fence"]
parser = MarkdownIt("zero", {"html": False, "breaks": True, "maxNesting": 20}).enable(RULES)
ADDRESS = re.compile(r"https?://[^\s<>\"'`]+")
CLOSING = ".,;:!?)]}»"
SCHEMES = ("http", "https", "mailto")
# Links that people write: not followed by robots, and the page behind does not learn where it was written.
RELATION = "nofollow noopener noreferrer ugc"


def html(text: str) -> str:
    """Return the text as HTML that is safe to insert."""
    tokens = parser.parse(text)
    for token in tokens:
        if token.type == "inline":
            token.children = list(_finished(token.children or []))
    return parser.renderer.render(tokens, parser.options, {})


def _finished(children: list[Token]) -> Iterator[Token]:
    inside = 0
    for token in children:
        inside += token.nesting if token.type.startswith("link_") else 0
        if token.type == "link_open":
            _tame(token)
        if token.type == "text" and not inside:
            yield from _with_addresses(token.content)
        else:
            yield token


def _tame(token: Token) -> None:
    address = str(token.attrs.get("href", ""))
    token.attrs = {"href": address if _harmless(address) else "", "rel": RELATION}


def _harmless(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in SCHEMES or not (parts.scheme or parts.netloc)


def _with_addresses(text: str) -> Iterator[Token]:
    position = 0
    for match in ADDRESS.finditer(text):
        address = match.group().rstrip(CLOSING)
        yield from _with_mentions(text[position : match.start()])
        if _harmless(address):
            yield from _link(address)
        else:
            yield _text(address)
        position = match.start() + len(address)
    yield from _with_mentions(text[position:])


def _with_mentions(text: str) -> Iterator[Token]:
    position = 0
    for match in MENTION.finditer(text):
        userid = match.group(1).rstrip("._-")
        person = people.account(userid)
        if person is None:
            continue
        yield _text(text[position : match.start()])
        yield Token("strong_open", "strong", 1, attrs={"class": "mention", "title": f"@{userid}"})
        yield _text(person.fullname)
        yield Token("strong_close", "strong", -1)
        yield from _away(userid)
        position = match.end(1) - len(match.group(1)) + len(userid)
    yield _text(text[position:])


def _away(userid: str) -> Iterator[Token]:
    note = people.away_note(userid)
    if note:
        yield Token("small_open", "small", 1, attrs={"class": "mention-away"})
        yield _text(f" ({api.portal.translate(note)})")
        yield Token("small_close", "small", -1)


def _link(address: str) -> Iterator[Token]:
    yield Token("link_open", "a", 1, attrs={"href": address, "rel": RELATION})
    yield _text(address)
    yield Token("link_close", "a", -1)


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)
