"""What the room's notices say: who must act and where, never a word of what was written.

A mail leaves the portal: titles of goals, reports and reasons stay in it.
"""

from bluegether.core import _
from bluegether.core.career import api as career
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.interfaces import INoticeKind
from bluegether.core.kit.notice import Said
from bluegether.core.people import api as people
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from urllib.parse import urlencode
from zope.component import adapter
from zope.i18nmessageid import Message
from zope.interface import implementer


# Kind -> (to the person whose career it is, to the others). ${who}: who caused it; ${person}: whose career it is.
TEXTS = {
    "answer": (_("${who} wrote on your career page."), _("${person} wrote on their career page.")),
    "goal": ("", _("${person} has a goal that changed on their career page.")),
    "decided": (_("HR answered your training wish."), ""),
    "planned": (_("${who} planned an interview with you."), _("${who} planned an interview with ${person}.")),
    "moved": (_("${who} moved your interview."), _("${who} moved the interview with ${person}.")),
    "agenda": (_("${who} changed the agenda of your interview."), _("${who} changed the agenda with ${person}.")),
    "cancelled": (_("${who} cancelled your interview."), _("${who} cancelled the interview with ${person}.")),
    "taken": (_("Somebody else leads your interview now."), _("You lead the interview with ${person} now.")),
    "shared": (
        _("${who} shared the preparation of your interview."),
        _("${who} shared the preparation of the interview with ${person}."),
    ),
    "held": (
        _("Your interview has taken place: write the report together, then sign it."),
        _("The interview with ${person} has taken place: write the report together, then sign it."),
    ),
    "signed": (
        _("${who} signed the report of your interview."),
        _("${who} signed the report of the interview with ${person}."),
    ),
    "unsigned": (
        _("${who} changed the report of your interview: your signature is cleared."),
        _("${who} changed the report of the interview with ${person}: your signature is cleared."),
    ),
    "opened": ("", _("${person} lets you see an earlier interview.")),
    "prepare": (_("Your interview is near: prepare it."), _("The interview with ${person} is near: prepare it.")),
    "sign": (
        _("The report of your interview waits for your signature."),
        _("The report of the interview with ${person} waits for your signature."),
    ),
    "due": (_("An interview of yours is due: plan it."), _("An interview with ${person} is due: plan it.")),
}


@implementer(INoticeKind)
@adapter(IPloneSiteRoot)
class Kind:
    """One kind; subclasses name it."""

    name = ""
    category = "career"

    def __init__(self, site):
        self.site = site

    def describe(self, thing: str, userid: str, actors: list) -> Said | None:
        """Return what to say, None when the thing is no longer this person's to see."""
        owner, subject, key = [*thing.split("/"), "", ""][:3]
        text = TEXTS[self.name][owner != userid]
        if not text or not self.visible(owner, subject, key, userid):
            return None
        account = people.account(owner)
        values = {"who": actors[0] if actors else "", "person": account.fullname if account is not None else ""}
        return Said(Message(text, mapping=values), self.url(owner, subject, key))

    def visible(self, owner: str, subject: str, key: str, userid: str) -> bool:
        if subject == "due":
            return bool(career.sides(owner, userid))
        question = {"goal": career.goal, "wish": career.wish, "interview": career.interview}.get(subject)
        try:
            return question is not None and bool(question(owner, int(key), userid=userid))
        except (BluegetherError, ValueError):
            return False

    def url(self, owner: str, subject: str, key: str) -> str:
        page = {"goal": "career-goal", "wish": "career-wish", "interview": "interview"}.get(subject, "career")
        query = {"userid": owner} if page == "career" else {"userid": owner, "id": key}
        return f"{api.portal.get().absolute_url()}/@@{page}?{urlencode(query)}"


def kind_class(name: str) -> type:
    """Return the class of one kind."""
    return type(f"{name.capitalize()}Kind", (Kind,), {"name": name, "__doc__": f"Notices `career.{name}`."})


AnswerKind = kind_class("answer")
GoalKind = kind_class("goal")
DecidedKind = kind_class("decided")
PlannedKind = kind_class("planned")
MovedKind = kind_class("moved")
AgendaKind = kind_class("agenda")
CancelledKind = kind_class("cancelled")
TakenKind = kind_class("taken")
SharedKind = kind_class("shared")
HeldKind = kind_class("held")
SignedKind = kind_class("signed")
UnsignedKind = kind_class("unsigned")
OpenedKind = kind_class("opened")
PrepareKind = kind_class("prepare")
SignKind = kind_class("sign")
DueKind = kind_class("due")
