"""What tests of matching share: a small company whose people say all that a score looks at."""

from bluegether.core.matching import api as matching
from bluegether.core.matching.interfaces import Requirement
from bluegether.core.people import api as people
from bluegether.core.people.testing import PASSWORD
from bluegether.core.people.testing import PeopleTest
from bluegether.core.skills import api as skills
from datetime import date
from plone import api
from plone.app.testing import TEST_USER_ID
from zope.globalrequest import setRequest


UNITS = {"data": "Données & IA", "ouest": "Agence Ouest"}
# Id of the skill -> (title, id of the one above).
SKILLS = {
    "cloud": ("Cloud", ""),
    "kubernetes": ("Kubernetes", "cloud"),
    "helm": ("Helm", "kubernetes"),
    "langages": ("Langages", ""),
    "python": ("Python", "langages"),
    "cobol": ("Cobol", "langages"),
}
# User id -> (kind, unit, roles beyond the kind).
PEOPLE = {
    "commerce": ("staff", "ouest", ["Sales Referent"]),
    "rh": ("staff", "", ["HR Referent"]),
    "direction": ("direction", "", []),
    "ana": ("consultant", "data", []),
    "bob": ("consultant", "ouest", []),
    "cliente": ("client", "", []),
}
# What Ana says, by group of fields.
SAYS = {
    "skills": {"skills": [("kubernetes", 3), ("python", 4)]},
    "availability": {
        "available_from": date(2026, 11, 20),
        "available_share": 100,
        "available_places": ["Nantes"],
        "remote": "partly",
    },
    "wishes": {"wish_skills": ["python"], "wish_sectors": ["Banque"], "wish_places": ["Nantes"]},
    "contact": {"city": "Rennes"},
}
ASKED = Requirement(
    required=(("kubernetes", 3), ("python", 3)),
    welcome=(("cobol", 2),),
    start=date(2026, 12, 1),
    end=date(2027, 5, 31),
    places=("Nantes",),
    remote="partly",
    sector="Banque",
)


class MatchingTest(PeopleTest):
    """The site's clock says 2 November 2026."""

    def setUp(self):
        super().setUp()
        self.set("units", UNITS)
        for skill_id, (title, parent) in SKILLS.items():
            skills.add({"fr": title}, skill_id=skill_id, parent=parent, actor="")
        for userid, (kind, unit, roles) in PEOPLE.items():
            self.person(userid, kind, unit, *roles)

    def person(self, userid: str, kind: str = "consultant", unit: str = "", *roles: str) -> None:
        """Create an account with the password of tests."""
        self.create(userid, kind=kind, unit=unit, password=PASSWORD, fullname=f"{userid.title()} Test")
        self.portal.acl_users.userFolderEditUser(userid, None, [*people.KINDS[kind], *roles], [])

    def says(self, userid: str, group: str, audience: str = "everyone", **values) -> None:
        """Let a person say something of themselves to an audience; skills are (id, level) pairs."""
        setRequest(self.layer["request"])  # a test browser takes it away
        if "skills" in values:
            values["skills"] = [self.row(*pair) for pair in values["skills"]]
        people.update_profile(people.person(userid), group, values, actor=userid, audience=audience)

    def says_all(self, userid: str, audience: str = "everyone", **changed: dict) -> None:
        """Let a person say all that `SAYS` has, with some groups changed."""
        for group, values in SAYS.items():
            self.says(userid, group, audience, **(values | changed.get(group, {})))

    def row(self, skill_id: str, level: int, again: bool = False) -> dict:
        return {"skill": skill_id, "level": level, "years": None, "last_used": None, "again": again}

    def need(self, need_id: str = "besoin", readers: tuple[str, ...] = ("commerce", "ana"), asked=ASKED) -> str:
        """Make something that stands for a need, which these people may view; return its UID."""
        with api.env.adopt_roles(["Manager"]):
            made = api.content.create(self.portal, "Document", id=need_id, title=f"Besoin {need_id}")
            made.manage_permission("View", ["Manager", "Reader"])
            made.manage_permission("Access contents information", ["Manager", "Reader"])
            for userid in readers:
                made.manage_setLocalRoles(userid, ["Reader"])
            made.reindexObject()
        matching.keep(made.UID(), asked)
        return made.UID()

    def weigh(self, **values: int) -> None:
        """Change the settings."""
        for name, value in values.items():
            api.portal.set_registry_record(f"bluegether.matching.{name}", value)


__all__ = ["ASKED", "PASSWORD", "TEST_USER_ID", "MatchingTest"]
