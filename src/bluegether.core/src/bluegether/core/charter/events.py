"""What happened to the charter."""

from bluegether.core.charter.interfaces import ICharterPutInForce
from bluegether.core.charter.interfaces import ICharterSigned
from bluegether.core.kit.activity import Activity
from zope.interface import implementer


@implementer(ICharterPutInForce)
class CharterPutInForce(Activity):
    """A version came into force."""

    verb = "charter.put_in_force"


@implementer(ICharterSigned)
class CharterSigned(Activity):
    """A person accepted or declined, or their time to do so was over."""

    verb = "charter.signed"

    def __init__(self, site, *, actor: str, version: str, outcome: str):
        super().__init__(site, actor=actor)
        self.version = version
        self.outcome = outcome
