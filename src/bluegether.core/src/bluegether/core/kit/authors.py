"""What Zope and the workflow remember of who made something, taken away when that person is erased."""

from Acquisition import aq_base


def disown(obj, userid: str) -> None:
    """Take a person out of the owner, the local roles and the history that are kept with the object."""
    kept = vars(aq_base(obj))
    owner = kept.get("_owner")
    if owner is not None and owner[1] == userid:
        del aq_base(obj)._owner
    if userid in kept.get("__ac_local_roles__", {}):
        obj.manage_delLocalRoles([userid])
    for name, steps in list((kept.get("workflow_history") or {}).items()):
        if any(step.get("actor") == userid for step in steps):
            obj.workflow_history[name] = tuple(_without(step, userid) for step in steps)


def _without(step: dict, userid: str) -> dict:
    return step | {"actor": ""} if step.get("actor") == userid else step
