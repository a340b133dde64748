"""Contracts between rooms: a room provides them, another consumes them, neither imports the other."""

from bluegether.core import _
from zope import schema
from zope.interface import Attribute
from zope.interface import Interface
from zope.interface.interfaces import IObjectEvent
from zope.publisher.interfaces.browser import IDefaultBrowserLayer


class IBluegetherLayer(IDefaultBrowserLayer):
    """Request layer of a site on which bluegether.core is installed."""


class IAddressSettings(Interface):
    """Where the portal is found, in the registry under `bluegether`."""

    public_url = schema.URI(
        title=_("Public address of the portal"),
        description=_("As people type it: links in mail that no page asks for, such as digests, begin with it."),
        required=False,
    )


class ILimits(Interface):
    """How much one person may send in an hour, in the registry under `bluegether.limits`; 0 is without limit."""

    posts = schema.Int(title=_("Posts per hour and person"), min=0, default=20)
    comments = schema.Int(title=_("Comments per hour and person"), min=0, default=60)
    reactions = schema.Int(title=_("Reactions per hour and person"), min=0, default=200)
    reports = schema.Int(title=_("Reports per hour and person"), min=0, default=10)
    orders = schema.Int(title=_("Orders of rewards per hour and person"), min=0, default=10)
    referrals = schema.Int(title=_("Referrals per hour and person"), min=0, default=10)
    leads = schema.Int(title=_("Leads per hour and person"), min=0, default=20)
    new_share = schema.Int(
        title=_("Share of it, in percent, for who came in the last seven days"), min=1, max=100, default=50
    )


class IOpen(Interface):
    """Marks a view that everyone reaches whatever the gates say: logging in, out, signing, static resources.

    A class marker, never a name: the id of a content object is chosen by its author.
    """


class IWayOut(IOpen):
    """Marks an open view that even somebody whose access is over or suspended reaches: log-out, static resources."""


class IOpenToClients(Interface):
    """Marks a view or content that a client account reaches: their area, the charter, their own account."""


class IOpenToOutside(Interface):
    """Marks a view or content that outside members reach though it is in none of their spaces.

    They have no role of the network: the view shows what they see by their spaces, and nothing else.
    """


class ICompilesTemplates(Interface):
    """Marks a view whose scripts compile their templates in the browser: its page may evaluate strings as script.

    For Plone's own pages that cannot do without; never for one of ours.
    """


class IClock(Interface):
    """Utility that tells the time, so that tests can set it."""

    def now():
        """Return the present as an aware datetime in UTC."""


class ITimer(Interface):
    """Named utility: work that is due as time passes (a date comes into force, reminders, expiry).

    Run about once a minute in a transaction of its own. It MUST be idempotent and MUST return quickly
    when nothing is due; a failure is logged and does not keep the other timers from running.
    """

    def run(site):
        """Do what is due now in this site, a bounded part of it.

        True says that there is more: it is run again at once in a new transaction, and writers get their turn between.
        """


class IActivity(IObjectEvent):
    """Something a member did that others may want to know of; `object` is what it is about.

    The stream, notifications and rewards subscribe to this contract.
    """

    actor = Attribute("User id of who did it")
    verb = Attribute("Stable ASCII identifier, room first: `charter.put_in_force`")
    happened = Attribute("Aware datetime in UTC")


class IHomeCard(Interface):
    """Named adapter of (site, request): a card of the home page.

    It MUST NOT write and MUST NOT wake more objects than it shows.
    """

    order = Attribute("Number: small comes first")
    wide = Attribute("True when the card belongs in the content column, False in the aside")

    def available():
        """Return whether the signed-in person gets this card."""

    def render():
        """Return the card's HTML."""


class ITodos(Interface):
    """Named adapter of (site, request): things that wait for the signed-in person."""

    def todos():
        """Return a list of `kit.todo.Todo`, empty when nothing waits."""


class IPersonalData(Interface):
    """Named adapter of a site: what a room holds about a person."""

    def export(userid):
        """Return what the room holds about this person as JSON-compatible data."""

    def erase(userid):
        """Erase or pseudonymise it; running it twice changes nothing more."""


