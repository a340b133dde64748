"""What people change in their Plone profile is known here too."""

from bluegether.core.people import api
from Products.CMFCore.interfaces import IMemberData
from Products.PluggableAuthService.interfaces.events import IPropertiesUpdatedEvent
from zope.component import adapter


@adapter(IMemberData, IPropertiesUpdatedEvent)
def follow_profile(member, event) -> None:
    """Keep the name and mail address of the account equal to Plone's."""
    changed = {name: event.properties[name] for name in ("fullname", "email") if event.properties.get(name)}
    if changed:
        api.follow_profile(member.getId(), **changed)
