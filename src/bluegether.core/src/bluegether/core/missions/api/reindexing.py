"""What the catalog knows of missions follows those who are concerned by them."""

from bluegether.core.kit import found
from bluegether.core.kit.annotation import store
from bluegether.core.missions.api.rules import kept
from bluegether.core.missions.storage import KEY
from bluegether.core.missions.storage import Missions
from bluegether.core.people import api as people
from plone import api


def reindex(uid: str) -> None:
    """Let the catalog find a mission by its words of now, and for those whom it concerns now."""
    mission = found.anything(uid)
    if mission is not None:
        mission.reindexObject(idxs=["SearchableText", "Title"])
        mission.reindexObjectSecurity()
        for userid in kept().records[uid].userids:
            note_manager(userid)


def note_manager(userid: str) -> None:
    """Remember whom the catalog lets in as this consultant's manager."""
    store(api.portal.get(), KEY, Missions).managers[userid] = people.manager_of(userid)


def follow_manager(userid: str) -> None:
    """Let the manager whom this person has now find their missions; nothing happens when it is the same."""
    trees = kept()
    if trees is None or trees.managers.get(userid, "") == people.manager_of(userid):
        return
    for uid in {period.mission_uid for period in trees.people.get(userid, ())}:
        reindex(uid)
