"""`@@leads-journeys`: whether the menu of the signed-in person leads to arrivals and departures."""

from bluegether.core.journeys import api as journeys
from bluegether.core.people import api as people
from plone import api
from Products.Five.browser import BrowserView


class LeadsJourneys(BrowserView):
    """For managers and buddies; asked on every page, so only trees are looked at."""

    def __call__(self) -> bool:
        userid = api.user.get_current().getId() or ""
        return bool(userid) and bool(people.team(userid) or journeys.buddy_of(userid))
