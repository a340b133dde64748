"""What tests of expertise share: people of the network with skills, and endorsements of them."""

from bluegether.core.expertise import api as expertise
from bluegether.core.people import api as people
from bluegether.core.people.testing import PASSWORD
from bluegether.core.people.testing import PeopleTest
from bluegether.core.skills import api as skills


PEOPLE = (("ana", "lyon"), ("bob", "lyon"), ("cleo", "paris"), ("dan", "paris"), ("eve", ""))


class ExpertiseTest(PeopleTest):
    """Ana knows Kubernetes (4), Helm below it (3) and Python (2), and shows an experience; Carl is a client."""

    def setUp(self):
        super().setUp()
        self.set("units", {"lyon": "Lyon", "paris": "Paris"})
        for name, parent in (("Cloud", ""), ("Kubernetes", "cloud"), ("Helm", "kubernetes"), ("Python", "")):
            skills.add({"fr": name}, parent=parent, actor="")
        for userid, unit in PEOPLE:
            self.create(userid, kind="consultant", unit=unit, fullname=f"{userid.title()} Test", password=PASSWORD)
        self.create("carl", kind="client", password=PASSWORD)
        self.knows("ana", kubernetes=4, helm=3, python=2)

    def knows(self, userid: str, **levels: int) -> None:
        """Let somebody say what they know."""
        rows = [self.row(skill_id, level) for skill_id, level in levels.items()]
        experience = {"title": "Migration", "company": "", "client_confidential": False, "sector": "", "start": None}
        experience |= {"end": None, "place": "", "description": "", "skills": []}
        values = {"skills": rows, "experiences": [experience]}
        people.update_profile(people.person(userid), "skills", values, actor=userid)

    def row(self, skill_id: str, level: int) -> dict:
        return {"skill": skill_id, "level": level, "years": None, "last_used": None, "again": False}

    def endorse(self, skill_id: str, *endorsers: str, owner: str = "ana") -> None:
        """Let colleagues endorse a skill."""
        for endorser in endorsers:
            expertise.endorse(owner, skill_id, actor=endorser)

    def hide(self, audience: str = "me", userid: str = "ana") -> None:
        """Let somebody choose who sees their skills."""
        people.change_audience(people.person(userid), "skills", audience, actor=userid)
