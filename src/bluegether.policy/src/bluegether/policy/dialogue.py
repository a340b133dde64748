"""The space "Dialogue avec la direction", ready as soon as somebody is there to own it.

A space has one owner, and a new site has no direction yet: the first account of that kind owns it. While there is a
space of that kind, whoever made it, nothing happens; a company that does not offer the kind has none.
"""

from bluegether.core.people import api as people
from bluegether.core.people.interfaces import IAccountCreated
from bluegether.core.spaces import api as spaces
from bluegether.core.stream.api import silence
from zope.component import adapter


KIND = "direction"
TITLE = "Dialogue avec la direction"
DESCRIPTION = "Posez vos questions sur l’entreprise : la direction répond ici, devant tous."
PUBLIC = "Tous les membres du réseau"


@adapter(IAccountCreated)
def made(event) -> None:
    """Make the space with the first account of direction."""
    if people.account(event.userid).kind == KIND:
        ensure(event.userid)


def ensure(owner: str = "") -> None:
    """Make the space, unless there is one; its owner is somebody of direction."""
    owner = owner or next(iter(people.userids(kind=KIND)), "")
    if not spaces.can_create(owner) or KIND not in spaces.templates() or spaces.of_kind(KIND):
        return
    with silence():
        spaces.create_space(
            actor=owner,
            **spaces.defaults(KIND) | {"template": KIND, "title": TITLE, "description": DESCRIPTION, "public": PUBLIC},
        )
