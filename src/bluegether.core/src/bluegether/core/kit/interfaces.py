"""Contracts between rooms: a room provides them, another consumes them, neither imports the other."""

from zope.interface import Attribute
from zope.interface import Interface
from zope.interface.interfaces import IObjectEvent
from zope.publisher.interfaces.browser import IDefaultBrowserLayer


class IBluegetherLayer(IDefaultBrowserLayer):
    """Request layer of a site on which bluegether.core is installed."""


class IOpen(Interface):
    """Marks a view that everyone reaches whatever the gates say: logging in, out, signing, static resources.

    A class marker, never a name: the id of a content object is chosen by its author.
    """


class IOpenToClients(Interface):
    """Marks a view or content that a client account reaches: their area, the charter, their own account."""


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
        """Do what is due now in this site."""


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
