"""A field that holds the user id of a member; forms and REST take a full name too."""

from zope import schema
from zope.interface import implementer
from zope.schema.interfaces import ITextLine
import re


# What a room writes in place of somebody whose data are erased, where a fact has to stay.
FORMER = re.compile(r"former-[0-9a-f]{8}\Z")


class IMemberField(ITextLine):
    """A field that holds a user id."""


@implementer(IMemberField)
class Member(schema.TextLine):
    """The user id of a member. Whether there is one is for the room to check, when it is new."""
