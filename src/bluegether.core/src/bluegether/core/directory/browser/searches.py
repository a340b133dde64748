"""`@@saved-searches`: the searches that one keeps; the directory's page posts here to keep one."""

from bluegether.core import _
from bluegether.core.directory import api as directory
from bluegether.core.directory.browser.page import Page
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import parse_qs


MAX_QUERY = 2000


class SavedSearches(Page):
    """Everybody's own."""

    index = ViewPageTemplateFile("searches.pt")
    title = _("My searches")

    def post(self) -> str:
        if self.choice("act", ("save", "delete")) == "save":
            return self.save()
        directory.discard(self.userid, self.text("id", 40))
        return self.back(_("The search was deleted."), f"{self.site_url}/@@saved-searches")

    def save(self) -> str:
        query = self.text("query", MAX_QUERY)
        form = {name: values if name == "skill" else values[0] for name, values in parse_qs(query).items()}
        kept = directory.save(self.userid, name=self.text("name", 1000), form=form)
        message = _("The search “${name}” is kept.", mapping={"name": kept.name})
        return self.back(message, f"{self.directory_url}?{kept.query}")

    def searches(self) -> list[dict]:
        """Return the searches by name; those whose unit or skill is gone can only be deleted."""
        return [
            {
                "id": one.id,
                "name": one.name,
                "url": f"{self.directory_url}?{one.query}" if directory.works(one) else None,
                "day": self.day(one.created),
            }
            for one in directory.saved(self.userid)
        ]
