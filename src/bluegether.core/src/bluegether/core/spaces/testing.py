"""What tests of spaces, and of what stands on them, share: people and the values of a space that can be."""

from bluegether.core.people import api as people
from plone import api


PASSWORD = "Correct-horse-26"  # noqa: S105 (of accounts that live as long as a test)
PEOPLE = (
    ("ana", "staff", "lyon"),
    ("bob", "consultant", "paris"),
    ("eve", "consultant", "lyon"),
    ("dora", "direction", ""),
    ("zoe", "partner", ""),
    ("carl", "client", ""),
)
VALUES = {
    "title": "Plone Lyon",
    "description": "Partager ce que nous savons de Plone.",
    "public": "Consultants de Lyon",
    "rules": "Chaque question est bienvenue.",
}


def create_people(password: str = PASSWORD) -> None:
    """Create six people, one of each kind at least."""
    api.portal.set_registry_record("bluegether.people.units", {"lyon": "Lyon", "paris": "Paris"})
    for userid, kind, unit in PEOPLE:
        people.create_account(
            userid,
            fullname=f"{userid.title()} Diaz",
            email=f"{userid}@example.com",
            kind=kind,
            unit=unit,
            password=password,
        )


def space_values(**values) -> dict:
    """Return the values of an open community, changed as told."""
    return VALUES | values
