"""What the notices of spaces say; each is for one person, and holds only while it is still so."""

from bluegether.core import _
from bluegether.core.kit.interfaces import INoticeKind
from bluegether.core.kit.notice import names
from bluegether.core.kit.notice import Said
from bluegether.core.spaces import api as spaces
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


EXCERPT = 160


@implementer(INoticeKind)
@adapter(IPloneSiteRoot)
class SpaceKind:
    """The thing is the UID of a space."""

    category = "spaces"
    for_clients = False
    sentence = ""
    page = ""

    def __init__(self, site):
        self.site = site

    def describe(self, thing: str, userid: str, actors) -> Said | None:
        found = spaces.brief(thing, userid=userid)
        if found is None or not self.holds(thing, userid, found.role):
            return None
        mapping = {"names": names(actors), "title": found.title}
        return Said(_(self.sentence, mapping=mapping), f"{found.url}{self.page}")

    def holds(self, uid: str, userid: str, role: str) -> bool:
        """Return whether it is still true."""
        return bool(role)


class Invited(SpaceKind):
    """Somebody invites the person, who has not answered."""

    sentence = _("${names} invites you to the space ${title}")
    page = "/@@space-join"

    def holds(self, uid: str, userid: str, role: str) -> bool:
        return userid in spaces.record(uid).invited


class Applied(SpaceKind):
    """Somebody asks to enter a space that the person leads."""

    sentence = _("${names} asks to join the space ${title}")
    page = "?tab=members"

    def holds(self, uid: str, userid: str, role: str) -> bool:
        return role in ("owner", "moderator")


class Accepted(SpaceKind):
    """The person's application was accepted."""

    sentence = _("${names} accepted you in the space ${title}")


class Owner(SpaceKind):
    """The person was given a space."""

    sentence = _("${names} gave you the space ${title}")

    def holds(self, uid: str, userid: str, role: str) -> bool:
        return role == "owner"


class Question(SpaceKind):
    """Somebody asked the direction in a space that the person leads; an anonymous one has no name to tell."""

    sentence = _("A new question waits for an answer in the space ${title}")
    page = "?tab=questions"

    def describe(self, thing: str, userid: str, actors) -> Said | None:
        uid, _sep, question_id = thing.partition("/")
        said = super().describe(uid, userid, actors)
        if said is None:
            return None
        found = spaces.question(uid, question_id, reader=userid)
        return Said(said.text, said.url, found.text[:EXCERPT]) if self.wanted(found) else None

    def wanted(self, found: spaces.Asked) -> bool:
        return found.state == "open"


class Answer(Question):
    """The direction answered a question that the person asked under their name, or voted for."""

    sentence = _("The direction answered a question in the space ${title}")

    def wanted(self, found: spaces.Asked) -> bool:
        return found.state != "open"
