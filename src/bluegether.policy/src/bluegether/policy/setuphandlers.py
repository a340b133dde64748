"""What the install profile cannot say in XML: the company's groups and their roles."""

from plone import api


# Group id -> (title, roles). An animator is not a site manager.
GROUPS = {
    "direction": ("Direction", ("Director",)),
    "rh": ("RH", ("HR Referent",)),
    "finance": ("Finance", ("Finance Referent",)),
    "commerce": ("Commerce", ("Sales Referent",)),
    "animateurs": ("Animateurs", ("Animator",)),
    "redacteurs": ("Rédacteurs", ("Contributor", "Editor", "Reviewer")),
    "managers": ("Managers", ("Unit Manager",)),
}


def after_install(tool) -> None:
    """Create the groups that are missing."""
    for group_id, (title, roles) in GROUPS.items():
        if api.group.get(group_id) is None:
            api.group.create(groupname=group_id, title=title, roles=list(roles))
