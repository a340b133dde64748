"""What Plone's catalog knows of clients and missions: nothing that who may view them may not read, and no amount."""

from bluegether.core.missions import api as missions
from bluegether.core.missions.interfaces import IClient
from bluegether.core.missions.interfaces import IMission
from bluegether.core.people import api as people
from bluegether.core.skills import api as skills
from plone.indexer import indexer


@indexer(IMission)
def mission_text(mission) -> str:
    """Return the words that a mission is found by: role, client, place, consultants, skills."""
    client = missions.client(mission.client or "")
    userids = dict.fromkeys(row["userid"] for row in mission.consultants or () if row.get("userid"))
    names = [person.fullname for person in map(people.account, userids) if person is not None]
    titles = [skills.title(skill_id) for skill_id in mission.skills or ()]
    words = [mission.title, client.title if client is not None else "", mission.place, *names, *titles]
    return " ".join(word for word in words if word)


@indexer(IClient)
def client_text(client) -> str:
    """Return the words that a client is found by."""
    cities = [row.get("city") for row in client.sites or ()]
    return " ".join(word for word in (client.title, client.sector, *cities) if word)
