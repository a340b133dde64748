"""Below a document: where it was shared in the stream, by whom, and the link that shares it."""

from bluegether.core.kit.clock import spoken
from bluegether.core.people import api as people
from bluegether.core.spaces import api as spaces
from bluegether.core.stream import api as stream
from functools import cached_property
from plone import api
from plone.app.layout.viewlets.common import ViewletBase
from plone.uuid.interfaces import IUUID


SHOWN = 5
LEFT_OUT = ("Person", "People", "Spaces", "Charter", "Client", "Clients", "Mission", "Missions", "Plone Site")


class Shared(ViewletBase):
    """Only shares that the reader may see, the newest five."""

    def update(self):
        super().update()
        self.userid = api.user.get_current().getId() or ""
        self.uid = IUUID(self.context, "")

    def available(self) -> bool:
        """Return whether this is something that a member shares."""
        wanted = bool(self.uid) and self.context.portal_type not in LEFT_OUT
        return wanted and self.readable() and bool(api.user.has_permission("BlueGether: Post", obj=api.portal.get()))

    def readable(self) -> bool:
        """Return whether the reader sees more than the head of it: who only knows of a listed space shares nothing."""
        return bool(api.user.has_permission("View", obj=self.context))

    def publisher(self) -> dict | None:
        """Return name, page and unit of who published it; None for the administration and who is gone."""
        person = people.account(self.context.Creator())
        if person is None:
            return None
        unit = people.units().get(person.unit, "")
        return {"name": person.fullname, "url": f"{self.site_url}/people/{person.userid}", "unit": unit}

    @cached_property
    def rows(self) -> list[dict]:
        """Return who shared it, for whom and when."""
        found = stream.shares_of_document(self.uid, userid=self.userid, limit=SHOWN)
        return [share_row(self.site_url, item.entry) for item in found]

    @property
    def share_url(self) -> str:
        return f"{self.site_url}/@@stream-share?document={self.uid}"


def share_row(site_url: str, entry) -> dict:
    """Return a share as a list shows it."""
    units, person = people.units(), people.account(entry.author)
    return {
        "url": f"{site_url}/@@stream/{entry.id}",
        "name": person.fullname if person is not None else "",
        "unit": units.get(person.unit, "") if person is not None else "",
        "for_units": ", ".join([units.get(unit, unit) for unit in entry.audience.units] + _spaces(entry)),
        "when": spoken(entry.created),
    }


def _spaces(entry) -> list[str]:
    """Return the titles of the spaces that the share is for: whoever sees the share sees these."""
    return [found.title for found in map(spaces.brief, entry.audience.spaces) if found]
