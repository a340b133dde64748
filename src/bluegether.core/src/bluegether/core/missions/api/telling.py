"""Who keeps something about people (the directory, matching) learns that their work changed."""

from bluegether.core.missions.events import PeriodsChanged
from collections.abc import Iterable
from plone import api
from zope.event import notify


def tell_people(userids: Iterable[str]) -> None:
    """Tell that when, or for whom, these people work is other than it was; also because a day came."""
    changed = tuple(sorted(set(userids)))
    if changed:
        notify(PeriodsChanged(api.portal.get(), userids=changed))
