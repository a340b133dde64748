"""The words for states, steps and reasons, and the choices of a need's form."""

from bluegether.core import _
from bluegether.core.needs import api
from bluegether.core.needs.api import clients
from bluegether.core.needs.api import fitting
from bluegether.core.people import api as people
from plone import api as plone
from zope.interface import implementer
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


# State -> (title, colour of its badge)
STATES = {
    "draft": (_("Draft"), "text-bg-secondary"),
    "open": (_("Opened"), "text-bg-primary"),
    "qualified": (_("Qualified"), "text-bg-info"),
    "proposed": (_("Proposed"), "text-bg-warning"),
    "won": (_("Won"), "text-bg-success"),
    "lost": (_("Lost"), "text-bg-dark"),
    "postponed": (_("Postponed"), "text-bg-light"),
}
# Transition -> what its button says
TRANSITIONS = {
    "open": _("Open to the network"),
    "qualify": _("Qualify"),
    "propose": _("Mark as proposed"),
    "win": _("Won"),
    "lose": _("Lost"),
    "postpone": _("Postpone"),
    "resume": _("Take it up again"),
}
REASONS = {
    "price": _("Price"),
    "skills": _("Skills"),
    "delay": _("We answered too late"),
    "competitor": _("Another company was chosen"),
    "cancelled": _("The client gave the project up"),
    "nobody": _("Nobody was available"),
    "other": _("Another reason"),
}
# State of a candidate -> (title, colour of its badge)
CANDIDATES = {
    "suggested": (_("Suggested"), "text-bg-light"),
    "applied": (_("Applied"), "text-bg-primary"),
    "shortlisted": (_("Shortlisted"), "text-bg-info"),
    "proposed": (_("Proposed to the client"), "text-bg-warning"),
    "interview": (_("Interview"), "text-bg-warning"),
    "accepted": (_("Accepted by the client"), "text-bg-success"),
    "refused": (_("Not retained"), "text-bg-dark"),
    "withdrawn": (_("Withdrawn"), "text-bg-secondary"),
}
MOVES = {
    "shortlisted": _("Shortlist"),
    "proposed": _("Propose to the client"),
    "interview": _("The client wants an interview"),
    "accepted": _("The client accepts"),
    "refused": _("Not retained"),
    "withdrawn": _("Withdrew"),
}
SUGGESTIONS = {
    "open": (_("Waiting for sales"), "text-bg-warning"),
    "accepted": (_("Taken up"), "text-bg-success"),
    "refused": (_("Not taken up"), "text-bg-secondary"),
}
MILESTONES = {
    "opened": _("Opened"),
    "answered": _("First answer of the network"),
    "shortlisted": _("First person shortlisted"),
    "proposed": _("First proposal"),
    "won": _("Won"),
    "started": _("Start of the mission"),
}


@implementer(IVocabularyFactory)
class Clients:
    """Clients that the reader may know, by UID."""

    def __call__(self, _context) -> SimpleVocabulary:
        reader = plone.user.get_current().getId() or ""
        return SimpleVocabulary([SimpleTerm(uid, uid, name) for uid, name in clients.choices(reader)])


@implementer(IVocabularyFactory)
class Managers:
    """Who follows needs: sales. Who followed this one stays a choice of it."""

    def __call__(self, context) -> SimpleVocabulary:
        userids = api.followers(getattr(context, "manager", None) or "")
        accounts = [account for account in map(people.account, userids) if account is not None]
        accounts.sort(key=lambda account: account.fullname)
        return SimpleVocabulary([SimpleTerm(one.userid, one.userid, one.fullname) for one in accounts])


@implementer(IVocabularyFactory)
class Criteria:
    """Criteria that may exclude."""

    def __call__(self, _context) -> SimpleVocabulary:
        return SimpleVocabulary([SimpleTerm(name, name, title) for name, title in fitting.criteria().items()])
