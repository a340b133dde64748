"""The content of each person: made with the account, gone with it."""

from bluegether.core import _
from bluegether.core.people.api.closings import has_ended
from bluegether.core.people.content import People as Folder
from bluegether.core.people.events import PersonChanged
from bluegether.core.people.interfaces import IPerson
from bluegether.core.people.storage import Account
from DateTime import DateTime
from plone import api
from plone.dexterity.utils import createContent
from zope.event import notify
from zope.i18n import translate


FOLDER = "people"
WORKFLOW = "person_workflow"
# Names that the folder answers to itself: no user id.
ANSWERS = frozenset({"edit", "sharing", "view"})


def reserved(userid: str) -> bool:
    """Return whether the address `people/<user id>` would be something of the folder's own."""
    return userid in ANSWERS or hasattr(Folder, userid)


def container():
    """Return the folder of people, or None."""
    return api.portal.get().get(FOLDER)


def ensure_container():
    """Return the folder of people, made when it is missing."""
    found = container()
    if found is not None:
        return found
    site = api.portal.get()
    title = translate(_("Directory"), target_language=api.portal.get_default_language())
    folder = createContent("People", id=FOLDER, title=title)
    site._setObject(FOLDER, folder, set_owner=0)
    folder = site[FOLDER]
    folder.creators = ()  # nobody wrote it: a folder of the site has no author to show
    folder.reindexObject()
    return folder


def person(userid: str):
    """Return the content of this person, or None."""
    folder = container()
    found = folder.get(userid) if folder is not None and userid else None
    return found if IPerson.providedBy(found) else None


def create_person(account: Account):
    """Make the content of an account unless it is there, and return it."""
    folder = ensure_container()
    if account.userid in folder:
        return folder[account.userid]
    made = createContent("Person", id=account.userid, title=account.fullname, description=account.job)
    folder._setObject(account.userid, made, set_owner=0)
    made = folder[account.userid]
    made.creators = (account.userid,)
    made.manage_setLocalRoles(account.userid, ["Reader"])
    _place(made, account)
    made.reindexObject()
    notify(PersonChanged(made))
    return made


def delete_person(userid: str) -> None:
    """Delete the content of an account that goes."""
    if person(userid) is not None:
        container()._delObject(userid, suppress_events=False)


def follow_account(account: Account) -> None:
    """Let the content say what the account says, and tell the world."""
    found = person(account.userid)
    if found is None:
        return
    found.title = account.fullname
    found.description = "" if has_ended(account.userid) else account.job  # the catalog and the page's head tell it
    _place(found, account)
    found.reindexObject()
    notify(PersonChanged(found))


def _place(found, account: Account) -> None:
    """Put the content in the state of the account's kind, which says who may view it."""
    tool = api.portal.get_tool("portal_workflow")
    state = "client" if account.kind == "client" else "network"
    if tool.getInfoFor(found, "review_state", None) != state:
        tool.setStatusOf(WORKFLOW, found, {"review_state": state, "time": DateTime(), "actor": "", "comments": ""})
        tool[WORKFLOW].updateRoleMappingsFor(found)
        found.reindexObjectSecurity()
