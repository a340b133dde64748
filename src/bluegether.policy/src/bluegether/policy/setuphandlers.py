"""What the install profile cannot say in XML: the groups, and how Plone's intranet workflow is used here."""

from plone import api


# Group id -> (title, roles). An animator is not a site manager. A capital letter, which no user id has: users and
# groups share one space of names, and a user called `rh` would otherwise be, and have, what the group is given.
GROUPS = {
    "Direction": ("Direction", ("Director",)),
    "RH": ("RH", ("HR Referent",)),
    "Finance": ("Finance", ("Finance Referent",)),
    "Commerce": ("Commerce", ("Sales Referent",)),
    "Animateurs": ("Animateurs", ("Animator",)),
    "Commanditaires": ("Commanditaires", ("Sponsor",)),
    "Redacteurs": ("Rédacteurs", ("Contributor", "Editor", "Reviewer")),
    "Managers": ("Managers", ("Unit Manager",)),
}


def after_install(tool) -> None:
    """Create the groups that are missing and fit Plone's intranet workflow to a portal that staff keep up to date."""
    for group_id, (title, roles) in GROUPS.items():
        if api.group.get(group_id) is None:
            api.group.create(groupname=group_id, title=title, roles=list(roles))
    close_to_the_public()
    let_nothing_wait()
    let_editors_edit()


def let_editors_edit() -> None:
    """Let editors, and who wrote it, change what is published: Plone would have them retract the page first."""
    state = api.portal.get_tool("portal_workflow").intranet_workflow.states.internally_published
    state.setPermission("Modify portal content", 0, ("Editor", "Manager", "Owner", "Site Administrator"))


def close_to_the_public() -> None:
    """Take external publication out of Plone's intranet workflow (an XML import would replace it whole)."""
    leave_out(transition="publish_externally", state="external")


def let_nothing_wait() -> None:
    """Take the state in which content waits for approval out too: what a member writes, members read at once."""
    leave_out(transition="submit", state="pending")


def leave_out(*, transition: str, state: str) -> None:
    """Take a state and the way into it out of Plone's intranet workflow; twice is once."""
    workflow = api.portal.get_tool("portal_workflow").intranet_workflow
    for other in workflow.states.objectValues():
        other.transitions = tuple(name for name in other.transitions if name != transition)
    if transition in workflow.transitions:
        workflow.transitions.deleteTransitions([transition])
    if state in workflow.states:
        workflow.states.deleteStates([state])
