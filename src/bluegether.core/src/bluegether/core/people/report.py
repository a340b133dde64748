"""Profiles that are reported: their presentation and photo are taken off, and put back."""

from bluegether.core import _
from bluegether.core.kit.interfaces import IReportable
from bluegether.core.kit.report import gone
from bluegether.core.kit.report import Target
from bluegether.core.people import api as people
from datetime import UTC
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(IReportable)
@adapter(IPloneSiteRoot)
class Profiles:
    """The key is the user id. What the company says of somebody is not theirs, and not hidden."""

    title = _("Profile")
    verbs = frozenset({"hide", "remove"})

    def __init__(self, site):
        self.site = site

    def person(self, key: str):
        found = people.person(key) if people.account(key) is not None else None
        if found is None:
            raise gone()
        return found

    def target(self, key: str, userid: str | None) -> Target:
        found = self.person(key)
        said = people.shown(found, userid) if userid is not None else people.values_of(found)
        if userid is not None and not said:
            raise gone()
        text = said.get("biography") or ""
        written = found.created().asdatetime().astimezone(UTC)
        return Target("person", key, key, text, found.absolute_url(), written, hidden=people.is_withheld(found))

    def hide(self, key: str) -> None:
        people.withhold(self.person(key))

    def show(self, key: str) -> None:
        people.give_back(self.person(key))

    def remove(self, key: str) -> None:
        people.discard_withheld(self.person(key))
