"""What every page of the stream shares: an entry made ready for the template, times, names."""

from bluegether.core import _
from bluegether.core.discussion import api as discussion
from bluegether.core.kit.clock import now
from bluegether.core.kit.clock import spoken
from bluegether.core.kit.report import report_url
from bluegether.core.kit.turn import take
from bluegether.core.people import api as people
from bluegether.core.spaces import api as spaces
from bluegether.core.stream import api as stream
from bluegether.core.stream.browser.words import ago
from bluegether.core.stream.browser.words import excerpt
from bluegether.core.stream.browser.words import initials
from datetime import datetime
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode


TONES = 6
OF_SPACE = "space:"  # begins the value of a space in the choice of an audience
LINKS = 3  # of a folded run; the others open on demand
KIND_LABELS = {
    "feedback": _("Feedback"),
    "question": _("Question"),
    "praise": _("Praise"),
    "poll": _("Poll"),
}


class Showing(BrowserView):
    """Base of the stream's pages. `cards` renders a list of `stream.Shown`; nothing of it is markup before TAL."""

    cards_template = ViewPageTemplateFile("cards.pt")
    full = False  # True where the discussion stands below the entry anyway

    def __init__(self, context, request):
        super().__init__(context, request)
        self._icons: dict[tuple[str, str], str] = {}
        self._said: dict[str, str] = {}

    @cached_property
    def userid(self) -> str:
        return api.user.get_current().getId()

    @cached_property
    def units(self) -> dict[str, str]:
        return people.units()

    @cached_property
    def token(self) -> str:
        """Return the hidden field of Plone's form protection: one serves every form of the page."""
        return self.context.restrictedTraverse("@@authenticator").authenticator()

    @cached_property
    def link_copied(self) -> str:
        return self.say(_("Link copied"))

    @cached_property
    def site_url(self) -> str:
        return self.context.absolute_url()

    def write(self) -> None:
        """Begin a change: the form's own token, not only Plone's look at the referrer, and the writers' turn."""
        CheckAuthenticator(self.request)
        take("stream")

    def url(self, **query) -> str:
        """Return the stream's address with this query, empty values left out."""
        wanted = {name: value for name, value in query.items() if value}
        return f"{self.site_url}/@@stream" + (f"?{urlencode(wanted)}" if wanted else "")

    def cards(self, items: list[stream.Shown]) -> str:
        """Return the entries' HTML."""
        return self.cards_template(cards=[self.card(item) for item in items])

    def card(self, shown: stream.Shown) -> dict:
        """Return an entry as the template needs it."""
        entry = shown.entry
        links = [self.link(item.brain) for item in (shown, *shown.more) if item.brain is not None]
        return {
            "id": entry.id,
            "url": f"{self.site_url}/@@stream/{entry.id}",
            "author": self.person(entry.author),
            "created": self.moment(entry.created),
            "edited": self.moment(entry.edited) if entry.edited else None,
            "kind": KIND_LABELS.get(entry.kind),
            "new": self.seen < entry.id and self.seen and entry.author != self.userid,
            "labels": [label for label in (entry.technology, entry.sector) if label],
            "lines": self.lines(entry.text),
            "excerpt": excerpt(entry.text),
            "sentence": self.sentence(shown),
            "links": links[:LINKS],
            "others": links[LINKS:],
            "units": self.unit_names(entry),
            "spaces": [one for one in map(spaces.brief, entry.audience.spaces) if one],
            **self.particulars(shown),
            "pinned": stream.is_pinned(entry.id),
            "bookmarked": stream.is_bookmarked(entry.id, self.userid),
            "comments": entry.comments,
            "section": f"discussion-{entry.id}",
            **self.reactions(shown),
            "may_edit": stream.may_edit(entry, self.userid),
            "may_delete": stream.may_delete(entry, self.userid),
            "report": self.report(entry),
            "may_mute": entry.author != self.userid and people.account(entry.author) is not None,
        }

    def report(self, entry) -> str | None:
        """Return where the post is reported; None for one's own, and for what is about content."""
        own = entry.author == self.userid
        return None if own or entry.verb else report_url(self.site_url, "post", entry.id)

    @cached_property
    def seen(self) -> int:
        return stream.seen(self.userid)

    def audience(self) -> dict:
        """Return for whom the form's post is: one choice among everyone, the units and one's spaces."""
        chosen = self.request.form.get("unit", "")
        if not isinstance(chosen, str) or not chosen:
            return {}
        if chosen.startswith(OF_SPACE):
            return {"space": chosen.removeprefix(OF_SPACE)}
        return {"units": (chosen,)}

    def my_spaces(self) -> list[tuple[str, str]]:
        """Return (value, title) of the spaces in which the reader publishes."""
        return [(f"{OF_SPACE}{one.uid}", one.title) for one in spaces.writable(self.userid)]

    def unit_names(self, entry) -> list[str]:
        """Return whom the entry is for, nothing for everyone."""
        return [self.units.get(unit, unit) for unit in entry.audience.units]

    def particulars(self, shown: stream.Shown) -> dict:
        """Return what goes with the text: pictures, documents, what it shares, a poll, praise."""
        entry = shown.entry
        return {
            "pictures": self.pictures(entry),
            "documents": [self.link(brain) for brain in shown.documents],
            "shares": bool(entry.quoted),
            "quoted": self.quoted(shown.quoted) if shown.quoted is not None else None,
            "times_shared": stream.times_shared(entry.id),
            "poll": self.poll(entry) if entry.poll is not None else None,
            "praised": [self.person(userid) for userid in entry.praised],
            "value": entry.value,
        }

    def pictures(self, entry) -> list[dict]:
        """Return an entry's pictures; none of them is opened."""
        return [
            {
                "url": f"{self.site_url}/@@stream/{entry.id}/@@picture/{place}",
                "alt": alt,
                "width": width,
                "height": height,
            }
            for place, (alt, width, height) in enumerate(entry.pictures)
        ]

    def quoted(self, shown: stream.Shown) -> dict:
        """Return the shared entry, in short."""
        entry = shown.entry
        return {
            "url": f"{self.site_url}/@@stream/{entry.id}",
            "author": self.person(entry.author),
            "created": self.moment(entry.created),
            "sentence": self.sentence(shown),
            "excerpt": excerpt(entry.text),
            "links": [self.link(brain) for brain in (shown.brain, *shown.documents) if brain is not None],
            "pictures": self.pictures(entry)[:1],
        }

    def poll(self, entry) -> dict:
        """Return a poll as the reader sees it."""
        found = stream.results(entry, self.userid)
        return {
            "options": [vars(option) for option in found.options],
            "several": found.several,
            "ends": self.moment(found.ends)["full"] if found.ends else None,
            "over": found.over,
            "voted": found.voted,
            "voters": found.voters,
        }

    def reactions(self, shown: stream.Shown) -> dict:
        """Return the reactions given (and the first of all to give), and those that may be given besides."""
        counts = dict(shown.entry.reactions)
        mine = stream.my_reaction(shown.entry, self.userid)
        buttons = [self.reaction(name, counts.get(name, 0), name == mine) for name in discussion.REACTIONS]
        given = [button for button in buttons if button["count"]] or buttons[:1]
        return {"given": given, "others_to_give": [button for button in buttons if button not in given]}

    def reaction(self, name: str, count: int, mine: bool) -> dict:
        icon, title = discussion.REACTIONS[name]
        return {
            "reaction": name,
            "icon": self.icon(icon),
            "title": self.say(title),
            "count": count,
            "css": "btn-primary" if mine else "btn-outline-secondary",
            "pressed": "true" if mine else "false",
        }

    def say(self, text) -> str:
        """Return the text in the reader's language, looked up once a page."""
        if text not in self._said:
            self._said[text] = self.context.translate(text)
        return self._said[text]

    def sentence(self, shown: stream.Shown):
        """Return what an activity's card says after the name; None for a post."""
        if shown.more:
            return _("has published ${count} items", mapping={"count": 1 + len(shown.more)})
        return stream.VERBS[shown.entry.verb] if shown.entry.verb else None

    def link(self, brain) -> dict:
        return {"url": brain.getURL(), "title": brain.Title, "summary": brain.Description}

    def person(self, userid: str) -> dict:
        """Return name, unit, initials and colour; someone without an account is called by the user id."""
        account = people.account(userid)
        name = account.fullname if account is not None else self.nameless(userid)
        return {
            "userid": userid,
            "name": name,
            "unit": self.units.get(account.unit, "") if account is not None else "",
            "initials": initials(name),
            "tone": sum(userid.encode()) % TONES + 1,
            "posts": self.url(person=userid),
            "url": self.profile(userid) if account is not None else self.url(person=userid),
        }

    def profile(self, userid: str) -> str:
        """Return where the company's page of the person is; it belongs to the people room."""
        return f"{self.site_url}/@@profile?{urlencode({'userid': userid})}"

    def nameless(self, userid: str):
        user = None if userid.startswith("former-") else api.user.get(userid=userid)
        if user is None:
            return self.context.translate(_("Former member"))
        return user.getProperty("fullname", "") or self.context.translate(_("Administration"))

    def lines(self, text: str) -> list[list[dict]]:
        """Return the text's lines, each a list of parts: text, and url or None."""
        found: list[list[dict]] = [[]]
        for part in stream.parts(text):
            pieces = part.text.split("\n")
            for number, piece in enumerate(pieces):
                if number:
                    found.append([])
                found[-1].append({"text": piece, "url": self.target(part), "outside": part.kind == "link"})
            if part.kind == "mention":
                found[-1] += self.away(part.value)
        return found if text else []

    def away(self, userid: str) -> list[dict]:
        """Return what is said beside a mention of somebody who is away."""
        note = people.away_note(userid)
        said = self.context.translate(note) if note else ""
        return [{"text": f" ({said})", "url": None, "outside": False}] if said else []

    def target(self, part: stream.Part) -> str | None:
        """Return where a part of the text leads."""
        if part.kind == "mention":
            return self.url(person=part.value)
        if part.kind == "hashtag":
            return self.url(hashtag=part.value)
        return part.value if part.kind == "link" else None

    def moment(self, moment: datetime) -> dict:
        """Return a time as ISO, in full in the site's zone, and how long ago it was."""
        full = spoken(moment, clock=True)
        return {"iso": moment.isoformat(), "full": full, "ago": ago((now() - moment).total_seconds()) or full}

    def icon(self, name: str, css: str = "") -> str:
        """Return the icon's markup; it says nothing to a screen reader."""
        if (name, css) not in self._icons:
            resolver = self.context.restrictedTraverse("@@iconresolver")
            self._icons[name, css] = resolver.tag(name, tag_class=css, tag_alt="")
        return self._icons[name, css]