class IAudience(Interface):
    """Utility that decides who belongs to an audience; the people room provides it."""

    def includes(audience, userid):
        """Return whether the person belongs to the audience (a `kit.audience.Audience`)."""

    def userids(audience):
        """Return an iterator of the user ids of the audience, in no order."""


class ICircle(Interface):
    """Named adapter of a site: a sort of circles that audiences name and people join. Its name is the audience's field.

    The people room, which decides who belongs to an audience, asks it and knows no room of circles: `spaces`.
    """

    def includes(values, userid):
        """Return whether the person belongs to one of these circles. MUST be cheap and MUST NOT write."""

    def userids(values):
        """Return an iterator of the user ids of these circles, each once, in no order."""


class ISpaceSection(Interface):
    """Named adapter of (space, request): a tab of the page of a space. Its name is the tab's address.

    Asked only for readers who may see what is inside. It MUST NOT write and MUST NOT wake more objects than it shows.
    """

    order = Attribute("Number: small comes first; the first available is what the space opens on")
    title = Attribute("Translatable title of the tab")

    def available():
        """Return whether the signed-in reader gets this tab of this space."""

    def render():
        """Return the tab's HTML."""


class ISpaceUse(Interface):
    """Named adapter of a space: what a room knows of who publishes there. Figures count it, and name nobody."""

    def authors(since):
        """Return the user ids of who published since this aware moment, one for each thing, at most a thousand."""


class IProfileSection(Interface):
    """Named adapter of (person, request), the person being their content: a part of somebody's page.

    It MUST NOT write, MUST NOT wake more objects than it shows, and decides itself what the reader may see.
    """

    order = Attribute("Number: small comes first")
    title = Attribute("Translatable heading")
    of_left = Attribute("True for a section that stays when the person has left; False when it does not say")
    in_head = Attribute("True for a button beside the name, shown without a heading; False when it does not say")

    def available():
        """Return whether the signed-in reader gets this section of this person's page."""

    def render():
        """Return the section's HTML, without the heading."""


class INotice(Interface):
    """An event that is no activity: certain people should know something. Notifications listen to it.

    See `kit.notice.Notice`, which implements it, and `INoticeKind`, which tells what is said.
    """

    kind = Attribute("Name of an `INoticeKind`: `discussion.reply`")
    thing = Attribute("Stable text of what it is about; notices of one kind and thing are grouped")
    actor = Attribute("User id of who caused it, empty for the portal itself")
    recipients = Attribute("User ids, each once; who may not see the thing is left out by who listens")
    audience = Attribute("A `kit.audience.Audience` instead of recipients, or None: kept once, whoever belongs to it")
    urgent = Attribute("True for an administrator's message that quiet hours do not hold back")
    happened = Attribute("Aware datetime in UTC")


class INoticeKind(Interface):
    """Named adapter of a site: what notices of one kind say. Its name is the kind."""

    category = Attribute("Key of what a person chooses channels for, in `kit.notice.CATEGORIES`: mention, reply...")
    for_clients = Attribute("True for what client accounts are told too; False when the kind does not say")

    def describe(thing, userid, actors):
        """Return a `kit.notice.Said`, or None when this person may not (or no longer) see the thing.

        `actors` are the names of those who caused it, newest first. It is called for each notice shown and each mail
        sent: it MUST check access for `userid`, whoever is signed in, and MUST NOT write.
        """


class IValues(Interface):
    """Named adapter of a site: what praise may name, such as the articles of the charter in force."""

    def values(language):
        """Return a list of (stable key, title in this language), empty when nothing is in force."""


class IIgnores(Interface):
    """Named adapter of a site: whom people do not want to hear of (muted, blocked). Any room's yes counts."""

    def ignores(userid, other):
        """Return whether `userid` asked not to hear of what `other` does. MUST NOT write, MUST be cheap."""


class IAbsences(Interface):
    """Named adapter of a site: when people are away (out of office, approved leave): mail and push wait for them."""

    def away_until(userid, moment):
        """Return the aware datetime at which this person is back, None when they are not away at that moment."""


