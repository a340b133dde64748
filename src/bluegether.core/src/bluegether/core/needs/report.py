"""Suggestions that are reported to moderation: found, hidden, shown again, removed."""

from bluegether.core import _
from bluegether.core.kit.interfaces import IReportable
from bluegether.core.kit.report import gone
from bluegether.core.kit.report import Target
from bluegether.core.needs import api
from bluegether.core.skills import api as skills
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(IReportable)
@adapter(IPloneSiteRoot)
class Suggestions:
    """The key is the UID of the need, a slash, and the suggestion's own key."""

    title = _("Suggested skill")
    verbs = frozenset({"hide", "remove"})

    def __init__(self, site):
        self.site = site

    def target(self, key: str, userid: str | None) -> Target:
        record, found = self.found(key)
        if userid is not None and (found.hidden or not api.sees(record, userid)):
            raise gone()
        return Target(
            "needs.suggestion",
            key,
            found.userid,
            f"{skills.title(found.skill)}: {found.why}",
            f"{self.site.absolute_url()}/needs/{record.id}#suggestions",
            api.made(found),
            hidden=found.hidden,
        )

    def hide(self, key: str) -> None:
        self.found(key)[1].hidden = True

    def show(self, key: str) -> None:
        self.found(key)[1].hidden = False

    def remove(self, key: str) -> None:
        record, found = self.found(key)
        api.remove_suggestion(api.need_at(record), found.key)

    def found(self, key: str) -> tuple:
        """Return (record, suggestion) whoever acts; raise Missing."""
        uid, _slash, number = key.partition("/")
        pair = api.suggestion(uid, int(number)) if number.isascii() and number.isdigit() and len(number) < 20 else None
        if pair is None:
            raise gone()
        return pair
