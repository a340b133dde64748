"""Who signs in takes part: noted once a day."""

from bluegether.core.adoption import api as adoption
from Products.PluggableAuthService.interfaces.events import IUserLoggedInEvent
from zope.component import adapter


@adapter(IUserLoggedInEvent)
def note_sign_in(event) -> None:
    adoption.note_sign_in(event.object.getId() or "")
