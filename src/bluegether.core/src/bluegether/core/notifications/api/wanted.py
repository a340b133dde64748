"""Whether a person wants such notices by a channel: their choice, else the site's, and what cannot be refused."""

from bluegether.core.notifications import storage
from plone import api


PREFIX = "bluegether.notifications."
ALWAYS = {"mention": ("portal",), "reply": ("portal",), "announcement": ("portal", "mail")}


def setting(name: str):
    """Return one of INotificationSettings."""
    return api.portal.get_registry_record(PREFIX + name)


def is_on(userid: str, category: str, channel: str) -> bool:
    """Return whether notices of the category reach the person by this channel."""
    if channel in ALWAYS.get(category, ()):
        return True
    mine = storage.choices(userid)
    chosen = mine.channels.get(category, {}).get(channel) if mine is not None else None
    return category not in (setting(f"{channel}_off") or ()) if chosen is None else chosen
