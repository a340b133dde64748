"""What tests of rewards share: a small company, kinds of deeds as rooms would tell them, rules in force."""

from bluegether.core.kit.deed import done
from bluegether.core.kit.interfaces import IDeedKind
from bluegether.core.people import api as people
from bluegether.core.people.testing import PASSWORD
from bluegether.core.people.testing import PeopleTest
from bluegether.core.rewards import api as rewards
from datetime import datetime
from datetime import UTC
from plone.app.testing import login
from plone.app.testing import TEST_USER_NAME
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


# User id -> kind of account, global roles beyond it, unit.
COMPANY = {
    "direction": ("direction", [], ""),
    "rh": ("staff", ["HR Referent"], ""),
    "rh2": ("staff", ["HR Referent"], ""),
    "finance": ("staff", ["Finance Referent"], ""),
    "animatrice": ("staff", ["Animator"], ""),
    "boss": ("staff", ["Unit Manager"], "lyon"),
    "siteadmin": ("staff", ["Site Administrator"], ""),
    "ana": ("consultant", [], "lyon"),
    "bob": ("consultant", [], "lyon"),
    "cleo": ("consultant", [], "lyon"),
    "dan": ("consultant", [], "lyon"),
    "eve": ("consultant", [], "paris"),
    "partner": ("partner", [], ""),
    "cliente": ("client", [], ""),
}
START = datetime(2026, 7, 6, 9, tzinfo=UTC)
# Who reads nobody's ledger but their own: a colleague, the manager, HR, and so on.
OUTSIDE = ("bob", "boss", "rh", "animatrice", "siteadmin", "partner", "finance", "direction")


@implementer(IDeedKind)
@adapter(IPloneSiteRoot)
class HiredKind:
    """A kind with a value that rules may ask for."""

    title = "Somebody is hired"
    values = {"profile": ("Profile", {"junior": "Junior", "senior": "Senior"}), "days": ("Days", {})}

    def __init__(self, site):
        self.site = site

    def describe(self, thing, userid):
        if userid in ("rh", "direction"):
            return "Somebody", ""  # the room tells them no name
        return f"Hired: {thing}", f"{self.site.absolute_url()}/hired"


@implementer(IDeedKind)
@adapter(IPloneSiteRoot)
class PostKind:
    """A kind without values, whose room pays money itself."""

    title = "Something is posted"
    paid_by_room = True

    def __init__(self, site):
        self.site = site

    def describe(self, thing, userid):
        return f"Posted: {thing}", ""


HIRED = {"kind": "test.hired", "points": 100, "amount": "500", "text_fr": "Embauche", "text_en": "A hire"}
POSTED = {"kind": "test.posted", "points": 10, "cap": 2, "text_fr": "Publication", "text_en": "A post"}
MUG = {"title_fr": "Tasse", "title_en": "Mug", "text_fr": "Bleue", "text_en": "Blue", "price": 30, "stock": 2}


class RewardsTest(PeopleTest):
    """It is 6 July 2026. Two kinds of deeds; no rules until `rules` puts some in force."""

    def setUp(self):
        super().setUp()
        self.clock.moment = START
        self.set("units", {"lyon": "Lyon", "paris": "Paris"})
        for userid, (kind, roles, unit) in COMPANY.items():
            employment = "employee" if kind == "consultant" else ""
            self.create(userid, kind=kind, unit=unit, employment=employment, password=PASSWORD)
            self.portal.acl_users.userFolderEditUser(userid, None, [*people.KINDS[kind], *roles], [])
        login(self.portal, TEST_USER_NAME)
        registry = self.portal.getSiteManager()
        registry.registerAdapter(HiredKind, name="test.hired")
        registry.registerAdapter(PostKind, name="test.posted")

    def rules(self, *rules: dict, **options):
        """Put these rules in force, HIRED and POSTED by default, in the place of those before."""
        draft = rewards.start_draft("direction")
        for rule in draft.rules:
            rewards.drop_rule(rule.key, revision=draft.revision, userid="direction")
        for values in rules or (HIRED, POSTED):
            rewards.put_rule(values, revision=draft.revision, userid="direction")
        options = {"since": self.clock.moment.date(), "note": "", "confirmed": True} | options
        return rewards.publish(revision=draft.revision, userid="direction", **options)

    def hire(self, thing: str = "one", userid: str = "ana", **values) -> None:
        """Tell that somebody was hired thanks to this person."""
        done("test.hired", userid, thing=thing, values=values)

    def post(self, thing: str = "one", userid: str = "ana") -> None:
        """Tell that this person posted something."""
        done("test.posted", userid, thing=thing)

    def points(self, userid: str = "ana") -> list[int]:
        """Return the points of the person's entries, newest first."""
        return [one.entry.points for one in rewards.ledger(userid, size=200).lines]

    def item(self, **values):
        """Put a reward into the catalogue."""
        return rewards.put_item(MUG | values, userid="rh")
