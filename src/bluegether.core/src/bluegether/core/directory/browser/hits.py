"""What pages need to show people that were found."""

from bluegether.core.directory import api as directory
from bluegether.core.directory import vocabularies as words
from bluegether.core.directory.browser.page import Page


class HitsPage(Page):
    """For the macros `faces` and `rows`."""

    def kind_title(self, hit: directory.Hit):
        return words.KINDS.get(hit.fields["kind"], "")

    def place(self, hit: directory.Hit) -> str:
        """Return where somebody is, as far as the reader may know: the client’s site or the client, else the city."""
        return hit.fields.get("client_site") or ", ".join(hit.clients) or hit.fields.get("city") or ""

    def level_title(self, level: int):
        return words.LEVELS.get(level, "")

    def has_photo(self, hit: directory.Hit) -> bool:
        return bool(hit.fields.get("photo"))

    def photo_url(self, hit: directory.Hit) -> str:
        return f"{self.person_url(hit.userid)}/@@photo?size=small"
