"""What the pages of this room share: forms and their errors, names, dates, addresses, amounts."""

from bluegether.core import _
from bluegether.core.kit import page as kit
from bluegether.core.kit import query
from bluegether.core.kit.clock import spoken
from bluegether.core.kit.errors import Invalid
from bluegether.core.missions import api as missions
from bluegether.core.missions.vocabularies import STATES
from bluegether.core.people import api as people
from datetime import date
from decimal import Decimal
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18n import translate


MACROS = ViewPageTemplateFile("macros.pt")


class Page(kit.Page):
    """Errors come back beside their fields, with what was typed."""

    @property
    def macros(self):
        return MACROS.macros

    def text(self, name: str, maximum: int = 4000) -> str:
        """Return a form field as text; raise Invalid (400) for a list or something far too long."""
        value = self.request.form.get(name, "")
        if not isinstance(value, str) or len(value) > maximum:
            raise Invalid(_("${name} cannot be read.", mapping={"name": name}), field=name)
        return value.strip()

    def chosen(self, name: str, known, default: str = "") -> str:
        """Return a choice of the address; raise Invalid (400) when it is none of those known."""
        value = self.text(name, 60) or default
        if value and value not in known:
            raise Invalid(_("${name} cannot be read.", mapping={"name": name}), field=name)
        return value

    def number(self, name: str) -> int:
        """Return a whole number of the form, 0 for none."""
        form = {name: self.request.form.get(name) or 0}
        return query.integer(form, name, default=0, maximum=2**31)

    def date_of(self, name: str) -> date | None:
        """Return a day of the form, None when it is empty; raise Invalid when it is none."""
        value = self.text(name, 20)
        try:
            return date.fromisoformat(value) if value else None
        except ValueError:
            raise Invalid(_("This is no date."), field=name) from None

    def moment(self, moment) -> str:
        return spoken(moment, clock=True)

    def name_of(self, userid: str):
        """Return the name of somebody; of who has no account any more, that they left."""
        person = people.account(userid)
        if person is not None:
            return person.fullname
        return _("Former member")

    def person_url(self, userid: str) -> str:
        return f"{self.site_url}/people/{userid}" if people.account(userid) is not None else ""

    def say_text(self, message) -> str:
        """Return a text in the reader's language, where pages join several."""
        return translate(message, context=self.request)

    def client_name(self, uid: str) -> str:
        return missions.client_shown(uid, self.userid)

    def state(self, name: str) -> dict:
        title, css = STATES[name]
        return {"title": title, "css": css}

    def euros(self, amount: Decimal | None) -> str:
        """Return an amount as French and English readers write it, without cents where there are none."""
        if amount is None:
            return ""
        whole = amount == amount.to_integral_value()
        text = f"{amount:,.0f}" if whole else f"{amount:,.2f}"
        if api.portal.get_current_language() == "en":
            return f"€{text}"
        return text.replace(",", "\u202f").replace(".", ",") + "\u00a0€"
