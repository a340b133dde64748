"""Who wrote a comment, as it may be shown; what the portal keeps of an author, and how it forgets them."""

from Acquisition import aq_parent
from bluegether.core.discussion.api.files import detach
from bluegether.core.discussion.api.reactions import reaction_of
from bluegether.core.discussion.api.reactions import take_back
from bluegether.core.discussion.api.traces import forget_traces
from bluegether.core.discussion.api.traces import key_in_traces
from bluegether.core.discussion.api.traces import things
from bluegether.core.discussion.interfaces import IDiscussed
from bluegether.core.kit.authors import disown
from bluegether.core.people import api as people
from plone import api
from plone.app.discussion.interfaces import IComment
import re
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
    """Return this person's comments, on content and on publications."""
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(Creator=userid, portal_type="Discussion Item")
    found = [brain._unrestrictedGetObject() for brain in brains]
    return found + [
        thing
        for thing in things(userid)
        if IDiscussed.providedBy(aq_parent(aq_parent(thing))) and getattr(thing, "author_username", "") == userid
    ]


def reactions_by(userid: str) -> list[dict]:
    """Return what this person reacted to and how, as JSON-compatible data: the key of the thing, the reaction."""
    given = ((thing, reaction_of(thing, userid)) for thing in things(userid))
    return [{"to": key_in_traces(thing), "reaction": reaction} for thing, reaction in given if reaction]


def erase(userid: str) -> None:
    """Take away what tells that this person was in discussions; twice changes nothing more.

    Comments stay, under a pseudonym each; their files and reactions go; who is named is named no more.
    """
    for thing in things(userid):
        take_back(thing, userid)
        if IComment.providedBy(thing):
            _unname(thing, userid)
    for comment in comments_of(userid):
        _disown(comment, userid)
    forget_traces(userid)


def _unname(comment, userid: str) -> None:
    text = re.sub(rf"@{re.escape(userid)}(?![\w-]|\.\w)", "@…", comment.text)
    if text != comment.text:
        comment.text = text
        comment.reindexObject()


def _disown(comment, userid: str) -> None:
    former = FORMER + secrets.token_hex(6)
    comment.creator = comment.author_username = former
    comment.author_name = ""
    comment.author_email = None
    detach(comment)
    disown(comment, userid)
    comment.reindexObject()
    _recount(aq_parent(comment), userid, former)


def _recount(conversation, userid: str, former: str) -> None:
    """Plone counts the comments of each author beside them."""
    counts = conversation._commentators
    counts[former] = 1
    if counts.get(userid, 0) > 1:
        counts[userid] -= 1
    else:
        counts.pop(userid, None)
    conversation.__parent__.reindexObject(idxs=["commentators"])
