"""What tests of careers share: a small company, its clock, and what must not be found by anybody else."""

from bluegether.core.career import api as career
from bluegether.core.people import api as people
from bluegether.core.people.testing import PASSWORD
from bluegether.core.people.testing import PeopleTest
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from plone.app.testing import login
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.app.testing import TEST_USER_NAME


# User id -> kind of account, global roles beyond it, manager.
COMPANY = {
    "chief": ("staff", ["Unit Manager"], ""),
    "boss": ("staff", ["Unit Manager"], "chief"),
    "other": ("staff", ["Unit Manager"], ""),
    "rh": ("staff", ["HR Referent"], ""),
    "rh2": ("staff", ["HR Referent"], ""),
    "ana": ("consultant", [], "boss"),
    "bob": ("consultant", [], "boss"),
    "direction": ("direction", ["Sponsor"], ""),
    "animatrice": ("staff", ["Animator"], ""),
    "commerce": ("staff", ["Sales Referent"], ""),
    "siteadmin": ("staff", ["Site Administrator"], ""),
    "partner": ("partner", [], ""),
    "cliente": ("client", [], ""),
}
# Who is in nobody's circle but their own: a colleague, another manager, the manager's manager, and so on.
OUTSIDE = ("bob", "other", "chief", "animatrice", "direction", "commerce", "siteadmin", "partner", "cliente")
# Words that are written into a career: none of them may reach anybody else.
SECRETS = ("Zanzibar-goal", "Zanzibar-wish", "Zanzibar-next", "Zanzibar-agenda", "Zanzibar-note", "Zanzibar-report")
START = datetime(2026, 11, 20, 9, tzinfo=UTC)
ROOM = {"start": START, "place": "Zanzibar-place"}


class CareerTest(PeopleTest):
    """Ana reports to Boss, Boss to Chief; rh and rh2 are HR. It is 2 November 2026."""

    def setUp(self):
        super().setUp()
        setRoles(self.portal, TEST_USER_ID, ["Manager"])
        for userid, (kind, roles, _manager) in COMPANY.items():
            self.create(
                userid,
                kind=kind,
                password=PASSWORD,
                employment="employee" if kind == "consultant" else "",
                arrived=self.clock.now() - timedelta(days=10),
            )
            self.portal.acl_users.userFolderEditUser(userid, None, [*people.KINDS[kind], *roles], [])
        for userid, (_kind, _roles, manager) in COMPANY.items():
            if manager:
                self.manage(userid, manager)
        login(self.portal, TEST_USER_NAME)

    def manage(self, userid: str, manager: str) -> None:
        """Give this person a manager, or none."""
        people.update_account(userid, actor="rh", manager=manager)

    def plan(self, kind: str = "yearly", **values):
        """Plan an interview with Ana, by herself unless told otherwise."""
        values = {"kind": kind, "userid": "ana"} | ROOM | values
        return career.plan(values.pop("owner", "ana"), **values)

    def held(self, **values):
        """Return one of Ana's that took place today, with a report."""
        one = self.plan(**values)
        self.clock.moment = max(self.clock.moment, one.start + timedelta(hours=1))
        career.hold("ana", one.id, userid="ana")
        career.write_report("ana", one.id, "Zanzibar-report", [], revision=0, userid="ana")
        return one

    def sign(self, one, *userids: str, **values) -> None:
        """Let these people sign the text that is stored."""
        for userid in userids:
            career.sign("ana", one.id, sha256=career.fingerprint("ana", one), userid=userid, **values)

    def secrets(self):
        """Write everything that could leak into Ana's career; return goal, wish and interview."""
        goal = career.add_goal("ana", title="Zanzibar-goal", why="Zanzibar-why", userid="ana")
        career.say("ana", "goal", goal.id, "Zanzibar-progress", userid="ana")
        wish = career.add_wish("ana", title="Zanzibar-wish", userid="ana")
        career.want("ana", "Zanzibar-next", userid="ana")
        one = self.plan()
        career.amend_agenda("ana", one.id, ["Zanzibar-agenda"], revision=0, userid="ana")
        career.prepare("ana", one.id, "Zanzibar-note of Ana", userid="ana")
        career.prepare("ana", one.id, "Zanzibar-boss-note", userid="boss")
        return goal, wish, one
