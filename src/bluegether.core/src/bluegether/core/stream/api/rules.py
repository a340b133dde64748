"""Who may do what in the stream, and the bounds of what is accepted."""

from bluegether.core import _
from bluegether.core.kit.audience import Audience
from bluegether.core.kit.audience import includes
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.text import cleaned
from bluegether.core.people import api as people
from bluegether.core.spaces import api as spaces
from bluegether.core.stream.storage import Entry
from dataclasses import dataclass
from dataclasses import field
from plone import api


KINDS = ("message", "feedback", "question", "praise", "poll")
TEXT_LENGTH = 10_000
LABEL_LENGTH = 80
MAX_ID = 1 << 62


@dataclass(frozen=True)
class Reader:
    """Who reads, looked up once per page."""

    userid: str
    kind: str = ""
    muted: frozenset = frozenset()
    choices: object = None  # the person's record, or None
    outside: bool = False  # sees what is in their own spaces and nothing else
    asked: dict = field(default_factory=dict, compare=False)  # UID of a space -> whether they see it; of one page

    def sees_space(self, uid: str) -> bool:
        """Return whether the reader sees what is inside the space, asked once for a page."""
        if uid not in self.asked:
            self.asked[uid] = spaces.may_see(uid, self.userid)
        return self.asked[uid]


def sees(entry: Entry, reader: Reader) -> bool:
    """Return whether the reader may see the entry now; a client never, the author always unless it is hidden.

    What is for a space is seen by who sees the space now: whoever left it sees nothing of it, not even their own.
    """
    if entry.hidden or not reader.userid or reader.kind == "client":
        return False
    if entry.audience.spaces:
        return any(map(reader.sees_space, entry.audience.spaces))
    if reader.outside and not entry.uid:
        return False
    return entry.author == reader.userid or entry.for_everyone or includes(entry.audience, reader.userid)


def may_talk(entry: Entry, userid: str) -> bool:
    """Return whether the person, who sees the entry, comments on it: of a space, only who may write there."""
    return not entry.audience.spaces or any(spaces.may_post(uid, userid) for uid in entry.audience.spaces)


def may_post() -> bool:
    """Return whether the signed-in person may write."""
    return _has("BlueGether: Post")


def may_pin() -> bool:
    """Return whether the signed-in person may pin entries."""
    return _has("BlueGether: Pin Post")


def may_edit(entry: Entry, userid: str) -> bool:
    """Return whether the person may change the text: its author."""
    return entry.verb == "" and entry.author == userid


def may_delete(entry: Entry, userid: str) -> bool:
    """Return whether the person may delete the entry: the author of a post. Moderation hides, it does not delete."""
    return may_edit(entry, userid)


def may_rename_hashtags() -> bool:
    """Return whether the signed-in person may rename and merge hashtags."""
    return _has("BlueGether: Rename Hashtag")


def checked_text(text, *, empty: bool = False) -> str:
    """Return the cleaned text; raise Invalid when it is empty (unless it may be), too long or no text."""
    if not isinstance(text, str):
        raise Invalid(_("The text must be plain text."), field="text")
    plain = cleaned(text)
    if not plain and not empty:
        raise Invalid(_("Write something first."), field="text")
    if len(plain) > TEXT_LENGTH:
        values = {"length": len(plain), "maximum": TEXT_LENGTH}
        raise Invalid(_("The text has ${length} signs; at most ${maximum} are possible.", mapping=values), field="text")
    return plain


def checked_kind(kind) -> str:
    """Return the kind of post; raise Invalid when there is none such."""
    if kind not in KINDS:
        raise Invalid(_("This kind of post does not exist."), field="kind")
    return kind


def checked_audience(units, space: str = "", *, author: str = "") -> Audience:
    """Return the audience of these units or of this space, everyone's when there are none.

    Raises Invalid for an unknown unit or both, Missing and NotAllowed for a space in which the author may not write.
    """
    if space:
        return _of_space(space, units, author)
    if spaces.is_outside(author) and author:
        raise NotAllowed(_("You publish in your spaces only."), field="units")
    if not isinstance(units, list | tuple) or not all(isinstance(unit, str) for unit in units):
        raise Invalid(_("The units must be a list of identifiers."), field="units")
    if not set(units) <= set(people.units()):
        raise Invalid(_("This unit does not exist."), field="units")
    return Audience(units=tuple(dict.fromkeys(units)))


def _of_space(space, units, author: str) -> Audience:
    if units or not isinstance(space, str):
        raise Invalid(_("Choose units or one space."), field="space")
    if not spaces.may_know(space, author):
        raise Missing(_("There is no such space."), field="space")
    if not spaces.may_post(space, author):
        raise NotAllowed(_("You do not publish in this space."), field="space")
    return Audience(spaces=(space,))


def checked_label(value, field: str) -> str:
    """Return one short line; raise Invalid when it is too long or no text."""
    if not isinstance(value, str):
        raise Invalid(_("The text must be plain text."), field=field)
    line = " ".join(cleaned(value).split())
    if len(line) > LABEL_LENGTH:
        raise Invalid(_("At most ${maximum} signs are possible.", mapping={"maximum": LABEL_LENGTH}), field=field)
    return line


def checked_id(value, *, field: str = "id") -> int:
    """Return an entry's id from what a person sent, as digits; raise Invalid when it cannot be one."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 20 and int(value) < MAX_ID:
        return int(value)
    raise Invalid(_("This is not the number of a publication."), field=field)


def id_in_path(params: list[str]) -> int:
    """Return the id that an address ends with; raise Missing when it is none."""
    try:
        return checked_id(params[0] if len(params) == 1 else None)
    except Invalid:
        raise Missing(_("This publication does not exist (any more).")) from None


def require(allowed: bool) -> None:
    """Raise NotAllowed unless it is allowed."""
    if not allowed:
        raise NotAllowed(_("You may not do this."))


def _has(permission: str) -> bool:
    return bool(api.user.has_permission(permission, obj=api.portal.get()))
