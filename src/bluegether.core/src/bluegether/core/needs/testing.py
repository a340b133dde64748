"""What tests of needs share: sales, experts, consultants, a client, and a need with skills."""

from bluegether.core.expertise import api as expertise
from bluegether.core.kit.interfaces import IClock
from bluegether.core.missions import api as missions
from bluegether.core.needs import api as needs
from bluegether.core.people import api as people
from bluegether.core.people.testing import FakeClock
from bluegether.core.people.testing import PASSWORD
from bluegether.core.people.testing import PeopleTest
from bluegether.core.skills import api as skills
from datetime import date
from datetime import timedelta
from plone import api
from plone.uuid.interfaces import IUUID
from zope.component import getGlobalSiteManager
import transaction


# User id -> kind of account and roles beyond it
PERSONAS = {
    "sales": ("staff", ["Sales Referent"]),
    "sales2": ("staff", ["Sales Referent"]),
    "boss": ("direction", ["Director"]),
    "ana": ("consultant", []),
    "bob": ("consultant", []),
    "dan": ("consultant", []),
    "carl": ("client", []),
}
# What must reach nobody but sales, finance and direction.
HIDDEN = "Zanzibar Industries"
RATE = 4217


class NeedsTest(PeopleTest):
    """Ana is an expert in Kubernetes, Bob knows Python; Carl is a client."""

    def setUp(self):
        super().setUp()
        for name, parent in (("Cloud", ""), ("Kubernetes", "cloud"), ("Python", ""), ("Kafka", "")):
            skills.add({"fr": name}, parent=parent, actor="")
        for userid, (kind, roles) in PERSONAS.items():
            self.create(userid, kind=kind, fullname=f"{userid.title()} Test", password=PASSWORD)
            self.portal.acl_users.userFolderEditUser(userid, None, [*people.KINDS[kind], *roles], [])
        self.knows("ana", kubernetes=4)
        self.knows("bob", python=3)
        api.portal.set_registry_record("bluegether.expertise.expert_endorsements", 1)
        expertise.endorse("ana", "kubernetes", actor="bob")
        needs.ensure()
        with api.env.adopt_user(username="sales"):
            self.need = needs.create_need(actor="sales", **self.values())

    def values(self, **changes) -> dict:
        """Return what a need says."""
        found = {
            "title": "Ingénieur Kubernetes",
            "background": "Une plateforme à reprendre.",
            "client_name": HIDDEN,
            "client_hidden": True,
            "required_skills": [self.row("kubernetes", 3)],
            "welcome_skills": [self.row("python", 2)],
            "start": date(2026, 12, 1),
            "end": date(2027, 6, 30),
            "place": "Lyon",
            "rate_min": RATE - 100,
            "rate_max": RATE,
            "deadline": date(2026, 11, 20),
        }
        return found | changes

    def row(self, skill: str, level: int) -> dict:
        return {"skill": skill, "level": level, "source": ""}

    def knows(self, userid: str, **levels: int) -> None:
        """Let somebody say what they know."""
        rows = [
            {"skill": skill, "level": level, "years": None, "last_used": None, "again": False}
            for skill, level in levels.items()
        ]
        people.update_profile(people.person(userid), "skills", {"skills": rows}, actor=userid)

    def go(self, *transitions: str, **values) -> None:
        """Take the need through these steps."""
        for name in transitions:
            needs.move(self.need, name, actor="sales", **values)

    def later(self, **values) -> None:
        """Let time pass, for the server's threads too, which read the clock from the database."""
        clock = FakeClock()
        clock.moment = self.clock.moment + timedelta(**values)
        self.clock = clock
        self.portal.getSiteManager().registerUtility(clock, IClock)

    def make_client(self, title: str = "Banque du Test", **values) -> str:
        """Create a client as sales and return its UID."""
        missions.ensure()
        with api.env.adopt_user(username="sales"):
            return IUUID(missions.create_client(actor="sales", title=title, **values))

    def listen(self, contract) -> list:
        """Return a list that fills with the events of this contract."""
        found: list = []
        registry = getGlobalSiteManager()
        registry.registerHandler(found.append, (contract,))
        self.addCleanup(registry.unregisterHandler, found.append, (contract,))
        return found


def commit() -> None:
    """Let browsers see what a test made."""
    transaction.commit()
