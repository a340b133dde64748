"""`@@stream-follows`: whom and what I follow, whom I muted."""

from bluegether.core import _
from bluegether.core.skills import api as skills
from bluegether.core.spaces import api as spaces
from bluegether.core.stream import api as stream
from bluegether.core.stream.browser.showing import Showing
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


SUGGESTED = 12
LABELS = {
    "unfollow": _("No longer follow"),
    "unmute": _("Show in my stream again"),
    "unblock": _("No longer block"),
}


class Follows(Showing):
    """Each with a button that ends it."""

    index = ViewPageTemplateFile("follows.pt")
    title = _("What I follow")

    def __call__(self) -> str:
        return self.index()

    def groups(self) -> list[dict]:
        """Return the three lists; empty ones are left out."""
        mine = stream.choices(self.userid)
        followed = [self._space(uid) for uid in mine.spaces if spaces.may_see(uid, self.userid)]
        tags = [{"value": tag, "title": f"#{tag}", "url": self.url(hashtag=tag)} for tag in mine.hashtags]
        groups = [
            self._group(_("People"), "person", "unfollow", [self._one(userid) for userid in mine.people]),
            self._group(_("Hashtags"), "hashtag", "unfollow", tags),
            self._group(_("Spaces"), "space", "unfollow", followed),
            self._group(_("Muted people"), "person", "unmute", [self._one(userid) for userid in mine.muted]),
            self._group(_("Blocked people"), "person", "unblock", [self._one(userid) for userid in mine.blocked]),
        ]
        return [group for group in groups if group["rows"]]

    def _group(self, title, field: str, act: str, rows: list[dict]) -> dict:
        return {"title": title, "field": field, "act": act, "label": LABELS[act], "rows": rows}

    def suggestions(self) -> list[dict]:
        """Return whom one might follow, by skill too."""
        return suggested(self, stream.suggestions(self.userid, limit=SUGGESTED, by_skill=True))

    def _space(self, uid: str) -> dict:
        found = spaces.brief(uid)
        return {"value": uid, "title": found.title, "url": found.url}

    def _one(self, userid: str) -> dict:
        person = self.person(userid)
        return {"value": userid, "title": person["name"], "url": person["posts"]}


def suggested(view: Showing, found: list[stream.Suggestion]) -> list[dict]:
    """Return suggestions as a page shows them, each with its reason."""
    return [{**view.person(one.userid), "why": reason(view, one)} for one in found]


def reason(view: Showing, one: stream.Suggestion):
    """Return why this person is suggested."""
    if one.reason == "friends":
        if one.count == 1:
            return _("followed by one person whom you follow")
        return _("followed by ${count} people whom you follow", mapping={"count": one.count})
    if one.reason == "space":
        return _("in the space ${title}", mapping={"title": spaces.brief(one.value).title})
    if one.reason == "skill":
        title = skills.title(one.value, view.request.get("LANGUAGE", ""))
        return _("knows ${skill}, as you do", mapping={"skill": title})
    return _("in your unit")
