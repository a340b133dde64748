"""Who somebody is to the portal: their roles."""

from plone import api


INVITE_ALL = {"HR Referent", "Manager", "Site Administrator"}
BUSINESS = INVITE_ALL | {"Sales Referent"}


def roles_of(userid: str) -> set[str]:
    """Return the person's global roles, those of their groups included; none for nobody."""
    current = api.user.get_current()
    member = current if current.getId() == userid else api.user.get(userid=userid)
    return set(member.getRoles()) if userid and member is not None else set()


def is_hr(userid: str) -> bool:
    """Return whether this person keeps the records of others: HR and administrators."""
    return bool(roles_of(userid) & INVITE_ALL)
