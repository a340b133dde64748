"""`@@stream-follows`: whom and what I follow, whom I muted."""

from bluegether.core import _
from bluegether.core.stream import api as stream
from bluegether.core.stream.browser.showing import Showing
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Follows(Showing):
    """Each with a button that ends it."""

    index = ViewPageTemplateFile("follows.pt")
    title = _("What I follow")

    def __call__(self) -> str:
        return self.index()

    def groups(self) -> list[dict]:
        """Return the three lists; empty ones are left out."""
        mine = stream.choices(self.userid)
        tags = [{"value": tag, "title": f"#{tag}", "url": self.url(hashtag=tag)} for tag in mine.hashtags]
        groups = [
            self._group(_("People"), "person", "unfollow", [self._one(userid) for userid in mine.people]),
            self._group(_("Hashtags"), "hashtag", "unfollow", tags),
            self._group(_("Muted people"), "person", "unmute", [self._one(userid) for userid in mine.muted]),
        ]
        return [group for group in groups if group["rows"]]

    def _group(self, title, field: str, act: str, rows: list[dict]) -> dict:
        label = _("No longer follow") if act == "unfollow" else _("Show in my stream again")
        return {"title": title, "field": field, "act": act, "label": label, "rows": rows}

    def _one(self, userid: str) -> dict:
        person = self.person(userid)
        return {"value": userid, "title": person["name"], "url": person["posts"]}
