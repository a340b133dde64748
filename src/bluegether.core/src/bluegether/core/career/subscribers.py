"""The company changes: somebody is new, has another manager, another employment."""

from bluegether.core.career import api as career
from bluegether.core.people.interfaces import IAccountCreated
from bluegether.core.people.interfaces import IPersonChanged
from zope.component import adapter


@adapter(IAccountCreated)
def created(event) -> None:
    """Count the interviews of somebody new from their arrival."""
    career.watch(event.userid)


@adapter(IPersonChanged)
def changed(event) -> None:
    """Follow the employment and the manager."""
    career.watch(event.object.getId())
    career.follow_company(event.object.getId())
