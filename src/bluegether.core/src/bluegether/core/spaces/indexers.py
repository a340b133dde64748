"""What the catalog knows of a space: found by who may know of it, which is not who sees what is inside."""

from AccessControl.PermissionRole import rolesForPermissionOn
from bluegether.core.spaces.interfaces import ISpace
from plone.indexer import indexer
from Products.CMFPlone.CatalogTool import allowedRolesAndUsers as of_view


@indexer(ISpace)
def allowedRolesAndUsers(space) -> list[str]:
    """Return who may view it, and the roles that may know of it."""
    return sorted({*of_view(space)(), *rolesForPermissionOn("BlueGether: Know Space", space)})


@indexer(ISpace)
def searchable_text(space) -> str:
    return f"{space.title} {space.description} {space.public}"


@indexer(ISpace)
def space_template(space) -> str:
    return space.template
