"""`@@newcomers`: who arrived in the last three months, the last one first."""

from bluegether.core import _
from bluegether.core.directory import api as directory
from bluegether.core.directory.browser.hits import HitsPage
from bluegether.core.directory.interfaces import Criteria
from bluegether.core.kit import query
from bluegether.core.kit.clock import local
from bluegether.core.kit.clock import now
from datetime import timedelta
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


DAYS = 92
SIZE = 24


class Newcomers(HitsPage):
    """No birthdays: when somebody was born is nobody's business."""

    index = ViewPageTemplateFile("newcomers.pt")
    title = _("Newly arrived")

    def show(self):
        self.start, self.size = query.batch(self.request.form, size=SIZE)
        since = Criteria(since=local(now()).date() - timedelta(days=DAYS))
        self.found = directory.search(self.userid, since, sort="arrival", start=self.start, size=self.size)
        return self.page()

    @cached_property
    def hits(self) -> list[directory.Hit]:
        return directory.hits(self.found.rows, self.userid)

    def shortened(self, hit: directory.Hit) -> list:
        return list(hit.skills[:3])

    def available(self, _hit) -> None:
        """Who has just arrived is not asked when they are free."""

    def arrived(self, hit: directory.Hit) -> str:
        return self.day(local(hit.fields["arrived"]))

    def turning(self) -> dict | None:
        return self.pager(f"{self.site_url}/@@newcomers", self.found.total, self.start, self.size)
