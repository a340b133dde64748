"""`@@accounts`: people, invitations and requests, for those who invite."""

from bluegether.core import _
from bluegether.core.kit import query
from bluegether.core.people import api as people
from bluegether.core.people import vocabularies
from bluegether.core.people.browser.page import Page
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Accounts(Page):
    """Three lists under one roof; requests only for those who answer them."""

    index = ViewPageTemplateFile("accounts.pt")
    title = _("Accounts")

    def show(self) -> str:
        self.start, self.size = query.batch(self.request.form)
        self.tab = self.chosen("tab", [name for name, _title, _count in self.tabs()]) or "people"
        self.search = self.text("text", 100)
        self.kind = self.chosen("kind", people.KINDS)
        self.unit = self.chosen("unit", people.units())
        known = people.REQUEST_STATES if self.tab == "requests" else people.STATES
        self.state_wanted = self.chosen("state", known)
        self.batch = getattr(self, f"_{self.tab}")()
        return self.index()

    def post(self) -> str:
        """Send an invitation again, or take it back."""
        action = self.chosen("action", ("resend", "revoke"))
        invitation = people.invitation_by_id(self.number("id"), actor=self.userid)
        if action == "resend":
            people.resend(invitation.id, actor=self.userid)
            message = _("The invitation was sent again to ${name}.", mapping={"name": invitation.fullname})
        else:
            people.revoke(invitation.id, actor=self.userid)
            message = _("The invitation of ${name} was revoked.", mapping={"name": invitation.fullname})
        return self.back(message, url=f"{self.url}?tab=invitations")

    def may_sync(self) -> bool:
        return people.can_sync(self.userid)

    def tabs(self) -> list[tuple]:
        """Return (name, title, how many wait) of the lists."""
        found = [("people", _("People"), 0), ("invitations", _("Invitations"), 0)]
        if people.can_handle_requests(self.userid):
            found.append(("requests", _("Requests"), people.waiting_requests()))
        return found

    def states(self) -> list[tuple]:
        """Return (state, title) of what the list can be narrowed to."""
        names = {"invitations": people.STATES, "requests": people.REQUEST_STATES}.get(self.tab, ())
        return [(name, vocabularies.STATES[name][0]) for name in names]

    def all_kinds(self):
        return vocabularies.KINDS.items()

    def units(self):
        return sorted(people.units().items(), key=lambda pair: pair[1])

    def may_handle_data(self) -> bool:
        return people.can_handle_data(self.userid)

    def closed(self, userid: str):
        """Return what the row says of somebody without access, None of all others."""
        if people.has_ended(userid):
            return _("Access over")
        return _("Suspended") if people.is_suspended(userid) else None

    def filtered(self) -> bool:
        return bool(self.search or self.kind or self.unit or self.state_wanted)

    def turning(self):
        """Return the pager of this list."""
        return self.pager(
            self.batch.total,
            self.start,
            self.size,
            tab=self.tab,
            text=self.search,
            kind=self.kind,
            unit=self.unit,
            state=self.state_wanted,
        )

    def actions(self, invitation) -> list[tuple]:
        """Return (action, title) of what the signed-in person can do with an invitation."""
        if not people.can_invite(invitation.kind, self.userid):
            return []
        state = people.state_of(invitation)
        found = [("resend", _("Send again"))] if state in ("open", "expired") else []
        return [*found, ("revoke", _("Revoke"))] if state == "open" else found

    def state_of(self, invitation) -> dict:
        return self.state(people.state_of(invitation))

    def _people(self):
        return people.accounts(text=self.search, kind=self.kind, unit=self.unit, start=self.start, size=self.size)

    def _invitations(self):
        return people.invitations(state=self.state_wanted, text=self.search, start=self.start, size=self.size)

    def _requests(self):
        return people.account_requests(state=self.state_wanted, start=self.start, size=self.size)
