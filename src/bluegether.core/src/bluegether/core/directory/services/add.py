"""`POST @saved-searches`: keep a search."""

from bluegether.core.directory import api as directory
from bluegether.core.directory.services.json import search_data
from bluegether.core.kit.service import WriteService
from plone import api


class SearchesPost(WriteService):
    """`{"name": …}` and the filters by their names: 201 and the search."""

    def answer(self) -> dict:
        body = self.body()
        name = body.pop("name", "")
        name = name if isinstance(name, str) else ""
        kept = directory.save(api.user.get_current().getId(), name=name, form=body)
        self.request.response.setStatus(201)
        return search_data(kept, f"{self.context.absolute_url()}/@saved-searches")
