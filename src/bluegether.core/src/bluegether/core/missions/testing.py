"""What tests of missions share: a small company, a client, a confidential one, a mission; and what must not leak."""

from bluegether.core.missions import api as missions
from bluegether.core.people import api as people
from bluegether.core.people.testing import PASSWORD
from bluegether.core.people.testing import PeopleTest
from contextlib import contextmanager
from datetime import date
from datetime import timedelta
from decimal import Decimal
from plone import api
from plone.app.testing import login
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.app.testing import TEST_USER_NAME
from plone.uuid.interfaces import IUUID


# User id -> kind of account, global roles beyond it, manager.
COMPANY = {
    "boss": ("staff", ["Unit Manager"], ""),
    "other": ("staff", ["Unit Manager"], ""),
    "rh": ("staff", ["HR Referent"], ""),
    "commerce": ("staff", ["Sales Referent"], ""),
    "finance": ("staff", ["Finance Referent"], ""),
    "direction": ("direction", [], ""),
    "animatrice": ("staff", ["Animator"], ""),
    "siteadmin": ("staff", ["Site Administrator"], ""),
    "ana": ("consultant", [], "boss"),
    "bob": ("consultant", [], "boss"),
    "colleague": ("consultant", [], "other"),
    "partner": ("partner", [], ""),
    "cliente": ("client", [], ""),
}
TODAY = date(2026, 11, 2)
# What is written into the mission and must not reach everybody.
RATE, COST, AMOUNT = Decimal("741.25"), Decimal("398.75"), Decimal("98765.43")
AMOUNTS = ("741,25", "741.25", "398,75", "398.75", "98765,43", "98765.43", "98\u202f765,43", "98,765.43")


class MissionsTest(PeopleTest):
    """Ana and Bob report to Boss; Commerce manages the clients. It is 2 November 2026."""

    def setUp(self):
        super().setUp()
        setRoles(self.portal, TEST_USER_ID, ["Manager"])
        for userid, (kind, roles, _manager) in COMPANY.items():
            self.create(
                userid,
                kind=kind,
                password=PASSWORD,
                fullname=f"{userid.capitalize()} Test",
                employment="employee" if kind == "consultant" else "",
                arrived=self.clock.now() - timedelta(days=100),
            )
            self.portal.acl_users.userFolderEditUser(userid, None, [*people.KINDS[kind], *roles], [])
        for userid, (_kind, _roles, manager) in COMPANY.items():
            if manager:
                people.update_account(userid, actor=TEST_USER_ID, manager=manager)
        login(self.portal, TEST_USER_NAME)
        missions.ensure()

    @contextmanager
    def acting(self, userid: str):
        """Act as somebody."""
        with api.env.adopt_user(username=userid):
            yield

    def client(self, title: str = "Banque du Test", **values):
        """Create a client as sales; return its UID."""
        with self.acting("commerce"):
            made = missions.create_client(
                actor="commerce", title=title, **({"account_manager": "commerce", "sector": "Banque"} | values)
            )
        return IUUID(made)

    def row(
        self, userid: str = "ana", start: int = -30, end: int = 100, share: int = 100, confirmed: bool = True
    ) -> dict:
        """Return a row whose days are counted from today."""
        days = {"start": TODAY + timedelta(start), "end": TODAY + timedelta(end)}
        return {"userid": userid, "share": share, "confirmed": confirmed} | days

    def mission(self, *rows: dict, client: str = "", title: str = "Ingénieure données", **values):
        """Create a mission as sales: Ana's, running, unless told otherwise."""
        with self.acting("commerce"):
            return missions.create_mission(
                actor="commerce",
                title=title,
                client=client or self.client(f"Banque {len(missions.clients())}"),
                consultants=list(rows) or [self.row()],
                **values,
            )
