"""An arrival starts with the account."""

from bluegether.core.journeys import api
from bluegether.core.people.interfaces import IAccountCreated
from zope.component import adapter


@adapter(IAccountCreated)
def start(event) -> None:
    """Begin the arrival of kinds that have a template."""
    api.start(event.userid)
