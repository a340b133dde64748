"""What tests of journeys share: a small company, a template, what people were told."""

from bluegether.core.journeys import api as journeys
from bluegether.core.kit.interfaces import IClock
from bluegether.core.kit.interfaces import INotice
from bluegether.core.people import api as people
from bluegether.core.people.testing import PASSWORD
from bluegether.core.people.testing import PeopleTest
from datetime import timedelta
from zope.component import getGlobalSiteManager
import transaction


STEPS = (
    {"day": 1, "who": "hr", "title": "Matériel", "text": "", "link": ""},
    {"day": 1, "who": "newcomer", "title": "Charte", "text": "À lire au calme.", "link": "/@@charter"},
    {"day": 7, "who": "buddy", "title": "Déjeuner", "text": "", "link": ""},
    {"day": 30, "who": "manager", "title": "Bilan", "text": "", "link": "https://example.com/bilan"},
)
# User id -> kind of account, roles beyond it, unit, days since the arrival
COMPANY = {
    "rh": ("staff", ["HR Referent"], "", 900),
    "rh2": ("staff", ["HR Referent"], "", 800),
    "animatrice": ("staff", ["Animator"], "", 900),
    "chef": ("staff", [], "data", 900),
    "ancien": ("consultant", [], "data", 700),
    "consultante": ("consultant", [], "data", 400),
    "voisin": ("consultant", [], "cloud", 500),
    "cliente": ("client", [], "", 900),
}


class JourneysTest(PeopleTest):
    """`chef` is the manager of `ancien` and `consultante`; `told` has (kind, thing, recipients) of each notice."""

    def setUp(self):
        super().setUp()
        self._share_clock()
        self.set("units", {"data": "Données", "cloud": "Cloud"})
        for userid, (kind, roles, unit, days) in COMPANY.items():
            arrived = self.clock.now() - timedelta(days=days)
            self.create(userid, kind=kind, unit=unit, arrived=arrived, fullname=f"{userid.capitalize()} Test")
            self.portal.acl_users.userFolderEditUser(userid, None, [*people.KINDS[kind], *roles], [])
        for userid in ("ancien", "consultante"):
            people.update_account(userid, manager="chef", actor="rh")
        self.told = []
        getGlobalSiteManager().registerHandler(self._hear, (INotice,))
        self.addCleanup(getGlobalSiteManager().unregisterHandler, self._hear, (INotice,))

    def _share_clock(self):
        """Let the test's clock be everybody's: a copy in the database would stand still."""
        self.portal.getSiteManager().unregisterUtility(provided=IClock)
        everywhere = getGlobalSiteManager()
        before = everywhere.getUtility(IClock)
        everywhere.registerUtility(self.clock, IClock)
        self.addCleanup(everywhere.registerUtility, before, IClock)

    def _hear(self, notice):
        self.told.append((notice.kind, notice.thing, notice.recipients))

    def kinds(self) -> list[str]:
        """Return the kinds of what was told since the last question, and forget it."""
        found = [kind for kind, _thing, _recipients in self.told]
        del self.told[:]
        return found

    def template(self, **values):
        """Write a template for consultants."""
        defaults = {"title": "Consultants", "kinds": ["consultant"], "units": [], "steps": list(STEPS)}
        return journeys.save_template(**(defaults | values), actor="rh")

    def arrive(self, userid="nouvelle", manager="chef", **values):
        """Create the account of a newcomer of `chef`, with an arrival where there is a template; return it."""
        self.create(userid, **({"kind": "consultant", "unit": "data", "fullname": "Nouvelle Venue"} | values))
        if manager:
            people.update_account(userid, manager=manager, actor="rh")
        return journeys.own_journey(userid)

    def step(self, journey, who):
        """Return the id of the first step of these."""
        return next(step.id for step in journey.steps if step.who == who)

    def day(self, days=0):
        """Return the day in so many days."""
        return (self.clock.now() + timedelta(days=days)).date()

    def pass_to(self, day, hour=9):
        """Let time pass until this hour of the day."""
        self.clock.moment = self.clock.moment.replace(year=day.year, month=day.month, day=day.day, hour=hour)

    def passwords(self):
        """Give everybody the test's password and commit."""
        for userid in people.userids():
            self.portal.acl_users.userSetPassword(userid, PASSWORD)
        transaction.commit()
