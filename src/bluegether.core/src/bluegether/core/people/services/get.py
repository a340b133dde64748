"""`GET @invitations`, `GET @account-requests`: what the pages list, for the same people."""

from bluegether.core import _
from bluegether.core.kit import query
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.service import ReadService
from bluegether.core.people import api as people
from plone import api


class Listing(ReadService):
    """A page of a listing: `items_total`, `items`; b_start, b_size and state from the query."""

    states = ()

    def answer(self) -> dict:
        start, size = query.batch(self.request.form)
        state = self.request.form.get("state", "")
        batch = self.found(state=state if state in self.states else "", start=start, size=size)
        return {"@id": self.request.URL, "items_total": batch.total, "items": [self.item(one) for one in batch.rows]}


class InvitationsGet(Listing):
    """Never the token: it is kept nowhere."""

    states = people.STATES

    def found(self, **criteria):
        return people.invitations(**criteria)

    def item(self, one) -> dict:
        return invitation_data(one)


class AccountRequestsGet(Listing):
    states = people.REQUEST_STATES

    def found(self, **criteria):
        if not people.can_handle_requests(api.user.get_current().getId()):
            raise NotAllowed(_("Only HR answers requests for accounts."))
        return people.account_requests(**criteria)

    def item(self, one) -> dict:
        return {
            "id": str(one.id),
            "fullname": one.fullname,
            "email": one.email,
            "message": one.message,
            "state": one.state,
            "created": one.created.isoformat(),
            "decided_by": one.decided_by,
            "reason": one.reason,
        }


def invitation_data(one) -> dict:
    """Return an invitation as JSON-compatible data."""
    return {
        "id": str(one.id),
        "userid": one.userid,
        "fullname": one.fullname,
        "email": one.email,
        "kind": one.kind,
        "employment": one.employment,
        "unit": one.unit,
        "job": one.job,
        "state": people.state_of(one),
        "invited_by": one.invited_by,
        "created": one.created.isoformat(),
        "expires": one.expires.isoformat(),
    }
