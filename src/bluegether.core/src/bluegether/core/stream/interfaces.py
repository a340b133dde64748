"""Contracts and events of the stream."""

from bluegether.core.discussion.interfaces import IDiscussed
from bluegether.core.kit.interfaces import IActivity
from zope.annotation.interfaces import IAttributeAnnotatable
from zope.interface import Attribute
from zope.interface.interfaces import IObjectEvent


class IEntry(IAttributeAnnotatable):
    """One entry of the stream: a post, or an activity of the portal that entered by itself.

    Its address is `<portal>/@@stream/<id>`. Other rooms may annotate it; they MUST NOT change it.
    """

    id = Attribute("Positive number: microseconds since 1970, times 1024, plus chance; newer is greater")
    author = Attribute("User id of who wrote it or did it")
    verb = Attribute('"" for a post, else the activity\'s verb')
    kind = Attribute("message, feedback, question, praise or poll; empty for an activity")
    text = Attribute("Plain text as its author wrote it; empty for an activity")
    audience = Attribute("A `kit.audience.Audience`; the author always sees the entry")
    hashtags = Attribute("Tuple of folded hashtags, without #")
    mentions = Attribute("Tuple of the user ids that the text mentions; never a client's")
    uid = Attribute("UID of the content that the activity is about, or empty")
    edited = Attribute("Aware datetime of the last edit, or None")
    pictures = Attribute("Tuple of (alternative text, width, height); the files are served below its address")
    documents = Attribute("Tuple of the UIDs of attached content: show a title only to who may see the content")
    quoted = Attribute("Id of the entry that it shares, or 0")
    praised = Attribute("Tuple of the user ids that it praises")
    value = Attribute("Title of the charter's article that it praises")
    comments = Attribute("How many comments it has, kept beside")
    reactions = Attribute("Tuple of (reaction, how many people gave it), kept beside")
    hidden = Attribute("True while nobody may see it: unpublished, or hidden by moderation")


class IPublication(IDiscussed):
    """An entry that is addressed: `<portal>/@@stream/<id>`, made for the request."""

    entry = Attribute("The `IEntry`, or None")


class IPosted(IActivity):
    """A member wrote a post; `object` is the entry."""


class IAsked(IPosted):
    """The post is a question: a room of questions may take it from here."""


class IEdited(IObjectEvent):
    """The author changed a post's text; `object` is the entry."""


class IWithdrawn(IObjectEvent):
    """An entry is no longer shown: deleted or hidden; `object` is the entry."""
