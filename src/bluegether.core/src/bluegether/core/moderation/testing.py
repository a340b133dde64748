"""What tests of moderation share: people, the charter in force, something to report."""

from bluegether.core.charter.testing import create_people
from bluegether.core.charter.testing import fake_clock
from bluegether.core.charter.testing import in_force
from bluegether.core.charter.testing import PASSWORD
from bluegether.core.people import api as people
from bluegether.core.stream import api as stream


# User id -> kind of account, roles beyond it
MORE = {
    "auteur": ("consultant", []),
    "temoin": ("consultant", []),
    "temoin2": ("consultant", []),
    "animateur2": ("staff", ["Animator"]),
}


def arrange(portal) -> None:
    """Make the people, put the charter in force; everybody has signed."""
    create_people()
    for userid, (kind, roles) in MORE.items():
        people.create_account(
            userid,
            fullname=f"{userid.capitalize()} Test",
            email=f"{userid}@example.com",
            kind=kind,
            employment="employee" if kind == "consultant" else "",
            password=PASSWORD,
        )
        portal.acl_users.userFolderEditUser(userid, None, [*people.KINDS[kind], *roles], [])
    in_force()


def post(author: str = "auteur", text: str = "Ce client est nul et son chef aussi.") -> str:
    """Return the key of a new post."""
    return str(stream.post(text, author=author).id)


__all__ = ["PASSWORD", "arrange", "fake_clock", "post"]
