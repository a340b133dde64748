"""`@@refer`: name and contact of somebody, in under a minute; `?need=` says for which need."""

from bluegether.core import _
from bluegether.core.kit import found as known
from bluegether.core.people import api as people
from bluegether.core.referrals import api as referrals
from bluegether.core.referrals import vocabularies
from bluegether.core.referrals.browser.page import Page
from bluegether.core.referrals.interfaces import MAX_MAIL
from bluegether.core.referrals.interfaces import MAX_NAME
from bluegether.core.referrals.interfaces import MAX_PHONE
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


NEEDS = 50
OPEN_NEEDS = ("open", "qualified")


class Refer(Page):
    """The form."""

    index = ViewPageTemplateFile("refer.pt")
    title = _("Refer somebody")

    def open(self) -> None:
        self.partner = self.request.form.get("kind") == "partner"
        self.need = self._need()

    def _need(self):
        """Return the need that the address names, if the reader sees it."""
        uid = self.request.form.get("need", "")
        found = known.content(uid) if uid and isinstance(uid, str) else None
        return found if found is not None and found.portal_type == "Need" else None

    def post(self) -> str:
        names = ("name", "email", "phone", "company", "need", "kind", "language")
        values = {name: self.text(name, 400) for name in names}
        found = referrals.refer(self.userid, **values, agreed=self.text("agreed") == "yes")
        message = _("Thank you. ${name} gets a mail now and decides; you follow it here.", mapping={"name": found.name})
        return self.say(message, self.url("referral", id=found.id))

    def fields(self) -> list[dict]:
        label = _("Name of your contact there") if self.partner else _("First name and name")
        company = self.field("company", label=_("Company"), required=True, maximum=MAX_NAME)
        name = self.field("name", label=label, required=True, maximum=MAX_NAME, autocomplete="off")
        email = self.field("email", label=_("Mail address"), type="email", required=True, maximum=MAX_MAIL)
        phone = self.field("phone", label=_("Telephone"), type="tel", maximum=MAX_PHONE)
        choices = list(vocabularies.LANGUAGES.items())
        language = self.field(
            "language", label=_("We write to them in"), type="select", choices=choices, value=self.own_language()
        )
        fields = [name, email | {"autocomplete": "off"}, phone | {"autocomplete": "off"}, language]
        return [*([company] if self.partner else []), *fields, *self.need_field()]

    def need_field(self) -> list[dict]:
        choices = self.needs()
        if not choices:
            return []
        chosen = api.content.get_uuid(self.need) if self.need is not None else ""
        return [
            self.field("need", label=_("For which need"), type="select", choices=choices, value=chosen)
            | {"value": self.typed("need", chosen)}
        ]

    def needs(self) -> list[tuple]:
        """Return the newest open needs that the reader finds, nothing while there are none."""
        brains = api.content.find(
            portal_type="Need", review_state=OPEN_NEEDS, sort_on="created", sort_order="reverse", sort_limit=NEEDS
        )[:NEEDS]
        choices = [(brain.UID, brain.Title) for brain in brains]
        if self.need is not None and api.content.get_uuid(self.need) not in dict(choices):
            choices.insert(0, (api.content.get_uuid(self.need), self.need.Title()))
        return [("", _("None in particular")), *choices] if choices else []

    def own_language(self) -> str:
        language = api.portal.get_current_language()[:2]
        return language if language in vocabularies.LANGUAGES else "fr"

    def my_name(self) -> str:
        account = people.account(self.userid)
        return account.fullname if account is not None else ""

    def days(self) -> int:
        return referrals.setting("consent_days")