class IReportable(Interface):
    """Named adapter of a site: things of one kind that people report to moderation. Its name is the kind."""

    title = Attribute("Translatable name of the kind: a comment, a post, a message")
    verbs = Attribute("Frozenset of the decisions that fit: hide, remove")

    def target(key, userid):
        """Return the `kit.report.Target` of this key; raise Missing when this person may not see it.

        For `userid` None whoever decides looks: hidden things are found too, with their near context and no more.
        """

    def hide(key):
        """Show the thing to nobody but those who decide, at once, until `show`."""

    def show(key):
        """Undo `hide`."""

    def remove(key):
        """Delete the thing for good."""


class ICalendarSource(Interface):
    """Named adapter of a site: what a room puts into a person's calendar.

    People choose among sources by title; one that is not chosen is not asked.
    """

    title = Attribute("Translatable name of what it adds: Interviews")
    opt_in = Attribute("True when a person has to choose it; absent or False when everybody has it at first")

    def events(userid, start, end):
        """Return `kit.agenda.Entry`s of this person that touch the time from `start` to `end` (aware datetimes).

        It MUST return only what this person may see now, and MUST NOT write. It is called as that person, whoever
        is signed in. Who wants only "busy" gets times alone: no other care is needed for private titles.
        """


class IHandover(Interface):
    """Named adapter of a site: what somebody who leaves holds in a room and somebody else must take over."""

    def held(userid):
        """Return a list of `kit.handover.Holding`, empty when nothing is to be taken over."""

    def hand_over(userid, to, *, actor):
        """Give what `userid` holds to `to`; twice changes nothing more. Raises BluegetherError when it cannot be."""


class IExpertEvidence(Interface):
    """Named adapter of a site: what shows that people know a skill, such as accepted answers; `expertise` counts it.

    It MUST count only what everyone in the network may see, and MUST NOT write.
    """

    def count(userid, skill_id):
        """Return how many accepted answers about this skill, as it is now, this person gave."""

    def userids(skill_id, at_least):
        """Return an iterator of the user ids with at least so many, most first."""


class IProfileRefreshed(IObjectEvent):
    """Skills or experiences changed, or the person said that they are still right; `object` is the site."""

    userid = Attribute("User id of whose profile it is")


class INeedMaker(Interface):
    """Adapter of a site: makes a need of something that another room was told. The needs room provides it."""

    def make_need(actor, client, company, background):
        """Make a draft and return its UID; `client` is the UID of a client or empty, `company` how it was called.

        Raises NotAllowed for who does not write needs, Invalid.
        """


class INeedClosed(IObjectEvent):
    """A need ended; `object` is the need."""

    uid = Attribute("UID of the need")
    won = Attribute("True when it was won, False when it was lost")
    actor = Attribute("User id of who closed it")


class IDeed(Interface):
    """An event: somebody did something that published rules may reward. `rewards` listens; see `kit.deed.done`."""

    kind = Attribute("Name of an `IDeedKind`, room first: `referrals.hired`")
    userid = Attribute("User id of who earns by it")
    thing = Attribute("Stable text of what was done; the same kind, person and thing is one deed, whenever told")
    happened = Attribute("Aware datetime in UTC")
    values = Attribute("Dict of plain values that rules may look at: `{'profile': 'senior'}`")
    undone = Attribute("True when it no longer holds")


class IDeedKind(Interface):
    """Named adapter of a site: one kind of deed that rules can reward. Its name is the kind."""

    title = Attribute("Translatable: A candidate whom I referred is hired")
    values = Attribute("Dict of what rules may ask for: name -> (title, {value: title}); {} when it has none")
    paid_by_room = Attribute("True when the room itself pays money for it: a rule with an amount pays twice")

    def describe(thing, userid):
        """Return (translatable text, address or "") of the thing for this reader, who may not see the thing itself."""


class IContributions(Interface):
    """Named adapter of a site: what people contributed to a room; `adoption` counts it, in the background.

    Private conversations MUST NOT be told.
    """

    def contributions(start, end):
        """Return an iterator of `kit.contribution.Contribution`s from `start` to before `end` (aware datetimes)."""
