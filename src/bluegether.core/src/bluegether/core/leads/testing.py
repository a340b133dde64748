"""What tests of leads share: who hears things, sales, direction, and those who must see nothing."""

from bluegether.core.kit.interfaces import IDeed
from bluegether.core.kit.interfaces import INotice
from bluegether.core.leads import api as leads
from bluegether.core.people import api as people
from bluegether.core.people.testing import PASSWORD
from bluegether.core.people.testing import PeopleTest
from zope.component import getGlobalSiteManager


# User id -> (kind, roles beyond the kind).
PEOPLE = {
    "ana": ("consultant", []),
    "bob": ("consultant", []),
    "sales": ("staff", ["Sales Referent"]),
    "sales2": ("staff", ["Sales Referent"]),
    "boss": ("direction", []),
    "rh": ("staff", ["HR Referent"]),
    "siteadmin": ("staff", ["Site Administrator"]),
    "carl": ("client", []),
}
HEARD = "Zanzibar : ils cherchent trois développeurs"
NOTE = "Kilimandjaro : marge faible"


class LeadsTest(PeopleTest):
    """Ana hears things; it is 2 November 2026, 9:00."""

    def setUp(self):
        super().setUp()
        for userid, (kind, roles) in PEOPLE.items():
            self.create(userid, kind=kind, password=PASSWORD, fullname=f"{userid.title()} Test")
            self.portal.acl_users.userFolderEditUser(userid, None, [*people.KINDS[kind], *roles], [])
        self.notices, self.deeds = [], []
        for told, contract in ((self.notices, INotice), (self.deeds, IDeed)):
            getGlobalSiteManager().registerHandler(told.append, (contract,))
            self.addCleanup(getGlobalSiteManager().unregisterHandler, told.append, (contract,))

    def lead(self, author: str = "ana", **values):
        """Hand a lead in."""
        values = {"company": "Banque du Test", "heard": HEARD, "contact": "Mme Diallo"} | values
        return leads.hand_in(author=author, **values)

    def go(self, lead, *steps: str, actor: str = "sales", reason: str = "Budget gelé") -> None:
        """Take the lead through these steps."""
        for step in steps:
            leads.move(lead.key, step, actor=actor, reason=reason if step == "drop" else "")

    def told(self, kind: str) -> list[str]:
        """Return who was told of it, in order."""
        return [userid for one in self.notices if one.kind == kind for userid in one.recipients]


__all__ = ["HEARD", "NOTE", "PASSWORD", "LeadsTest"]
