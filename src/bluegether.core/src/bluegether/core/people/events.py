"""What happened to people."""

from bluegether.core.kit.activity import Activity
from bluegether.core.people.interfaces import IAccessChanged
from bluegether.core.people.interfaces import IAccountCreated
from bluegether.core.people.interfaces import IInvitationExpired
from bluegether.core.people.interfaces import IPersonChanged
from bluegether.core.people.interfaces import IPersonForgotten
from zope.interface import implementer
from zope.interface.interfaces import ObjectEvent


@implementer(IAccountCreated)
class AccountCreated(Activity):
    """A person received an account."""

    verb = "people.account_created"

    def __init__(self, site, *, userid: str, actor: str):
        super().__init__(site, actor=actor)
        self.userid = userid


@implementer(IInvitationExpired)
class InvitationExpired(ObjectEvent):
    """An invitation was not answered in time."""

    def __init__(self, site, *, userid: str, invited_by: str, language: str):
        super().__init__(site)
        self.userid = userid
        self.invited_by = invited_by
        self.language = language


@implementer(IAccessChanged)
class AccessChanged(ObjectEvent):
    """A person's access ended, was suspended, or was given back."""

    def __init__(self, site, *, userid: str):
        super().__init__(site)
        self.userid = userid


@implementer(IPersonChanged)
class PersonChanged(ObjectEvent):
    """A person was made, or something of their account or profile changed."""


@implementer(IPersonForgotten)
class PersonForgotten(ObjectEvent):
    """A person was erased."""

    def __init__(self, site, *, userid: str):
        super().__init__(site)
        self.userid = userid
