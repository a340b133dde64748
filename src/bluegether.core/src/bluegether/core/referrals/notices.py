"""What the room's notices say: which stage, of whom; never what was written about anybody.

The name is shown to who gave it and to who handles it, and to nobody once it is erased.
"""

from bluegether.core import _
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.interfaces import IDeedKind
from bluegether.core.kit.interfaces import INoticeKind
from bluegether.core.kit.notice import Said
from bluegether.core.referrals import api
from bluegether.core.referrals.vocabularies import PROFILES
from bluegether.core.referrals.vocabularies import state_title
from plone import api as plone_api
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.i18nmessageid import Message
from zope.interface import implementer


TEXTS = {
    "consented": _("${name} agreed: say why you recommend them"),
    "arrived": _("A referral waits for HR: ${name}"),
    "stage": _("Your referral of ${name} has a new stage: ${stage}"),
    "recruiter": _("You follow the referral of ${name}"),
    "due": _("A bonus is due for your referral of ${name}"),
    "bonus": _("Your referral bonus has moved on"),
}
FOR_HANDLERS = ("arrived", "recruiter")


@implementer(INoticeKind)
@adapter(IPloneSiteRoot)
class Kind:
    """`thing` is the id of the referral."""

    name = ""
    category = "referrals"

    def __init__(self, site):
        self.site = site

    def describe(self, thing: str, userid: str, actors: list) -> Said | None:
        found = self.found(thing, userid)
        if found is None:
            return None
        values = {"name": found.name or api.reference(found), "stage": state_title(found.kind, found.state)}
        url = f"{self.site.absolute_url()}/@@referral?id={found.id}"
        return Said(Message(TEXTS[self.name], mapping=values), url)

    def found(self, thing: str, userid: str):
        """Return the referral, None when it is not this person's to see (any more)."""
        try:
            found = api.referral(int(thing), userid=userid)
        except (BluegetherError, ValueError):
            return None
        if self.name in FOR_HANDLERS and not api.can_handle(found, userid):
            return None
        return found


class BonusKind(Kind):
    """`thing` is the id of the bonus: told to whose it is, without the amount."""

    name = "bonus"

    def describe(self, thing: str, userid: str, actors: list) -> Said | None:
        if not any(str(bonus.id) == thing for bonus in api.own_bonuses(userid)):
            return None
        return Said(TEXTS["bonus"], f"{self.site.absolute_url()}/@@referrals")


def kind_class(name: str) -> type:
    """Return the class of one kind."""
    return type(f"{name.capitalize()}Kind", (Kind,), {"name": name, "__doc__": f"Notices `referrals.{name}`."})


ConsentedKind = kind_class("consented")
ArrivedKind = kind_class("arrived")
StageKind = kind_class("stage")
RecruiterKind = kind_class("recruiter")
DueKind = kind_class("due")


@implementer(IDeedKind)
@adapter(IPloneSiteRoot)
class Deed:
    """Names the candidate to nobody but the referrer."""

    title = None
    values = {"profile": (_("Kind of profile"), PROFILES)}
    paid_by_room = True  # the bonus

    def __init__(self, site):
        self.site = site

    def describe(self, thing: str, userid: str):
        try:
            found = api.referral(int(thing), userid=userid)
        except (BluegetherError, ValueError):
            return _("A referral"), ""
        name = found.name if found.by == userid and found.name else api.reference(found)
        return Message(_("The referral of ${name}"), mapping={"name": name}), self.url(found)

    def url(self, found) -> str:
        return f"{plone_api.portal.get().absolute_url()}/@@referral?id={found.id}"


class HiredDeed(Deed):
    """`referrals.hired`."""

    title = _("A candidate whom I referred is hired")


class TrialDeed(Deed):
    """`referrals.trial_passed`."""

    title = _("The trial period of a candidate whom I referred is passed")
