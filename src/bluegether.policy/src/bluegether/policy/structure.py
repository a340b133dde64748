"""The folders that a new site has: French, open to every member."""

from plone import api
from plone.dexterity.utils import createContentInContainer


# Id -> (title, description, group id -> local roles there).
FOLDERS = {
    "actualites": (
        "Actualités",
        "La vie de l’entreprise, des agences et des missions.",
        {"animateurs": ("Contributor", "Editor", "Reviewer")},
    ),
    "documents": (
        "Documents",
        "Guides, procédures et modèles, classés et tenus à jour.",
        {"animateurs": ("Contributor",)},
    ),
    "charte": (
        "Charte",
        "Ce que l’entreprise et ses membres se promettent, version après version.",
        {},
    ),
}


def ensure(site) -> None:
    """Create the folders that are missing; leave those that are there as they are."""
    for name, (title, description, roles) in FOLDERS.items():
        if name not in site.objectIds():
            folder(site, name, title=title, description=description, roles=roles)


def folder(site, name: str, *, title: str, description: str, roles: dict[str, tuple[str, ...]]):
    """Create one folder and give the groups their roles in it."""
    created = createContentInContainer(
        site, "Folder", checkConstraints=False, id=name, title=title, description=description, language="fr"
    )
    for group_id, names in roles.items():
        created.manage_setLocalRoles(group_id, list(names))
    created.reindexObjectSecurity()
    return created


def state_of(obj) -> str:
    """Return the workflow state of a piece of content."""
    return api.content.get_state(obj)
