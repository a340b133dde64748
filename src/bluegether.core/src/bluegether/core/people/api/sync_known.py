"""What the portal knows before a sync: people by employee number and mail address, who is on the way in."""

from bluegether.core.kit.annotation import stored
from bluegether.core.people.api.accounts import account
from bluegether.core.people.storage import Account
from bluegether.core.people.storage import Invitation
from bluegether.core.people.storage import KEY
from bluegether.core.people.storage import People
from plone import api


class Known:
    """A look at every account, once; names alone are kept, in memory that grows with the company."""

    def __init__(self):
        self.people = stored(api.portal.get(), KEY) or People()
        self.managers: dict[str, str] = {}
        self.kinds: dict[str, str] = {}
        self.by_matricule: dict[str, list[str]] = {}
        for userid, person in self.people.accounts.items():
            self.managers[userid] = person.manager
            self.kinds[userid] = person.kind
            if person.matricule:
                self.by_matricule.setdefault(person.matricule, []).append(userid)
        # Of several invitations to one address the last one counts.
        self.invited = {one.email.lower(): one.id for one in self.people.invitations.values()}

    def with_matricule(self, matricule: str) -> list[str]:
        """Return whose employee number this is: also who redeemed the invitation that a sync made for it."""
        found = self.by_matricule.get(matricule, [])
        invitation = None if found else self.invitation_for(matricule, "")
        if invitation is not None and invitation.state == "accepted" and account(invitation.userid) is not None:
            return [invitation.userid]
        return found

    def with_email(self, email: str) -> str:
        """Return whose mail address this is, empty for nobody's."""
        return self.people.emails.get(email, "") if email else ""

    def account(self, userid: str) -> Account | None:
        return self.people.accounts.get(userid)

    def invitation_for(self, matricule: str, email: str) -> Invitation | None:
        """Return the invitation that a sync made for this number, else the last one to this address."""
        number = self.people.synced_invitations.get(matricule, 0) if matricule else 0
        return self.people.invitations.get(number) or self.people.invitations.get(self.invited.get(email, 0))

    def manager(self, cell: str) -> str:
        """Return whom a cell names, by employee number or mail address; empty for nobody (yet), or several."""
        if "@" in cell:
            return self.with_email(cell.lower())
        found = self.with_matricule(cell)
        return found[0] if len(found) == 1 else ""
