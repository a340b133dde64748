"""The discussion below a page: threads, reactions, and the forms that belong to them."""

from bluegether.core import _
from bluegether.core.discussion import api
from bluegether.core.discussion.browser.text import html
from bluegether.core.discussion.interfaces import IDiscussed
from bluegether.core.kit.attachment import spoken_size
from bluegether.core.kit.attachment import TYPES
from bluegether.core.kit.clock import spoken
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.query import integer
from bluegether.core.kit.report import report_url
from bluegether.core.people import api as people
from plone import api as plone
from plone.app.layout.viewlets.common import ViewletBase
from plone.memoize.view import memoize
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import getMultiAdapter
from zope.i18n import translate


SHOWN = 50  # comments a page shows at most; the newest, the others are a link away
DEEPEST = 3  # further replies are not indented any more


class DiscussionViewlet(ViewletBase):
    """Threads in order; without JavaScript every form works, with it the page stays where it is."""

    def update(self):
        super().update()
        self.userid = plone.user.get_current().getId() or ""
        self.shown = plone.user.has_permission("View comments", obj=self.context) and (
            api.enabled(self.context) or api.count(self.context) > 0
        )
        self.can_write = self.shown and api.can_write(self.context)
        self.url = self.context.absolute_url()

    @property
    def section(self) -> str:
        """Return the id of the section: several things may be talked about on one page."""
        return section_of(self.context)

    @property
    @memoize
    def lines(self) -> list:
        """Return every line that the person sees."""
        return api.lines(self.context)

    def total(self) -> int:
        """Return how many comments the person sees."""
        return sum(line.comment is not None for line in self.lines)

    def first(self) -> int:
        """Return the place of the first line shown: the newest, unless the address asks for earlier ones."""
        newest = max(0, len(self.lines) - SHOWN)
        try:
            return min(newest, integer(self.request.form, "comments_from", default=newest))
        except Invalid:
            return newest

    def earlier(self) -> str | None:
        """Return the address of the page with the comments before those shown, or None."""
        first = self.first()
        return f"{self.page_url()}?comments_from={max(0, first - SHOWN)}#discussion" if first else None

    def later(self) -> str | None:
        """Return the address of the page with the comments after those shown, or None."""
        after = self.first() + SHOWN
        return f"{self.page_url()}?comments_from={after}#discussion" if after < len(self.lines) else None

    def page_url(self) -> str:
        """Return the address of the page below which the discussion stands."""
        return getMultiAdapter((self.context, self.request), name="plone_context_state").view_url()

    def rows(self) -> list[dict]:
        """Return what the template shows of each line."""
        first = self.first()
        return [self.row(line) for line in self.lines[first : first + SHOWN]]

    def row(self, line) -> dict:
        comment = line.comment
        row = {"id": line.comment_id, "depth": min(line.depth, DEEPEST), "comment": comment}
        if comment is None:
            return row
        name = self.name(comment)
        return row | {
            "url": comment.absolute_url(),
            "permalink": f"{self.page_url()}#{line.comment_id}",
            "name": name,
            "initials": "".join(part[0] for part in name.split()[:2]).upper(),
            "html": html(comment.text),
            "text": comment.text,
            "files": [file_row(comment, number) for number in range(len(api.files(comment)))],
            "iso": comment.creation_date.isoformat(),
            "when": spoken(comment.creation_date, clock=True),
            "edited": api.edited(comment),
            "can_edit": api.can_edit(comment, self.userid),
            "report": self.report(comment),
            "can_remove": api.can_remove(comment, self.userid),
            "reactions": reactions(comment, self.userid),
        }

    @property
    def key(self) -> str:
        return api.key_of(self.context) or self.section

    @property
    def accept(self) -> str:
        """Return the endings of files that are taken."""
        return ",".join(f".{ending}" for ending in TYPES)

    def report(self, comment) -> str | None:
        """Return where the comment is reported, None for one's own."""
        if not self.userid or comment.author_username == self.userid:
            return None
        key = f"{api.key_of(self.context)}/{comment.id}"
        return report_url(plone.portal.get().absolute_url(), "comment", key)

    def name(self, comment) -> str:
        """Return the author's name of today, or what is said of who is gone."""
        return api.author_name(comment) or translate(_("Former member"), context=self.request)

    def following(self) -> bool | None:
        """Return whether the person follows the page, None when they may not."""
        return api.follows(self.context, self.userid) if api.can_follow(self.context, self.userid) else None

    def icon(self, name: str) -> str:
        return self.context.restrictedTraverse("@@iconresolver").tag(name, tag_alt="")

    def content_reactions(self) -> dict:
        """Return the reactions to the page itself."""
        return reactions(self.context, self.userid)


class Discussion(DiscussionViewlet):
    """`@@discussion` of something that is no content: the same section, for the page that shows the thing."""

    index = ViewPageTemplateFile("discussion.pt")

    def __init__(self, context, request):
        super().__init__(context, request, None)
        self.__parent__ = context

    def __call__(self) -> str:
        self.update()
        return self.index()

    def page_url(self) -> str:
        return self.context.absolute_url()


def section_of(content) -> str:
    """Return the id of the section in which this content is talked about."""
    return f"discussion-{content.getId()}" if IDiscussed.providedBy(content) else "discussion"


def file_row(comment, number: int) -> dict:
    """Return a file of a comment as the template shows it."""
    found = api.files(comment)[number]
    url = f"{comment.absolute_url()}/@@comment-file/{number}"
    return {
        "name": found.name,
        "size": spoken_size(found.size),
        "url": url,
        "thumbnail": f"{url}/small" if found.thumbnail else None,
    }


def reactions(obj, userid: str) -> dict:
    """Return what the reaction bar shows of an object."""
    given, mine = api.reactions(obj), api.reaction_of(obj, userid)
    return {
        "url": f"{obj.absolute_url()}/@@react",
        "can_react": api.can_react(obj),
        "mine": mine,
        "buttons": [
            {
                "reaction": name,
                "icon": icon,
                "title": title,
                "count": len(given.get(name, ())),
                "names": [_fullname(each) for each in given.get(name, ())],
                "mine": name == mine,
            }
            for name, (icon, title) in api.REACTIONS.items()
        ],
    }


def _fullname(userid: str) -> str:
    person = people.account(userid)
    return person.fullname if person is not None else userid
