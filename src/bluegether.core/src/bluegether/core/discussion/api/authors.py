"""Who wrote a comment, as it may be shown; what the portal keeps of an author, and how it forgets them."""

from bluegether.core.people import api as people
from plone import api
import secrets


FORMER = "former-"


def author_name(comment) -> str:
    """Return the author's name of today; of a login without account, the one signed with; of who is gone, none."""
    userid = comment.author_username or ""
    person = people.account(userid) if userid else None
    if person is not None:
        return person.fullname
    return "" if is_gone(comment) else comment.author_name or userid


def is_gone(comment) -> bool:
    """Return whether the author was erased, also where the comment could not be found to say so."""
    userid = comment.author_username or ""
    if not userid or people.account(userid) is not None:
        return False
    return userid.startswith(FORMER) or api.user.get(userid=userid) is None


def comments_of(userid: str) -> list:
    """Return this person's comments on content; those on publications are in no catalog and not found."""
    catalog = api.portal.get_tool("portal_catalog")
    found = catalog.unrestrictedSearchResults(Creator=userid, portal_type="Discussion Item")
    return [brain._unrestrictedGetObject() for brain in found]


def disown(userid: str) -> None:
    """Leave this person's comments where they are, under a pseudonym each; twice changes nothing more."""
    for comment in comments_of(userid):
        former = FORMER + secrets.token_hex(6)
        comment.creator = comment.author_username = former
        comment.author_name = ""
        comment.author_email = None
        comment.manage_delLocalRoles([userid])
        comment.reindexObject()
        _recount(comment.__parent__, userid, former)


def _recount(conversation, userid: str, former: str) -> None:
    """Plone counts the comments of each author beside them."""
    counts = conversation._commentators
    counts[former] = 1
    if counts.get(userid, 0) > 1:
        counts[userid] -= 1
    else:
        counts.pop(userid, None)
    conversation.__parent__.reindexObject(idxs=["commentators"])
