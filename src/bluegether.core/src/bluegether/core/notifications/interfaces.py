"""Settings of notifications."""

from bluegether.core import _
from plone.autoform import directives
from plone.supermodel import model
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from zope import schema
from zope.interface import Invalid
from zope.interface import invariant
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary
import holidays


CHANNELS = ("portal", "mail", "push")
RHYTHMS = ("never", "immediately", "hourly", "daily", "weekly")
CATEGORIES = "bluegether.notifications.categories"
PUSH_SERVICES = (
    "android.googleapis.com",
    "fcm.googleapis.com",
    "notify.windows.com",
    "push.services.mozilla.com",
    "web.push.apple.com",
)
WEEKDAYS = SimpleVocabulary(
    [
        SimpleTerm(number, str(number), title)
        for number, title in enumerate(
            (
                _("Monday"),
                _("Tuesday"),
                _("Wednesday"),
                _("Thursday"),
                _("Friday"),
                _("Saturday"),
                _("Sunday"),
            )
        )
    ]
)
RHYTHM_TITLES = {
    "never": _("No mail"),
    "immediately": _("At once, one by one"),
    "hourly": _("Every hour, together"),
    "daily": _("Once a day"),
    "weekly": _("Once a week"),
}


class INotificationSettings(model.Schema):
    """Settings of the room, in the registry under `bluegether.notifications`."""

    rhythm = schema.Choice(
        title=_("How often mail leaves"),
        description=_("For who has chosen nothing else."),
        vocabulary=SimpleVocabulary([SimpleTerm(name, name, title) for name, title in RHYTHM_TITLES.items()]),
        default="daily",
    )
    hour = schema.Int(title=_("Hour of the daily and the weekly mail"), default=8, min=0, max=23)
    weekday = schema.Choice(title=_("Day of the weekly mail"), vocabulary=WEEKDAYS, default=0)
    directives.widget("portal_off", CheckBoxFieldWidget)
    portal_off = schema.Set(
        title=_("Not in the portal unless somebody chooses it"),
        description=_("Mentions and answers always reach the portal."),
        value_type=schema.Choice(vocabulary=CATEGORIES),
        default=set(),
        required=False,
    )
    directives.widget("mail_off", CheckBoxFieldWidget)
    mail_off = schema.Set(
        title=_("Not by mail unless somebody chooses it"),
        value_type=schema.Choice(vocabulary=CATEGORIES),
        default={"reaction", "follow", "charter"},
        required=False,
    )
    directives.widget("push_off", CheckBoxFieldWidget)
    push_off = schema.Set(
        title=_("Not by browser message unless somebody chooses it"),
        value_type=schema.Choice(vocabulary=CATEGORIES),
        default={"reaction", "follow", "charter", "comment", "other"},
        required=False,
    )
    quiet_from = schema.Int(
        title=_("Quiet hours begin at"),
        description=_("From then on mail and browser messages wait. Two equal hours: there are no quiet hours."),
        default=20,
        min=0,
        max=23,
    )
    quiet_until = schema.Int(title=_("Quiet hours end at"), default=7, min=0, max=23)
    directives.widget("quiet_days", CheckBoxFieldWidget)
    quiet_days = schema.Set(
        title=_("Quiet days"), value_type=schema.Choice(vocabulary=WEEKDAYS), default={5, 6}, required=False
    )
    holidays_country = schema.ASCIILine(
        title=_("Country of the public holidays"),
        description=_("Two capital letters, such as FR; empty: public holidays are not quiet."),
        default="FR",
        required=False,
    )
    holidays_region = schema.ASCIILine(
        title=_("Region of the public holidays"),
        description=_("Its code, where a region has holidays of its own, such as 57 or 67."),
        default="",
        required=False,
    )
    kept_days = schema.Int(title=_("Days a notification is kept"), default=90, min=1, max=730)
    kept_most = schema.Int(title=_("Notifications kept for each person"), default=500, min=10, max=20000)
    push_services = schema.List(
        title=_("Services that may be sent browser messages"),
        description=_("Host names, those below them included. Nothing is sent to any other address."),
        value_type=schema.ASCIILine(),
        default=list(PUSH_SERVICES),
        required=False,
    )

    @invariant
    def known_holidays(data):
        """Raise Invalid for a country or region of which no holidays are known."""
        if not data.holidays_country:
            return
        known = holidays.list_supported_countries()
        if data.holidays_country not in known:
            raise Invalid(_("No public holidays of this country are known."))
        if data.holidays_region and data.holidays_region not in known[data.holidays_country]:
            raise Invalid(_("No public holidays of this region are known."))
