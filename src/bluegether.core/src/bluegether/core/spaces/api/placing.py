"""What a space's visibility and rights mean to Zope: a state, local roles of its groups, the catalog.

The state says which roles view, add and change what is inside; the roles belong to the space's groups, so that nothing
of it changes with the members. Only another visibility changes what the catalog knows of the content: in batches.
"""

from bluegether.core.kit.annotation import store
from bluegether.core.spaces.api.rules import trees
from bluegether.core.spaces.interfaces import MODERATOR
from bluegether.core.spaces.interfaces import OWNER
from bluegether.core.spaces.interfaces import RIGHTS
from bluegether.core.spaces.storage import INVITED
from bluegether.core.spaces.storage import KEY
from bluegether.core.spaces.storage import Record
from bluegether.core.spaces.storage import Spaces
from DateTime import DateTime
from plone import api
from plone.uuid.interfaces import IUUID


WORKFLOW = "space_workflow"
BATCH = 500  # objects indexed anew in one transaction
# What each right adds. The space's own roles open what is inside: some people have Plone's in the whole site, editors
# of news for instance. Plone's come along for what it asks besides: adding a kind of content, keeping versions.
STEPS = (
    ("Space Reader", "Reader"),
    ("Space Commenter",),
    ("Space Contributor", "Contributor"),
    ("Space Reviewer", "Reviewer"),
    ("Space Editor", "Editor"),
)
GROUP = "space:"


def group(uid: str, role: str = "") -> str:
    """Return the name of the group of all members, or of those with this role."""
    return f"{GROUP}{uid}:{role}" if role else f"{GROUP}{uid}"


def state_of(found: Record) -> str:
    return f"archived_{found.visibility}" if found.archived else found.visibility


def place(space, found: Record) -> None:
    """Give the space the state and local roles that follow from its record; tell the catalog what changed."""
    _give_roles(space, found)
    tool = api.portal.get_tool("portal_workflow")
    before, state = tool.getInfoFor(space, "review_state", ""), state_of(found)
    if before != state:
        status = {"review_state": state, "time": DateTime(), "actor": "", "comments": "", "action": None}
        tool.setStatusOf(WORKFLOW, space, status)
    tool[WORKFLOW].updateRoleMappingsFor(space)
    space.reindexObject()
    if before.removeprefix("archived_") != found.visibility:
        store(api.portal.get(), KEY, Spaces).stale[found.uid] = ""
        reindex()


def reindex(limit: int = BATCH) -> bool:
    """Let the catalog know who sees the content of spaces whose visibility changed; return whether there is more."""
    kept = trees()
    for uid in list(kept.stale) if kept is not None else ():
        limit = _reindex_space(kept, uid, limit)
        if limit <= 0:
            return bool(kept.stale)
    return False


def _reindex_space(kept: Spaces, uid: str, limit: int) -> int:
    """Index the next objects of this space anew and return how many more may be."""
    catalog = api.portal.get_tool("portal_catalog")
    site, after = api.portal.get(), kept.stale[uid]
    root = f"{'/'.join(site.getPhysicalPath())}/spaces/{kept.records[uid].id}"
    paths = sorted(brain.getPath() for brain in catalog.unrestrictedSearchResults(path=root))
    waiting = [path for path in paths if path > after][: limit + 1]
    for path in waiting[:limit]:
        found = site.unrestrictedTraverse(path, None)
        if found is not None:
            catalog.catalog_object(found, path, idxs=["allowedRolesAndUsers"], update_metadata=0)
    if len(waiting) > limit:
        kept.stale[uid] = waiting[limit - 1]
    else:
        del kept.stale[uid]
    return limit - len(waiting)


def _give_roles(space, found: Record) -> None:
    uid, everything = IUUID(space), _roles(len(STEPS))
    wanted = {
        group(uid): _roles(RIGHTS.index(found.powers) + 1),
        group(uid, MODERATOR): everything,
        group(uid, OWNER): [*everything, "Space Owner"],
        group(uid, INVITED): ["Space Guest"],
    }
    if dict(space.get_local_roles()) != {name: tuple(roles) for name, roles in wanted.items()}:
        space.manage_delLocalRoles([name for name, _roles in space.get_local_roles()])
        for name, roles in wanted.items():
            space.manage_setLocalRoles(name, roles)


def _roles(steps: int) -> list[str]:
    return [role for some in STEPS[:steps] for role in some]
