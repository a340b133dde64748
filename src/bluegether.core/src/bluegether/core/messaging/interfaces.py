"""Settings of messages."""

from bluegether.core import _
from zope import schema
from zope.interface import Interface


class IMessagingSettings(Interface):
    """Settings of the room, in the registry under `bluegether.messaging`."""

    edit_minutes = schema.Int(
        title=_("Minutes in which a message can be changed"),
        description=_("Deleting one’s own message is always possible."),
        default=15,
        min=0,
        max=10080,
    )
    participants = schema.Int(title=_("People in one conversation at most"), default=50, min=3, max=200)
    files = schema.Int(title=_("Files in one message at most"), default=5, min=0, max=20)
    file_size = schema.Int(title=_("Size of one file at most, in MB"), default=10, min=1, max=100)
    receipts = schema.Bool(
        title=_("Read receipts are possible"),
        description=_("Even then they are shown only between people who both accept them."),
        default=True,
        required=False,
    )
    conversations_per_day = schema.Int(title=_("New conversations a day at most"), default=15, min=1, max=1000)
    messages_per_day = schema.Int(title=_("Messages a day at most"), default=500, min=1, max=10000)
    messages_per_minute = schema.Int(title=_("Messages a minute at most"), default=20, min=1, max=1000)
    new_days = schema.Int(title=_("Days for which an account is new"), default=3, min=0, max=60)
    new_conversations = schema.Int(title=_("New conversations a day of a new account"), default=2, min=0, max=1000)
    new_messages = schema.Int(title=_("Messages a day of a new account"), default=5, min=0, max=10000)
