"""What sites of before lack, made."""

from bluegether.core.people.api.invitations import index_invitation
from bluegether.core.people.api.persons import create_person
from bluegether.core.people.api.persons import ensure_container
from bluegether.core.people.storage import writable
from plone import api


def ensure() -> int:
    """Make what is missing: the folder, the content of each account, trees of later versions. Return how many it made.

    For sites whose accounts are older than profiles; running it again changes nothing.
    """
    people = writable(api.portal.get())
    folder = ensure_container()
    for email, userid in people.emails.items():
        if userid in people.accounts and people.accounts[userid].email != email:
            people.accounts[userid].email = email
    for key in [key for key in people.invitations if key not in people.invitation_index]:
        index_invitation(people, people.invitations[key])
    missing = [userid for userid in people.accounts if userid not in folder]
    for userid in missing:
        create_person(people.accounts[userid])
    return len(missing)
