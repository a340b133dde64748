"""Reactions: what is kept follows clients and missions, whoever changes them."""

from Acquisition import aq_base
from bluegether.core.missions import api as missions
from bluegether.core.missions.interfaces import IClient
from bluegether.core.missions.interfaces import IMission
from bluegether.core.missions.interfaces import IMissionsSettings
from bluegether.core.people.interfaces import IPersonChanged
from plone import api
from plone.registry.interfaces import IRecordModifiedEvent
from zope.component import adapter
from zope.container.interfaces import IContainerModifiedEvent
from zope.lifecycleevent.interfaces import IObjectAddedEvent
from zope.lifecycleevent.interfaces import IObjectModifiedEvent
from zope.lifecycleevent.interfaces import IObjectRemovedEvent


def _actor() -> str:
    return api.user.get_current().getId() or ""


@adapter(IClient, IObjectAddedEvent)
def client_added(client, _event) -> None:
    missions.change_client(client)


@adapter(IClient, IObjectModifiedEvent)
def client_changed(client, event) -> None:
    if not IContainerModifiedEvent.providedBy(event):
        missions.change_client(client)


@adapter(IClient, IObjectRemovedEvent)
def client_removed(client, event) -> None:
    if event.newParent is None:
        missions.forget_client(client, alone=event.object is client)


@adapter(IMission, IObjectAddedEvent)
def mission_added(mission, _event) -> None:
    missions.settle(mission, actor=getattr(aq_base(mission), "_v_actor", "") or _actor())
    mission.reindexObject()
    mission.reindexObjectSecurity()


@adapter(IMission, IObjectModifiedEvent)
def mission_changed(mission, event) -> None:
    names = {name.rpartition(".")[2] for part in event.descriptions for name in getattr(part, "attributes", ())}
    missions.settle(mission, actor=_actor(), values={"fields": sorted(names - {"revision", "overload_accepted"})})
    mission.reindexObject()
    mission.reindexObjectSecurity()


@adapter(IMission, IObjectRemovedEvent)
def mission_removed(mission, event) -> None:
    if event.newParent is None:
        missions.forget_mission(mission)


@adapter(IPersonChanged)
def person_changed(event) -> None:
    """Let the manager whom somebody has now find that person's missions."""
    missions.follow_manager(event.object.getId())


@adapter(IRecordModifiedEvent)
def settings_changed(event) -> None:
    """Look at every mission again when the weeks are others."""
    if event.record.interfaceName == IMissionsSettings.__identifier__:
        missions.plan_all()
