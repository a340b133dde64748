"""What tests of referrals share: a small company, rules in force, a candidate at any stage, what must not leak."""

from bluegether.core.people import api as people
from bluegether.core.people.testing import PASSWORD
from bluegether.core.people.testing import PeopleTest
from bluegether.core.referrals import api as referrals
from datetime import timedelta
from plone import api
from plone.app.testing import login
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.app.testing import TEST_USER_NAME
import io
import re


# User id -> kind of account, global roles beyond it, manager.
COMPANY = {
    "boss": ("staff", ["Unit Manager"], ""),
    "rh": ("staff", ["HR Referent"], ""),
    "rh2": ("staff", ["HR Referent"], ""),
    "ana": ("consultant", [], "boss"),
    "bob": ("consultant", [], "boss"),
    "finance": ("staff", ["Finance Referent"], ""),
    "direction": ("direction", ["Sponsor"], ""),
    "animatrice": ("staff", ["Animator"], ""),
    "commerce": ("staff", ["Sales Referent"], ""),
    "siteadmin": ("staff", ["Site Administrator"], ""),
    "partner": ("partner", [], ""),
    "cliente": ("client", [], ""),
}
# Who reads nothing of Ana's candidate; finance and direction see amounts, and no candidate.
OUTSIDE = ("bob", "boss", "animatrice", "commerce", "siteadmin", "partner", "cliente", "finance", "direction")
# What only who handles the candidate reads.
SECRETS = ("Zanzibar-note", "Zanzibar-evaluation", "Zanzibar-words", "Zanzibar-skills", "Zanzibar-cv")
NAME = "Lucie Zanzibar"
PDF = b"%PDF-1.4\n% Zanzibar-cv\n%%EOF\n"
RULES = [("", "hired", 0, 50000), ("", "trial_passed", 0, 100000), ("partner", "hired", 0, 30000)]


class ReferralsTest(PeopleTest):
    """Ana refers Lucie. It is 2 November 2026; the rules are in force since."""

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
                people.update_account(userid, actor="rh", manager=manager)
        people.update_account("ana", actor="rh", matricule="0042")
        login(self.portal, TEST_USER_NAME)
        self.rules = self.publish()

    def publish(self, rows=RULES, **values):
        """Publish rules, in force today unless told otherwise."""
        values = {"since": self.clock.now().date(), "text_": "", "userid": "direction"} | values
        return referrals.publish(rows, **values)

    def refer(self, userid: str = "ana", **values):
        """Refer Lucie; remember the token that was mailed."""
        values = {"name": NAME, "email": "lucie@example.org", "phone": "06 12 34 56 78", "agreed": True} | values
        found = referrals.refer(userid, **values)
        self.token = self.tokens()[-1]
        return found

    def tokens(self) -> list[str]:
        """Return every token that was mailed, the oldest first."""
        found = (re.search(r"token=([\w-]+)", self.text(mail)) for mail in self.mails())
        return [match.group(1) for match in found if match]

    def agree(self, found, **details):
        """Let the candidate agree, by the last link."""
        return referrals.accept(self.token, sha256=referrals.sha256(found, "fr"), language="fr", **details)

    def candidate(self, state: str = "consented", **values):
        """Return a referral that has come so far."""
        found = self.refer(**values)
        self.agree(found, cv=("CV de Lucie.pdf", io.BytesIO(PDF)), skills="Zanzibar-skills", words="Zanzibar-words")
        for to in ("qualified", "interview", "offer", "hired", "trial_passed"):
            if found.state == state:
                break
            self.move(found, to)
        return found

    def move(self, found, to: str, **values):
        """Let HR move it."""
        day = self.clock.now().date()
        values = {"expected": found.state, "userid": "rh", "profile": None} | values
        if to in ("hired", "trial_passed"):
            values.setdefault("on", day)
        if to == "hired" and found.kind == "candidate":
            values["profile"] = values["profile"] or "senior"
        return referrals.move(found.id, to, **values)

    def secrets(self):
        """Return a referral that is full of what must not leak."""
        found = self.candidate("interview")
        referrals.write(found.id, "Zanzibar-note", userid="rh")
        referrals.write(found.id, "Zanzibar-evaluation", grade=4, userid="rh2")
        return found

    def setting(self, name: str, value) -> None:
        """Change a setting of the room."""
        api.portal.set_registry_record(f"bluegether.referrals.{name}", value)
