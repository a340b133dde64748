"""What happened to people."""

from bluegether.core.kit.activity import Activity
from bluegether.core.people.interfaces import IAccountCreated
from zope.interface import implementer


@implementer(IAccountCreated)
class AccountCreated(Activity):
    """A person received an account."""

    verb = "people.account_created"

    def __init__(self, site, *, userid: str, actor: str):
        super().__init__(site, actor=actor)
        self.userid = userid
