"""`@@my-calendar`: the next thirty days, and the feed: opened, set, renewed, revoked."""

from bluegether.core import _
from bluegether.core.calendars import api as calendars
from bluegether.core.calendars.browser.page import Agenda
from bluegether.core.kit.clock import spoken
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import NotAllowed
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
import transaction


DAYS = 30
DETAILS = {
    "full": (_("Titles and places"), _("Whoever sees your calendar reads what you do, and where.")),
    "busy": (_("Only “Busy”"), _("Times alone. Choose this if you share your calendar with others.")),
}


class MyCalendar(Agenda):
    """GET shows; POST does what the button says. A new address is in the answer to its POST and nowhere else."""

    index = ViewPageTemplateFile("my_calendar.pt")
    title = _("My calendar")
    address = ""
    error = None

    def __call__(self) -> str:
        if not calendars.can_own(self.userid):
            raise NotAllowed(_("Only people of the network have a calendar here."))
        if self.request.get("REQUEST_METHOD") == "POST":
            return self.post()
        return self.show()

    def post(self) -> str:
        CheckAuthenticator(self.request)
        acts = {"open": self.open, "renew": self.renew, "revoke": self.revoke, "save": self.save}
        act = acts.get(self.request.form.get("act"))
        try:
            if act is None:
                raise Invalid(_("Choose what to do."))
            return act()
        except BluegetherError as error:
            transaction.abort()
            self.error = error
            self.request.response.setStatus(error.status)
            return self.show()

    def show(self) -> str:
        self.feed = calendars.feed(self.userid)
        self.entries = calendars.found(self.userid, *self.within(DAYS), feed=self.feed)
        return self.index()

    def open(self) -> str:
        token = calendars.open_feed(
            self.userid, language=self.language, detail=self.detail(), chosen=self.chosen_sources()
        )
        return self.show_address(token)

    def renew(self) -> str:
        known = self.request.form.get("known", "")
        feed = calendars.feed(self.userid)
        if feed is not None and known != feed.renewed.isoformat():
            raise Conflict(_("The address was renewed meanwhile. Renew it again if you have not kept it."))
        return self.show_address(calendars.renew(self.userid))

    def revoke(self) -> str:
        calendars.revoke(self.userid)
        return self.back(_("The address no longer works. Remove the calendar from your program too."))

    def save(self) -> str:
        calendars.configure(self.userid, detail=self.detail(), chosen=self.chosen_sources(), language=self.language)
        return self.back(_("Your choice is kept. Programs show it when they fetch the calendar next."))

    def show_address(self, token: str) -> str:
        self.address = f"{api.portal.get().absolute_url()}/@@calendar/{token}.ics"
        self.request.response.setHeader("Cache-Control", "no-store")
        return self.show()

    def back(self, message) -> str:
        api.portal.show_message(message, request=self.request)
        self.request.response.redirect(self.url)
        return ""

    def detail(self) -> str:
        value = self.request.form.get("detail", "")
        return value if isinstance(value, str) else ""

    def chosen_sources(self) -> list[str]:
        value = self.request.form.get("chosen", [])
        return [value] if isinstance(value, str) else [one for one in value if isinstance(one, str)]

    def webcal(self) -> str:
        """Return the address in the scheme that opens a calendar program."""
        return f"webcal:{self.address.partition(':')[2]}"

    def details(self) -> list[dict]:
        chosen = self.feed.detail if self.feed is not None else "full"
        return [
            {"name": name, "title": title, "help": text, "chosen": name == chosen}
            for name, (title, text) in DETAILS.items()
        ]

    def sources(self) -> list[dict]:
        return [
            {"name": one.name, "title": one.title, "chosen": calendars.is_chosen(one, self.feed)}
            for one in calendars.sources()
        ]

    def facts(self) -> list[dict]:
        """Return what the person may know of their feed."""
        used = self.feed.used
        return [
            {"title": _("Address made on"), "text": spoken(self.feed.renewed)},
            {"title": _("Last fetched"), "text": self.day(used) if used else _("Not yet")},
        ]
