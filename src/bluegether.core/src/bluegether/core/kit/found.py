"""Content by its UID, for who acts: without the price of a search, which pages that name many things cannot pay."""

from AccessControl import getSecurityManager
from DateTime import DateTime
from plone import api


def content(uid: str):
    """Return the content if the acting person would find it: may view it, on a day when it is shown. Else None."""
    found = anything(uid)
    if found is None or not getSecurityManager().checkPermission("View", found) or not _is_shown_today(found):
        return None
    return found


def anything(uid: str):
    """Return the content of this UID whoever acts, or None: for who decides about what others do not see."""
    catalog = api.portal.get_tool("portal_catalog")._catalog
    record = catalog.getIndex("UID")._index.get(uid)
    path = catalog.paths.get(record) if record is not None else None
    return api.portal.get().unrestrictedTraverse(path, None) if path else None


def _is_shown_today(found) -> bool:
    today = DateTime()
    begin, end = getattr(found, "effective_date", None), getattr(found, "expiration_date", None)
    return not ((begin is not None and begin > today) or (end is not None and end <= today))
