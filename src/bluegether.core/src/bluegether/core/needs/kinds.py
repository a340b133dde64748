"""What the room's notices say: only what the person may know at the moment when it is asked."""

from bluegether.core import _
from bluegether.core.kit.interfaces import INoticeKind
from bluegether.core.kit.notice import names
from bluegether.core.kit.notice import Said
from bluegether.core.needs import api
from bluegether.core.needs.storage import Record
from bluegether.core.skills import api as skills
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


# State of a candidate -> what the candidate is told
TOLD = {
    "suggested": _("Sales think of you for “${title}”"),
    "shortlisted": _("You are on the shortlist for “${title}”"),
    "proposed": _("You were proposed to the client for “${title}”"),
    "interview": _("The client wants to meet you for “${title}”"),
    "accepted": _("The client has accepted you for “${title}”"),
    "refused": _("You were not retained for “${title}”"),
    "withdrawn": _("Your candidacy for “${title}” was ended"),
}

# State of a need -> what a candidate who waits is told; never why.
CLOSED = {
    "won": _("The places for “${title}” are taken"),
    "lost": _("“${title}” came to nothing"),
    "postponed": _("“${title}” is postponed"),
}


@implementer(INoticeKind)
@adapter(IPloneSiteRoot)
class Kind:
    """Base: `thing` begins with the UID of the need; said to who may see it."""

    category = "needs"

    def __init__(self, site):
        self.site = site

    def describe(self, thing: str, userid: str, actors: list) -> Said | None:
        uid, _slash, rest = thing.partition("/")
        record = api.record_of(uid, reader=userid)
        return self.said(record, rest, userid, actors) if record is not None else None

    def said(self, record: Record, rest: str, userid: str, actors: list) -> Said | None:
        raise NotImplementedError

    def url(self, record: Record, page: str = "") -> str:
        return f"{self.site.absolute_url()}/needs/{record.id}{page}"


class AskedKind(Kind):
    """An expert is asked to look at a need: while the network sees it."""

    def said(self, record, rest, userid, actors):
        if not api.sees(record, userid) or record.state not in api.VISIBLE:
            return None
        text = _("A need asks for what you know: “${title}”. What would you add?", mapping={"title": record.title})
        return Said(text, self.url(record, "#suggestions"))


class SuggestedKind(Kind):
    """Somebody suggests skills for a need that the person follows: while one waits."""

    def said(self, record, rest, userid, actors):
        if not api.can_manage(userid) or not api.waiting(api.need_at(record)):
            return None
        mapping = {"names": names(actors), "title": record.title}
        return Said(_("${names} suggested skills for “${title}”", mapping=mapping), self.url(record, "#suggestions"))


class DecidedKind(Kind):
    """Sales decided about what the person suggested."""

    def said(self, record, rest, userid, actors):
        key = int(rest) if rest.isdecimal() else 0
        known = api.suggestions(api.need_at(record), reader=userid) if api.sees(record, userid) else []
        one = next((one for one in known if one.key == key), None)
        if one is None or one.userid != userid:
            return None
        mapping = {"skill": skills.title(one.skill), "title": record.title}
        text = (
            _("Your suggestion ${skill} was taken up for “${title}”", mapping=mapping)
            if one.state == "accepted"
            else _("Your suggestion ${skill} was not taken up for “${title}”", mapping=mapping)
        )
        return Said(text, self.url(record, "#suggestions"), one.word)


class AppliedKind(Kind):
    """Somebody applied to a need: for sales; never what they wrote."""

    def said(self, record, rest, userid, actors):
        if not api.can_handle(userid):
            return None
        mapping = {"names": names(actors), "title": record.title}
        return Said(_("${names} applied for “${title}”", mapping=mapping), self.url(record, "/@@need-candidates"))


class WithdrawnKind(Kind):
    """A candidate withdrew: for sales."""

    def said(self, record, rest, userid, actors):
        if not api.can_handle(userid):
            return None
        mapping = {"names": names(actors), "title": record.title}
        return Said(_("${names} withdrew from “${title}”", mapping=mapping), self.url(record, "/@@need-candidates"))


class CandidateKind(Kind):
    """A step of the person's own candidacy: what holds now."""

    def said(self, record, rest, userid, actors):
        state = {found.uid: state for found, state in api.candidacies(userid)}.get(record.uid)
        if rest != userid or state not in TOLD:
            return None
        text = _(TOLD[state], mapping={"title": record.title})
        return Said(text, f"{self.site.absolute_url()}/@@needs-for-me#mine")


class ClosedKind(Kind):
    """A need for which the person is a candidate is closed: while it is."""

    def said(self, record, rest, userid, actors):
        if record.state not in CLOSED or not any(found.uid == record.uid for found, _state in api.candidacies(userid)):
            return None
        text = _(CLOSED[record.state], mapping={"title": record.title})
        return Said(text, f"{self.site.absolute_url()}/@@needs-for-me#mine")
