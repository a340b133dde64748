"""`@@home`: the greeting and the cards that rooms plug in."""

from bluegether.core import _
from bluegether.core.home import api as home
from bluegether.core.kit.clock import local
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.interfaces import IHomeCard
from bluegether.core.kit.interfaces import IOpenToClients
from plone import api
from plone.base.i18nl10n import monthname_msgid
from plone.base.i18nl10n import weekdayname_msgid
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import getAdapters
from zope.i18n import translate
from zope.interface import implementer
import App.config
import logging


logger = logging.getLogger(__name__)

# What a defect or damaged data of one room looks like. Conflicts, redirects and refusals are none: they go on.
DEFECTS = (BluegetherError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
GREETINGS = {
    "morning": (_("Good morning"), _("Good morning, ${name}")),
    "afternoon": (_("Good afternoon"), _("Good afternoon, ${name}")),
    "evening": (_("Good evening"), _("Good evening, ${name}")),
}


@implementer(IOpenToClients)
class Home(BrowserView):
    """A client account is shown no card but those that say they are open to clients."""

    index = ViewPageTemplateFile("home.pt")
    title = _("Home")

    def __call__(self) -> str:
        self.cards = [card for card in map(self._rendered, self._found()) if card is not None]
        return self.index()

    def greeting(self) -> str:
        """Return good morning, afternoon or evening, with the first name when there is one."""
        nameless, named = GREETINGS[home.part_of_day()]
        name = home.first_name(api.user.get_current().getId())
        return _(named, mapping={"name": name}) if name else nameless

    def today(self) -> str:
        """Return the day in words: Sunday 22 November 2026. French months are written small."""
        day = local(now())
        names = weekdayname_msgid(day.isoweekday() % 7), monthname_msgid(day.month)
        words = [translate(name, domain="plonelocales", context=self.request) for name in names]
        month = words[1].lower() if api.portal.get_current_language() == "fr" else words[1]
        return f"{words[0]} {day.day} {month} {day.year}"

    def _found(self) -> list[tuple]:
        """Return (name, card) of every room's card, in the order that they ask for."""
        client = home.is_client(api.user.get_current().getId())
        cards = getAdapters((self.context, self.request), IHomeCard)
        mine = [(name, card) for name, card in cards if not client or IOpenToClients.providedBy(card)]
        return sorted(mine, key=lambda pair: (pair[1].order, pair[0]))

    def _rendered(self, found: tuple) -> dict | None:
        """Return a card's HTML, or None when it is not for this person.

        In production a defect in one room must not take everyone's first page away: it is logged with its
        traceback and its place says so. In development it shows.
        """
        name, card = found
        try:
            html = card.render() if card.available() else None
        except DEFECTS:
            if App.config.getConfiguration().debug_mode:
                raise
            logger.exception("The home card %s failed", name)
            html = ""
        return None if html is None else {"name": name, "wide": card.wide, "html": html}
