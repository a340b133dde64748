"""What people change in their Plone profile is known here too."""

from bluegether.core.kit.deed import done
from bluegether.core.people import api
from bluegether.core.people.api.persons import follow_account
from bluegether.core.people.interfaces import IAccessChanged
from bluegether.core.people.interfaces import IPersonChanged
from bluegether.core.skills.interfaces import ISkillMerged
from Products.CMFCore.interfaces import IMemberData
from Products.PluggableAuthService.interfaces.events import IPropertiesUpdatedEvent
from zope.component import adapter


@adapter(IMemberData, IPropertiesUpdatedEvent)
def follow_profile(member, event) -> None:
    """Keep the name and mail address of the account equal to Plone's."""
    changed = {name: event.properties[name] for name in ("fullname", "email") if event.properties.get(name)}
    if changed:
        api.follow_profile(member.getId(), **changed)


@adapter(ISkillMerged)
def follow_merge(event) -> None:
    """Count the profiles of a skill under the one that took it over."""
    api.follow_merge(event.old, event.new)


@adapter(IAccessChanged)
def follow_access(event) -> None:
    """Let the content be found by what may be shown of the person now."""
    person = api.account(event.userid)
    if person is not None:
        follow_account(person)


@adapter(IPersonChanged)
def completed(event) -> None:
    """Say that nothing is missing in a profile; said again, it is one deed."""
    if api.completion(event.object).percent == 100:
        done("people.profile_complete", event.object.getId(), thing="profile")
