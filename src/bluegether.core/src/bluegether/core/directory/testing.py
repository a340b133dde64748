"""What tests of the directory share: a small company in which everybody hides something from somebody."""

from bluegether.core.people import api as people
from bluegether.core.people.testing import PASSWORD
from bluegether.core.people.testing import PeopleTest
from bluegether.core.skills import api as skills
from datetime import date
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from zope.globalrequest import setRequest


UNITS = {"data": "Données & IA", "ouest": "Agence Ouest", "commerce": "Commerce"}
# Id of the skill -> (title, id of the one above).
SKILLS = {
    "languages": ("Langages", ""),
    "python": ("Python", "languages"),
    "django": ("Django", "python"),
    "java": ("Java", "languages"),
    "cobol": ("Cobol", "languages"),
}
# User id -> (name, kind, unit, job, roles beyond the kind).
READERS = {
    "rh": ("Nathalie Briand", "staff", "", "Responsable RH", ["HR Referent"]),
    "commerce": ("Thomas Lemoine", "staff", "commerce", "Ingénieur d’affaires", ["Sales Referent"]),
    "manager": ("Karim Benali", "staff", "data", "Responsable d’unité", ["Unit Manager"]),
    "animatrice": ("Camille Vasseur", "staff", "", "Animatrice", ["Animator"]),
    "collegue": ("Sofia Garnier", "consultant", "data", "Ingénieure données", []),
    "autre": ("Julien Morvan", "consultant", "ouest", "Développeur Python", []),
    "cliente": ("Philippine Guérin", "client", "", "Directrice", []),
}
# What Zoé says, by group of fields: everything that a filter looks at.
SECRETS = {
    "contact": {"city": "Valcourt", "client_site": "Banque Zanzibar", "phone": "01 99 99 99 99"},
    "skills": {
        "skills": [{"skill": "cobol", "level": 4, "years": 9, "last_used": 2026, "again": True}],
        "languages": [{"language": "is", "level": "C1"}],
        "certifications": [{"title": "Zanzibar certifiée"}],
    },
    "availability": {
        "available_from": date(2026, 11, 20),
        "available_share": 100,
        "remote": "full",
        "available_places": ["Tombouctou"],
    },
}


class DirectoryTest(PeopleTest):
    """Zoé (`zoe`, unit `data`) is who hides; the others are who look."""

    def setUp(self):
        super().setUp()
        setRoles(self.portal, TEST_USER_ID, ["Member", "HR Referent", "Animator", "Manager"])
        self.set("units", UNITS)
        for skill_id, (title, parent) in SKILLS.items():
            skills.add({"fr": title}, skill_id=skill_id, parent=parent, actor=TEST_USER_ID)
        for userid, (name, kind, unit, job, roles) in READERS.items():
            self.person(userid, fullname=name, kind=kind, unit=unit, job=job)
            self.portal.acl_users.userFolderEditUser(userid, None, [*people.KINDS[kind], *roles], [])
        self.person("zoe", fullname="Zoé Quillefeu", kind="consultant", unit="data", job="Développeuse")

    def person(self, userid: str, **values) -> None:
        """Create an account with the password of tests."""
        values = {"kind": "staff", "password": PASSWORD, "email": f"{userid}@example.com"} | values
        people.create_account(userid, **values)

    def says(self, userid: str, group: str, audience: str = "everyone", **values) -> None:
        """Let a person say something of themselves to an audience."""
        setRequest(self.layer["request"])  # a test browser takes it away
        people.update_profile(people.person(userid), group, values, actor=userid, audience=audience)

    def knows(self, userid: str, audience: str = "everyone", **levels: int) -> None:
        """Let a person have skills, each with a level."""
        rows = [
            {"skill": skill, "level": level, "years": 1, "last_used": 2026, "again": False}
            for skill, level in levels.items()
        ]
        self.says(userid, "skills", audience, skills=rows)

    def hide(self, audience: str) -> None:
        """Let Zoé say everything to this audience only."""
        for group, values in SECRETS.items():
            self.says("zoe", group, audience, **values)

    def user(self, userid: str):
        """Act as this person, for questions that look at who is signed in."""
        return api.env.adopt_user(username=userid)
