"""The verbs and questions of people: accounts, kinds, units, invitations, requests, a person's data."""

from bluegether.core.people.api.accounts import account
from bluegether.core.people.api.accounts import accounts
from bluegether.core.people.api.accounts import Batch
from bluegether.core.people.api.accounts import create_account
from bluegether.core.people.api.accounts import newcomers
from bluegether.core.people.api.invitations import can_invite
from bluegether.core.people.api.invitations import decline
from bluegether.core.people.api.invitations import invitation
from bluegether.core.people.api.invitations import invitation_by_id
from bluegether.core.people.api.invitations import invitations
from bluegether.core.people.api.invitations import invite
from bluegether.core.people.api.invitations import password_link
from bluegether.core.people.api.invitations import redeem
from bluegether.core.people.api.invitations import resend
from bluegether.core.people.api.invitations import revoke
from bluegether.core.people.api.invitations import state_of
from bluegether.core.people.api.invitations import STATES
from bluegether.core.people.api.rules import EMPLOYMENTS
from bluegether.core.people.api.rules import KINDS
from bluegether.core.people.api.rules import units
from bluegether.core.people.api.rules import USERID


__all__ = [
    "EMPLOYMENTS",
    "KINDS",
    "STATES",
    "USERID",
    "Batch",
    "account",
    "accounts",
    "can_invite",
    "create_account",
    "decline",
    "invitation",
    "invitation_by_id",
    "invitations",
    "invite",
    "newcomers",
    "password_link",
    "redeem",
    "resend",
    "revoke",
    "state_of",
    "units",
]
