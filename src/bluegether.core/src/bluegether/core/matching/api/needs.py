"""The needs in progress, as their room tells them."""

from bluegether.core.kit.annotation import store
from bluegether.core.matching.api.asking import checked
from bluegether.core.matching.api.records import kept
from bluegether.core.matching.interfaces import Requirement
from bluegether.core.matching.storage import KEY
from bluegether.core.matching.storage import Matching
from plone import api


def keep(need_uid: str, requirement: Requirement) -> None:
    """Remember what a need asks for: called whenever it opens or changes. Raises Invalid for what makes no sense."""
    asked = checked(requirement)
    trees = store(api.portal.get(), KEY, Matching)
    if trees.needs.get(need_uid) != asked:
        trees.needs[need_uid] = asked


def drop(need_uid: str) -> None:
    """Forget a need: called when it is closed or deleted; one that is not there changes nothing."""
    trees = kept()
    if trees is not None:
        trees.needs.pop(need_uid, None)


def seen_needs(uids: list[str] | None = None) -> dict:
    """Return UID -> brain of the kept needs (of these, all by default) that the signed-in person may view.

    One question to the catalog, which knows who may view what; no need is woken.
    """
    trees = kept()
    known = list(trees.needs) if trees is not None else []
    wanted = known if uids is None else [uid for uid in uids if uid in set(known)]
    found = api.portal.get_tool("portal_catalog")(UID=wanted) if wanted else ()
    return {brain.UID: brain for brain in found}


def requirement(need_uid: str) -> Requirement | None:
    """Return what a need in progress asks for, or None. Who may know of the need is its own room's to say."""
    trees = kept()
    return trees.needs.get(need_uid) if trees is not None else None
