"""What moderation's notices say. None of them names who reported."""

from bluegether.core import _
from bluegether.core.kit.clock import spoken
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.interfaces import INoticeKind
from bluegether.core.kit.notice import Said
from bluegether.core.kit.report import reportable
from bluegether.core.moderation import api as moderation
from bluegether.core.moderation.interfaces import OUTCOMES
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(INoticeKind)
@adapter(IPloneSiteRoot)
class Kind:
    """Base: `thing` is the number of a case."""

    category = "moderation"
    for_clients = False

    def __init__(self, site):
        self.site = site

    def describe(self, thing: str, userid: str, actors) -> Said | None:
        found = moderation.find(thing)
        if found is None or not self.concerns(found, userid):
            return None
        return self.said(found, {"kind": title_of(found.kind)})

    def concerns(self, found, userid: str) -> bool:
        raise NotImplementedError

    def said(self, found, mapping: dict) -> Said:
        raise NotImplementedError

    def url(self, name: str, found) -> str:
        return f"{self.site.absolute_url()}/@@{name}?case={found.number}"


class ReportedKind(Kind):
    """For who decides: something was reported, and nobody has decided yet."""

    def concerns(self, found, userid):
        return found.state == "open" and moderation.may_decide(found, userid)

    def said(self, found, mapping):
        return Said(_("Reported, to decide: ${kind}", mapping=mapping), self.url("moderation-case", found))


class AppealedKind(Kind):
    """For Direction: an author appeals."""

    def concerns(self, found, userid):
        return found.state == "appealed" and moderation.may_judge_case(found, userid)

    def said(self, found, mapping):
        text = _("An appeal waits for your judgement: ${kind}", mapping=mapping)
        return Said(text, self.url("moderation-case", found))


class DecidedKind(Kind):
    """For the author: what was decided, why, under which article, until when they may appeal."""

    def concerns(self, found, userid):
        return found in moderation.mine(userid=userid)

    def said(self, found, mapping):
        decision = found.decision
        mapping = mapping | {
            "outcome": OUTCOMES[decision.verb],
            "article": decision.article,
            "date": spoken(moderation.appeal_until(found)),
        }
        text = _(
            "A decision was taken under article ${article} of the charter: ${kind} ${outcome}. "
            "You may appeal until ${date}.",
            mapping=mapping,
        )
        return Said(text, self.url("moderation-mine", found), decision.reason[:160])


class JudgedKind(DecidedKind):
    """For the author: how the appeal was judged."""

    def concerns(self, found, userid):
        return super().concerns(found, userid) and found.state == "closed"

    def said(self, found, mapping):
        confirmed = found.appeal.outcome == "confirmed"
        text = _("Your appeal was refused: the decision stands.") if confirmed else _("Your appeal was accepted.")
        return Said(text, self.url("moderation-mine", found), found.appeal.reason[:160])


class OutcomeKind(Kind):
    """For who reported: that somebody looked and whether anything was done, no more."""

    def concerns(self, found, userid):
        return userid in found.reports and found.decision is not None

    def said(self, found, mapping):
        reversed_ = found.appeal is not None and found.appeal.outcome == "reversed"
        if found.decision.verb == "keep" or reversed_:
            text = _("Your report was examined: ${kind}. Nothing against the charter was found.", mapping=mapping)
        else:
            text = _("Your report was examined: ${kind}. Measures were taken. Thank you.", mapping=mapping)
        return Said(text, f"{self.site.absolute_url()}/@@charter")


def title_of(kind: str):
    """Return the translatable name of a kind of things."""
    try:
        return reportable(kind).title
    except BluegetherError:
        return kind
